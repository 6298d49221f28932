using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Runs;

/// <summary>Finds results by the short id at the foot of their charts.</summary>
/// <param name="terminal">Terminal.</param>
/// <param name="id">Short id, or its first four digits or more.</param>
internal sealed class ResultById(Terminal terminal, string id)
{
    private const int LeastDigits = 4;
    private const int MostShown = 8;

    // FOLDER/SCENARIO/COURSE/previous.
    private static readonly EnumerationOptions Within = new() { RecurseSubdirectories = true, MaxRecursionDepth = 4 };

    /// <summary>Prints the results and returns the exit code.</summary>
    /// <param name="folder">Folder of results.</param>
    /// <param name="asJson">True for the manifest of the first alone.</param>
    /// <exception cref="InputException">There is none.</exception>
    public int Find(string folder, bool asJson)
    {
        var wanted = id.ToLowerInvariant();
        if (wanted.Length < LeastDigits || !wanted.All(char.IsAsciiHexDigit))
        {
            throw new InputException(
                $"--id takes ten digits 0 to 9 and a to f, or the first {LeastDigits} or more of them, not '{id}'"
            );
        }

        if (!Directory.Exists(folder))
        {
            throw new InputException($"{folder} is no folder of results");
        }

        var results = Results(folder).ToList();
        var found = results.FindAll(r => r.Manifest.ShortId.StartsWith(wanted, StringComparison.Ordinal));
        if (found.Count == 0)
        {
            throw new InputException($"{folder} holds no result with the id {id}{There(results)}");
        }

        if (asJson)
        {
            terminal.Out.Write(FigureOrigin.Json(found[0].Manifest));
            return ExitCode.Done;
        }

        foreach (var (place, manifest) in found)
        {
            terminal.Out.WriteLine($"{place}  {Words(manifest)}");
        }

        return ExitCode.Done;
    }

    private static IEnumerable<(string Place, ResultManifest Manifest)> Results(string folder)
    {
        var files = Directory.EnumerateFiles(folder, ResultFolder.ManifestName, Within).Order(StringComparer.Ordinal);
        foreach (var place in files.Select(file => Path.GetDirectoryName(file)!))
        {
            if (Read(place) is { } manifest)
            {
                yield return (place, manifest);
            }
        }
    }

    // What cannot be read is no result of this version.
    private static ResultManifest? Read(string place)
    {
        try
        {
            return ResultFolder.ReadManifest(place);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Words(ResultManifest run) =>
        $"{run.ShortId}  {run.Title}, {run.Course}, {RunSize.Of(run)}, seed {run.Seed}, OilRevenueSim {run.EngineVersion}";

    private static string There(List<(string Place, ResultManifest Manifest)> results)
    {
        var shown = results.Take(MostShown).Select(r => $"{r.Manifest.ShortId} ({r.Place})");
        var more = results.Count > MostShown ? $" and {results.Count - MostShown} more" : "";
        return results.Count == 0
            ? "\n  hint: it holds no results; if you have the picture, oilsim whence FILE says how to make its result again"
            : $"\n  hint: there is {string.Join(", ", shown)}{more}";
    }
}
