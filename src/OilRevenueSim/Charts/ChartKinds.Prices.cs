using System.Collections.Immutable;

namespace OilRevenueSim;

/// <content>Prices.</content>
public static partial class ChartKinds
{
    private static ImmutableArray<ChartKind> Prices => [];
}
