using System.Security.Cryptography;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Results;

/// <summary>A result being written: files go into a hidden folder beside the target, which takes its place when whole.</summary>
/// <remarks>
/// <para><c>ROOT/SCENARIO/COURSE/</c> is the result, <c>COURSE/previous/</c> the one before it (one level). Work goes to
/// <c>ROOT/SCENARIO/.COURSE.partial</c> on the same volume; <see cref="Commit(EnsembleResult, RunLog)"/> swaps it in by two
/// renames. A run that dies at any moment leaves the earlier result whole: the next <see cref="Begin"/> finishes or undoes the
/// swap and removes what the dead run left. Files that no run wrote stay where the user put them.</para>
/// <para>A lock file held open for the whole run keeps two runs from one target; the system frees it when a run dies.</para>
/// </remarks>
public sealed class ResultFolder : IDisposable
{
    /// <summary>Name of the manifest.</summary>
    public const string ManifestName = "manifest.json";

    /// <summary>Name of the run log.</summary>
    public const string RunLogName = "run-log.json";

    /// <summary>Name of the tidy summary.</summary>
    public const string SummaryCsvName = "summary.csv";

    /// <summary>Name of the nested summary.</summary>
    public const string SummaryJsonName = "summary.json";

    /// <summary>Name of the folder that holds the earlier result.</summary>
    public const string PreviousName = "previous";

    private readonly ResultPlaces places;
    private FileStream? hold;
    private bool isCommitted;

    private ResultFolder(ResultPlaces places, FileStream hold)
    {
        this.places = places;
        this.hold = hold;
    }

    /// <summary>Folder in which the result will stand.</summary>
    public string Target => places.Target;

    /// <summary>Folder to write into until then.</summary>
    public string Staging => places.Partial;

    /// <summary>Opens a place for a result and removes what dead runs left there.</summary>
    /// <param name="root">Folder of all results, e.g. <c>results</c>; created where it does not exist.</param>
    /// <param name="scenario">Name of the scenario, a single folder name.</param>
    /// <param name="course">Course, a single folder name.</param>
    /// <exception cref="ArgumentException">A name cannot be that of a folder.</exception>
    /// <exception cref="ResultFolderException">The place cannot be written.</exception>
    public static ResultFolder Begin(string root, string scenario, string course)
    {
        var chosen = new ResultPlaces(root, scenario, course);
        FileStream? held = null;
        try
        {
            chosen.Prepare();
            held = chosen.Lock();
            chosen.Recover();
            chosen.CheckTarget();
            Directory.CreateDirectory(chosen.Partial);
            return new ResultFolder(chosen, held);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            held?.Dispose();
            chosen.RemoveEmptyParents();
            throw ResultFolderException.From(e, chosen.Target);
        }
    }

    /// <summary>Path in the staging folder of a file of the result.</summary>
    /// <param name="name">File name, or a relative path with forward slashes.</param>
    public string PathOf(string name) => Path.Combine(Staging, name);

    /// <summary>Writes a file of the result.</summary>
    /// <param name="name">File name, or a relative path with forward slashes.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="ResultFolderException">It could not be written.</exception>
    public void Write(string name, Action<Stream> write)
    {
        var path = PathOf(name);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var stream = new FileStream(path, FileMode.Create, FileAccess.Write);
            write(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ResultFolderException.From(e, Path.Combine(Target, name));
        }
    }

    /// <summary>Writes <c>summary.csv</c> and <c>summary.json</c>.</summary>
    /// <exception cref="ResultFolderException">They could not be written.</exception>
    public void WriteSummary(IReadOnlyCollection<SummaryRow> rows)
    {
        Write(
            SummaryCsvName,
            stream =>
            {
                using var writer = new StreamWriter(stream);
                SummaryCsv.Write(rows, writer);
            }
        );
        Write(SummaryJsonName, stream => SummaryJson.Write(rows, stream));
    }

    /// <summary>Writes manifest and log and puts the result in its place.</summary>
    /// <param name="result">What was run.</param>
    /// <param name="log">How the run went.</param>
    /// <returns>Where the result now stands.</returns>
    /// <exception cref="ResultFolderException">It could not be put there; the earlier result is untouched.</exception>
    /// <exception cref="InvalidOperationException">Committed or disposed before.</exception>
    public CommittedResult Commit(EnsembleResult result, RunLog log) => Commit(ResultManifest.From(result), log);

    /// <inheritdoc cref="Commit(EnsembleResult, RunLog)"/>
    /// <param name="manifest">Manifest; its outputs are filled in here.</param>
    /// <param name="log">How the run went.</param>
    public CommittedResult Commit(ResultManifest manifest, RunLog log)
    {
        if (isCommitted || hold is null)
        {
            throw new InvalidOperationException("This result was committed or given up before.");
        }

        try
        {
            var complete = manifest with { Outputs = [.. HashOutputs()] };
            Write(ManifestName, stream => ManifestJson.Write(complete, stream));
            Write(RunLogName, stream => ManifestJson.Write(log, stream));
            places.Swap();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ResultFolderException.From(e, Target);
        }

        isCommitted = true;
        var previous = Path.Combine(Target, PreviousName);
        return new CommittedResult(Target, Directory.Exists(previous) ? previous : null);
    }

    /// <summary>Manifest of a result that was written, or null where none stands.</summary>
    /// <exception cref="FormatException">There is one of another form, or it is damaged.</exception>
    public static ResultManifest? ReadManifest(string folder)
    {
        var path = Path.Combine(folder, ManifestName);
        if (!File.Exists(path))
        {
            return null;
        }

        using var stream = File.OpenRead(path);
        return ManifestJson.Read(stream);
    }

    /// <summary>Headline of a result that was written, or null where none stands or it cannot be read.</summary>
    /// <param name="folder">Folder of the result, e.g. <c>…/base/previous</c>.</param>
    public static Headline? ReadHeadline(string folder) => ReadHeadline(folder, out _);

    /// <inheritdoc cref="ReadHeadline(string)"/>
    /// <param name="folder">Folder of the result, e.g. <c>…/base/previous</c>.</param>
    /// <param name="reason">Why there is none, or null.</param>
    public static Headline? ReadHeadline(string folder, out string? reason)
    {
        try
        {
            var manifest = ReadManifest(folder);
            var summary = Path.Combine(folder, SummaryCsvName);
            if (manifest is null || !File.Exists(summary))
            {
                reason = $"{folder} holds no result.";
                return null;
            }

            using var reader = new StreamReader(summary);
            reason = null;
            return Headline.From(manifest, SummaryCsv.Read(reader));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            reason = $"The result in {folder} could not be read: {e.Message}";
            return null;
        }
    }

    /// <summary>Gives the place free; a result that was not committed is removed.</summary>
    public void Dispose()
    {
        if (hold is null)
        {
            return;
        }

        if (!isCommitted)
        {
            places.GiveUp();
        }

        hold.Dispose();
        hold = null;
        if (!isCommitted)
        {
            places.RemoveEmptyParents();
        }
    }

    private IEnumerable<OutputFile> HashOutputs()
    {
        var files = Directory
            .EnumerateFiles(Staging, "*", SearchOption.AllDirectories)
            .Select(path => (path, name: Path.GetRelativePath(Staging, path).Replace('\\', '/')))
            .Where(file => file.name is not (ManifestName or RunLogName))
            .OrderBy(file => file.name, StringComparer.Ordinal);
        foreach (var (path, name) in files)
        {
            using var stream = File.OpenRead(path);
            yield return new OutputFile(name, Convert.ToHexStringLower(SHA256.HashData(stream)));
        }
    }
}

/// <summary>Where a result stands.</summary>
/// <param name="Folder">Folder of the result.</param>
/// <param name="Previous">Folder of the earlier result, or null where there was none.</param>
public sealed record CommittedResult(string Folder, string? Previous);
