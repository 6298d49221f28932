namespace OilRevenueSim.Scenarios.Text;

/// <summary>Finds what a misspelt word was probably meant to be.</summary>
internal static class NearestName
{
    /// <summary>The candidate with the smallest edit distance, or null where none is near.</summary>
    public static string? Find(string word, IEnumerable<string> candidates) =>
        FindAll(word, candidates, 1) is [var nearest, ..] ? nearest : null;

    /// <summary>The nearest candidates, best first; only such as are near enough to be meant.</summary>
    public static IReadOnlyList<string> FindAll(string word, IEnumerable<string> candidates, int count)
    {
        var limit = Math.Max(2, word.Length / 3);
        return
        [
            .. candidates
                .Distinct(StringComparer.Ordinal)
                .Select(c => (Name: c, Distance: Distance(Fold(word), Fold(c))))
                .Where(c => c.Distance <= limit && c.Distance < Math.Max(word.Length, c.Name.Length))
                .OrderBy(c => c.Distance)
                .ThenBy(c => c.Name, StringComparer.Ordinal)
                .Take(count)
                .Select(c => c.Name),
        ];
    }

    /// <summary>"Did you mean 'x'?", or a list of what there is.</summary>
    public static string? Hint(string word, IEnumerable<string> candidates, string whatThereIs)
    {
        var all = candidates.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (Find(word, all) is { } nearest)
        {
            return $"did you mean '{nearest}'?";
        }

        return all.Count == 0 ? null : $"{whatThereIs}: {Join(all)}";
    }

    /// <summary>A list cut to what a message can hold.</summary>
    public static string Join(IReadOnlyList<string> names, int most = 16) =>
        names.Count <= most
            ? string.Join(", ", names)
            : string.Join(", ", names.Take(most)) + $" and {names.Count - most} more";

    private static string Fold(string word) => word.ToLowerInvariant().Replace('_', '-').Replace(' ', '-');

    /// <summary>Edit distance with insertion, deletion, replacement and swap of neighbours.</summary>
    private static int Distance(string a, string b)
    {
        if (a.Length > 200 || b.Length > 200)
        {
            return int.MaxValue;
        }

        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            d[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            d[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
