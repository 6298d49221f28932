using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Runs;

/// <summary>Kinds of charts as an analyst chooses among them: what a result can have, and why not the others.</summary>
internal static class ChartList
{
    private const int MostWords = 8;

    /// <summary>Prints.</summary>
    public static void Print(Terminal terminal, ResultOutline outline)
    {
        var (can, cannot) = (
            ChartKinds.All.Where(k => k.WhyNot(outline) is null).ToList(),
            ChartKinds.All.Where(k => k.WhyNot(outline) is not null).ToList()
        );
        Section("This result can have", [.. can.Select(k => (k.Name, k.Purpose + Choices(k)))]);
        Section("Not of this result", [.. cannot.Select(k => (k.Name, k.WhyNot(outline)!))]);

        void Section(string title, (string Name, string Text)[] kinds)
        {
            if (kinds.Length == 0)
            {
                return;
            }

            var width = ChartKinds.All.Max(k => k.Name.Length);
            terminal.Write(title, isStrong: true);
            foreach (var (name, text) in kinds)
            {
                var lines = WordWrap.Lines(text, (terminal.Columns ?? int.MaxValue) - width - 4).ToList();
                terminal.Out.WriteLine($"  {name.PadRight(width)}  {lines[0]}");
                lines.Skip(1).ToList().ForEach(line => terminal.Out.WriteLine(new string(' ', width + 4) + line));
            }
        }

        string Choices(ChartKind kind)
        {
            var words = kind.ChoicesOf(outline)
                .Select(c => $"--{c.Name} {string.Join('|', c.Known?.Invoke(outline) ?? [])}")
                .Concat(kind.Takes.Select(c => $"[--{c.Name}{Few(c.Known?.Invoke(outline) ?? [])}]"))
                .ToList();
            return words.Count == 0 ? "" : $": {string.Join("  ", words)}";
        }

        // Months of years are more than a line.
        static string Few(IReadOnlyCollection<string> words) =>
            words.Count is 0 or > MostWords ? "" : $" {string.Join('|', words)}";
    }
}
