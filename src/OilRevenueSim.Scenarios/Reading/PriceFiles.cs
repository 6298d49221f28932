using System.Collections.Immutable;
using System.Security.Cryptography;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Scenarios.PriceHistories;
using OilRevenueSim.Scenarios.Text;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Loads the price histories that a scenario names, each once.</summary>
internal sealed class PriceFiles(IScenarioFiles files, string mainPath)
{
    /// <summary>Histories of a scenario that was read before, by the name of their file.</summary>
    public IReadOnlyDictionary<string, HistoryFile> Known { get; init; } =
        ImmutableDictionary<string, HistoryFile>.Empty;

    private readonly SortedDictionary<string, HistoryFile?> loaded = new(StringComparer.Ordinal);

    /// <summary>Files read, with their hashes, ordinal order of name.</summary>
    public ImmutableArray<SourceFile> Files =>
        [.. loaded.Values.OfType<HistoryFile>().Select(f => new SourceFile(f.Name, f.Sha256))];

    /// <summary>The history of a file, or null (reported).</summary>
    public HistoryFile? Read(ScalarNode file, DiagnosticList diagnostics)
    {
        if (RelativeName.Of(file.Text, NameOf(file.Span.Source)) is not { } name)
        {
            RelativeName.ReportOutside(file, diagnostics);
            return null;
        }

        if (!loaded.TryGetValue(name, out var found))
        {
            loaded[name] = found = Known.GetValueOrDefault(name) ?? Load(file, name, diagnostics);
        }

        return found;
    }

    private HistoryFile? Load(ScalarNode file, string name, DiagnosticList diagnostics)
    {
        var path = RelativeName.PathOf(name, mainPath);
        var (bytes, _, problem) = files.Load(path, name);
        if (bytes is null)
        {
            diagnostics.Add(
                DiagnosticTable.IncludeUnreadable,
                file.Span,
                $"the file of prices '{file.Text}' cannot be used: {problem}",
                "file: is relative to the folder of the file it stands in"
            );
            return null;
        }

        var reading = PriceHistoryReader.Read(bytes, path, new PriceHistoryOptions());
        diagnostics.AddAll(reading.Diagnostics);
        return reading.History is { } history
            ? new HistoryFile(name, Convert.ToHexStringLower(SHA256.HashData(bytes)), history)
            : null;
    }

    /// <summary>A file's path from the main file's folder; what is set on the command line stands there too.</summary>
    private string NameOf(SourceText source)
    {
        var folder = RelativeName.PathOf("", mainPath);
        return folder.Length > 0 && source.DisplayName.StartsWith(folder, StringComparison.Ordinal)
            ? source.DisplayName[folder.Length..]
            : source.DisplayName;
    }
}

/// <summary>A price history with the file it came from.</summary>
/// <param name="Name">Path from the main file's folder.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hex.</param>
/// <param name="History">Prices.</param>
internal sealed record HistoryFile(string Name, string Sha256, PriceHistory History);
