using System.Collections.Frozen;

namespace OilRevenueSim.Scenarios.Catalogue;

/// <summary>Other words for keys, for hints.</summary>
internal static class KeySynonyms
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["probability"] = "chance",
        ["likelihood"] = "chance",
        ["frequency"] = "rate",
        ["hazard"] = "rate",
        ["interval"] = "every",
        ["mean-time"] = "every",
        ["output"] = "capacity",
        ["production"] = "capacity",
        ["throughput"] = "capacity",
        ["location"] = "at",
        ["coordinates"] = "at",
        ["position"] = "at",
        ["held-by"] = "holder",
        ["controlled-by"] = "holder",
        ["controller"] = "holder",
        ["borders"] = "neighbours",
        ["neighbors"] = "neighbours",
        ["adjacent"] = "neighbours",
        ["type"] = "kind",
        ["allies"] = "aligned",
        ["transitions"] = "changes",
        ["market"] = "to",
        ["destination"] = "to",
        ["cost"] = "lifting-cost",
        ["price"] = "spot",
        ["begin"] = "start",
        ["finish"] = "end",
        ["until"] = "end",
        ["mean-reversion"] = "half-life",
        ["name"] = "label",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The key of a section that a word probably means, or null.</summary>
    public static string? Find(string word, SectionShape shape) =>
        Words.TryGetValue(word, out var key) && shape.Find(key) is not null ? key : null;
}
