namespace OilRevenueSim.Analysis.Precision;

/// <summary>The word most like a misspelt one.</summary>
public static class NearestWord
{
    /// <summary>The known word with the fewest single-letter changes, at most a third of its letters; else null.</summary>
    /// <param name="word">Misspelt word.</param>
    /// <param name="known">Words that there are.</param>
    public static string? To(string word, IReadOnlyCollection<string> known)
    {
        string? best = null;
        var fewest = int.MaxValue;
        foreach (var candidate in known)
        {
            var changes = Changes(word.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (changes < fewest && changes <= Math.Max(1, candidate.Length / 3))
            {
                best = candidate;
                fewest = changes;
            }
        }

        return best;
    }

    // Levenshtein's distance by rows.
    private static int Changes(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
