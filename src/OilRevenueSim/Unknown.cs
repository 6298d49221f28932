using OilRevenueSim.Analysis.Precision;

namespace OilRevenueSim;

/// <summary>What is said of a word that names nothing: the nearest one, and all there are.</summary>
internal static class Unknown
{
    // More are named by the first and last of them.
    private const int MostShown = 40;
    private const int AtAnEnd = 4;

    /// <summary>The message.</summary>
    /// <param name="kind">What the word should name, e.g. <c>actor</c>.</param>
    /// <param name="word">The word.</param>
    /// <param name="known">All that could be named.</param>
    /// <param name="where">Where, e.g. the name of the scenario.</param>
    public static string Word(string kind, string word, IReadOnlyCollection<string> known, string where)
    {
        var near = NearestWord.To(word, known) is { } meant ? $" Did you mean '{meant}'?" : "";
        var all =
            known.Count == 0 ? "none"
            : known.Count <= MostShown ? string.Join(", ", known)
            : $"{string.Join(", ", known.Take(AtAnEnd))}, … {string.Join(", ", known.TakeLast(AtAnEnd))}";
        return $"{where} has no {kind} '{word}'.{near} It has: {all}.";
    }
}
