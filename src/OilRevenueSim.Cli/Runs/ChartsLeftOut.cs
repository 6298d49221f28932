using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Runs;

/// <summary>What <c>--kind all</c> did not draw, and the options that draw it.</summary>
internal static class ChartsLeftOut
{
    private const int MostNamed = 3;

    /// <summary>Prints a line or two; nothing where nothing was left out.</summary>
    /// <param name="terminal">Terminal.</param>
    /// <param name="outline">Result.</param>
    /// <param name="drawn">Kinds that were drawn.</param>
    /// <param name="choices">Choices that were made.</param>
    public static void Print(Terminal terminal, ResultOutline outline, ChartKind[] drawn, ChartRequest choices)
    {
        string[] others = [.. ChartKinds.All.Where(k => k.WhyNot(outline) is null).Except(drawn).Select(k => k.Name)];
        if (others.Length > 0 && outline.Form == ResultForm.Comparison && choices["course"] is null)
        {
            terminal.Write(
                $"Left out: {Wording.Count(others.Length, "kind")} that show one course ({Named(others)}); "
                    + $"--course {Words([.. outline.Courses])} draws them."
            );
        }

        // The same words of one option are said once for all kinds that leave them out.
        string[] options =
        [
            .. drawn
                .SelectMany(kind =>
                    kind.LeftOut(outline, choices)
                        .Select(c => (Option: $"--{c.Choice.Name} {Words(c.Words)}", Kind: kind.Name))
                )
                .GroupBy(c => c.Option, c => c.Kind)
                .Select(option => $"{option.Key} ({Named([.. option])})"),
        ];
        if (options.Length > 0)
        {
            terminal.Write($"Left out, drawn with {string.Join(", ", options)}.");
        }
    }

    private static string Words(IReadOnlyCollection<string> words) =>
        words.Count <= MostNamed ? string.Join('|', words) : $"[{words.Count}]";

    private static string Named(string[] kinds) =>
        kinds.Length <= MostNamed
            ? string.Join(", ", kinds)
            : $"{string.Join(", ", kinds.Take(MostNamed - 1))} and {kinds.Length - MostNamed + 1} more";
}
