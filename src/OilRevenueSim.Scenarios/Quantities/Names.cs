using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace OilRevenueSim.Scenarios.Quantities;

/// <summary>What a name may look like, and which words the grammar keeps for itself.</summary>
internal static partial class Names
{
    private static readonly FrozenSet<string> Grammar = new[]
    {
        "to",
        "sd",
        "p95",
        "per",
        "within",
        "for",
        "every",
        "any",
        "none",
        "nobody",
        "outside",
        "main",
        "uniform",
        "triangular",
        "pert",
        "normal",
        "lognormal",
        "beta",
        "discrete",
    }.ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^[a-z][a-z0-9-]*\z", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Pattern();

    public static bool IsGrammarWord(string word) => Grammar.Contains(word);

    public static bool IsReserved(string word) => IsGrammarWord(word) || Unit.Find(word) is not null;
}
