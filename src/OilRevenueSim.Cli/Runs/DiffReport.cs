using OilRevenueSim.Analysis.Comparisons;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Runs;

/// <summary>Two scenarios or results side by side: what they assume differently, and what that does.</summary>
internal static class DiffReport
{
    private const string Absent = "–";

    /// <summary>Prints a difference.</summary>
    public static void Print(Terminal terminal, ScenarioDiff diff)
    {
        var output = terminal.Out;
        output.WriteLine(terminal.Strong($"A  {diff.Old.Name}"));
        output.WriteLine(terminal.Strong($"B  {diff.New.Name}"));
        output.WriteLine();
        output.WriteLine(
            terminal.Strong($"{Wording.Count(diff.Assumptions.Length, "assumption differs", "assumptions differ")}")
        );
        if (diff.Assumptions.Length > 0)
        {
            string[] head = ["address", "A", "B", "90 % range in A", "90 % range in B"];
            Write([
                head,
                .. diff.Assumptions.Select(a =>
                    (string[])
                        [
                            a.Address,
                            a.OldText ?? Absent,
                            a.NewText ?? Absent,
                            a.OldRange ?? Absent,
                            a.NewRange ?? Absent,
                        ]
                ),
            ]);
        }

        foreach (var group in diff.Headlines.GroupBy(h => h.Subject, StringComparer.Ordinal))
        {
            output.WriteLine();
            output.WriteLine(terminal.Strong(group.Key));
            string[] head = ["", "A", "B", diff.IsPaired ? "B less A (means: paired 95 % interval)" : "B less A"];
            Write([
                head,
                .. group.Select(h => (string[])[h.Label, h.Old ?? Absent, h.New ?? Absent, h.Change ?? "no change"]),
            ]);
        }

        output.WriteLine();
        output.WriteLine(
            $"A: {RunSize.Of(diff.Old.Manifest)}, seed {diff.Old.Manifest.Seed}. "
                + $"B: {RunSize.Of(diff.New.Manifest)}, seed {diff.New.Manifest.Seed}."
        );
        foreach (var remark in diff.Remarks)
        {
            output.WriteLine(remark);
        }

        void Write(IReadOnlyList<string[]> rows)
        {
            foreach (var line in TextTable.Lines(rows))
            {
                output.WriteLine(line);
            }
        }
    }
}
