using System.Collections.Immutable;

namespace OilRevenueSim.Analysis.Sweeps;

/// <summary>What one axis of a sweep says in one cell.</summary>
/// <param name="Address">Address of the value that is varied, e.g. <c>benchmarks.brent.spot</c>.</param>
/// <param name="Text">Value as it would stand in the file, e.g. <c>40 USD/bbl</c>.</param>
/// <param name="Number">Its number, or null where it is no single number.</param>
/// <param name="Unit">Unit of the number, e.g. <c>USD/bbl</c>; empty where it has none.</param>
public sealed record AxisValue(string Address, string Text, double? Number, string Unit);

/// <summary>An axis of a sweep as it was run.</summary>
/// <param name="Address">Address of the value that is varied.</param>
/// <param name="Unit">Unit of its numbers; empty where they have none or are no numbers.</param>
/// <param name="IsUnitOfFile">True where no unit was given and that of the file was taken.</param>
public sealed record SweepAxis(string Address, string Unit, bool IsUnitOfFile)
{
    /// <summary>Address and unit, e.g. <c>benchmarks.brent.spot [USD/bbl]</c>.</summary>
    public string Title => Unit.Length == 0 ? Address : $"{Address} [{Unit}]";

    /// <summary>Axes with the levels that were run, each as <c>--vary</c> takes it: <c>benchmarks.brent.spot=40 USD/bbl|50 USD/bbl</c>.</summary>
    /// <param name="axes">Axes.</param>
    /// <param name="rows">Numbers of every cell.</param>
    /// <remarks>Where each value goes alone through its levels, what the file says of the others is no level of theirs.</remarks>
    public static ImmutableArray<string> Varied(IReadOnlyList<SweepAxis> axes, IReadOnlyList<SweepRow> rows) =>
        [.. axes.Select((axis, i) => $"{axis.Address}=" + string.Join('|', LevelsOf(i, rows)))];

    /// <summary>Design of a sweep as <c>--design</c> takes it where it is not factorial; otherwise null.</summary>
    /// <param name="rows">Numbers of every cell.</param>
    public static string? DesignOf(IReadOnlyList<SweepRow> rows) => IsOneAtATime(rows, out _) ? "one-at-a-time" : null;

    private static IEnumerable<string> LevelsOf(int axis, IReadOnlyList<SweepRow> rows)
    {
        var texts = rows.Where(r => !r.IsFile)
            .Select(r => r.Values[axis].Text)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return IsOneAtATime(rows, out var file) && texts.Count > 1
            ? texts.Where(t => t != file!.Values[axis].Text)
            : texts;
    }

    // One value alone is both designs.
    private static bool IsOneAtATime(IReadOnlyList<SweepRow> rows, out SweepRow? file)
    {
        var own = rows.FirstOrDefault(r => r.IsFile);
        file = own;
        return own is not null
            && own.Values.Length > 1
            && rows.All(r => r.Values.Zip(own.Values).Count(pair => pair.First.Text != pair.Second.Text) <= 1);
    }
}
