using System.Collections.Immutable;

namespace OilRevenueSim;

/// <content>Who holds what.</content>
public static partial class ChartKinds
{
    private static ImmutableArray<ChartKind> Control =>
        [
            new()
            {
                Name = "holders",
                Purpose = "who holds each area, month by month",
                WhenToUse =
                    "Use it to show how likely each actor holds each area, and when that shifts. "
                    + "Areas stand side by side, so it does not say which fall together.",
                Lacks = outline => outline.Scenario.Areas.IsEmpty ? "the scenario has no areas to hold" : null,
                FromRun = (run, _, _) => run.Holders(),
            },
        ];
}
