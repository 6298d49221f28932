using OilRevenueSim.Analysis.Precision;
using OilRevenueSim.Analysis.Results;

namespace OilRevenueSim;

/// <summary>Finds the results near a folder that is none.</summary>
internal static class SavedResults
{
    private const int MostShown = 12;

    // RESULTS/SCENARIO/COURSE.
    private const int Levels = 2;

    /// <summary>Where a result would have been found: beneath, around or beside the folder; in words.</summary>
    /// <param name="folder">Folder, there or not.</param>
    public static string Near(string folder)
    {
        var beneath = Directory.Exists(folder) ? Beneath(folder, Levels).ToList() : [];
        if (beneath.Count > 0)
        {
            var more = beneath.Count > MostShown ? $" and {beneath.Count - MostShown} more" : "";
            return $"results lie in {string.Join(", ", beneath.Take(MostShown))}{more}";
        }

        var above = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder));
        var meant = IsResult(above) ? above : Beside(folder, above);
        return meant is null
            ? "the folder of a result is e.g. results/sirte-2016/as-it-stands; oilsim run writes it"
            : $"did you mean {meant}?";
    }

    private static IEnumerable<string> Beneath(string folder, int levels) =>
        Folders(folder)
            .SelectMany(inner =>
                IsResult(inner) ? [inner]
                : levels > 1 ? Beneath(inner, levels - 1)
                : []
            );

    private static string? Beside(string folder, string? above)
    {
        var there = above is null or "" ? Directory.GetCurrentDirectory() : above;
        string[] names = Directory.Exists(there) ? [.. Folders(there).Select(inner => Path.GetFileName(inner)!)] : [];
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        return NearestWord.To(name, names) is { } near && near != name ? Path.Combine(above ?? "", near) : null;
    }

    private static bool IsResult(string? folder) =>
        folder is { Length: > 0 } && File.Exists(Path.Combine(folder, ResultFolder.ManifestName));

    // What may not be entered holds nothing that could be named.
    private static IEnumerable<string> Folders(string folder) =>
        Directory
            .EnumerateDirectories(folder, "*", new EnumerationOptions { IgnoreInaccessible = true })
            .Order(StringComparer.Ordinal);
}
