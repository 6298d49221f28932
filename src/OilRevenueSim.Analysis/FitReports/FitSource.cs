using System.Globalization;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Analysis.FitReports;

/// <summary>Where fitted prices come from, for sources, feet of charts and files.</summary>
/// <param name="History">Prices as they were fitted.</param>
/// <param name="Column">Header of the column of prices.</param>
/// <param name="EngineVersion">Version of the program.</param>
public sealed record FitSource(PriceHistory History, string Column, string EngineVersion)
{
    private static readonly string[] Crudes = ["brent", "wti", "urals", "dubai"];

    /// <summary>First day fitted.</summary>
    public DateOnly First => History.Dates[0];

    /// <summary>Last day fitted.</summary>
    public DateOnly Last => History.Dates[^1];

    /// <summary>Name for a benchmark and for folders: the crude that the file or its column names, else the file's name.</summary>
    public string BenchmarkName
    {
        get
        {
            var said = $"{History.Name} {Column}".ToLowerInvariant();
            var known = Crudes.FirstOrDefault(c => said.Contains(c, StringComparison.Ordinal));
            return known ?? FileName;
        }
    }

    /// <summary>The file's name without extension, in letters, digits and hyphens.</summary>
    public string FileName
    {
        get
        {
            var letters = Path.GetFileNameWithoutExtension(History.Name)
                .ToLowerInvariant()
                .Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-');
            var name = string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
            return name.Length > 0 && char.IsAsciiLetter(name[0]) ? name : $"prices-{name}".TrimEnd('-');
        }
    }

    /// <summary><c>daily</c>, <c>weekly</c> or <c>monthly</c>.</summary>
    public string Spacing =>
        History.Spacing switch
        {
            PriceSpacing.Day => "daily",
            PriceSpacing.Week => "weekly",
            _ => "monthly",
        };

    /// <summary><c>4,049 daily prices</c>.</summary>
    public string Count => CountIn(Language.English);

    /// <summary><c>2010-01-04 to 2025-12-31</c>.</summary>
    public string Window => $"{Day(First)} to {Day(Last)}";

    /// <summary>Citation: file, column, window, number of prices.</summary>
    public string Citation => CitationIn(Language.English);

    /// <summary>The citation in a language; file and column stay as they are.</summary>
    /// <param name="words">Language.</param>
    public string CitationIn(Language words) =>
        $"{History.Name}, {Column}, {words.Say($"{Day(First)} to {Day(Last)}")}, {CountIn(words)}";

    private string CountIn(Language words)
    {
        var number = History.Dates.Length;
        var isPoint = History.Meaning == PriceMeaning.Point;
        return History.Spacing switch
        {
            PriceSpacing.Day => isPoint ? words.Say($"{number} daily prices") : words.Say($"{number} daily averages"),
            PriceSpacing.Week => isPoint
                ? words.Say($"{number} weekly prices")
                : words.Say($"{number} weekly averages"),
            _ => isPoint ? words.Say($"{number} monthly prices") : words.Say($"{number} monthly averages"),
        };
    }

    /// <summary><c>2010-01-04</c>.</summary>
    internal static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
