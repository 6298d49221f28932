namespace OilRevenueSim.Analysis.Precision;

/// <summary>The word most like a misspelt one.</summary>
public static class NearestWord
{
    private const int LeastLetters = 3;
    private static readonly char[] Joints = ['_', '-', ' '];

    /// <summary>
    /// The known word with the fewest single-letter changes, at most a third of its letters; where there is none, the one of which a part, e.g.
    /// <c>gross</c> of <c>gross_revenue_usd</c>, is so near; else null. Two neighbouring letters in the wrong order are one change.
    /// </summary>
    /// <param name="word">Misspelt word.</param>
    /// <param name="known">Words that there are.</param>
    public static string? To(string word, IReadOnlyCollection<string> known)
    {
        var upper = word.ToUpperInvariant();
        return Best(upper, known.Select(name => (name, name)))
            ?? Best(upper, known.SelectMany(name => name.Split(Joints).Where(IsTelling).Select(part => (name, part))));

        static bool IsTelling(string part) => part.Length >= LeastLetters;
    }

    private static string? Best(string word, IEnumerable<(string Name, string Part)> candidates)
    {
        string? best = null;
        var fewest = int.MaxValue;
        foreach (var (name, part) in candidates)
        {
            var changes = Changes(word, part.ToUpperInvariant());
            if (changes < fewest && changes <= Math.Max(1, part.Length / 3))
            {
                best = name;
                fewest = changes;
            }
        }

        return best;
    }

    // Levenshtein's distance with exchanges of neighbours (optimal string alignment), by rows.
    private static int Changes(string a, string b)
    {
        int[] before = [];
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (var i = 1; i <= a.Length; i++)
        {
            var next = new int[b.Length + 1];
            next[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                next[j] = Math.Min(substituted, Math.Min(row[j], next[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    next[j] = Math.Min(next[j], before[j - 2] + 1);
                }
            }

            (before, row) = (row, next);
        }

        return row[b.Length];
    }
}
