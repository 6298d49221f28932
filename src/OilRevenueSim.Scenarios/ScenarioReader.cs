using System.Collections.Immutable;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios.Catalogue;
using OilRevenueSim.Scenarios.Reading;
using OilRevenueSim.Scenarios.Text;
using OilRevenueSim.Scenarios.Writing;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios;

/// <summary>Reads scenario files: a scenario, or every reason why there is none.</summary>
public static class ScenarioReader
{
    /// <summary>Reads a scenario from a file, with what it includes.</summary>
    /// <param name="path">File to read; messages name it as given here.</param>
    /// <param name="overrides">Values that replace those of the file, as <c>--set</c> gives them.</param>
    public static ScenarioReading Read(string path, IReadOnlyList<QuantityOverride>? overrides = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Read(path, new DiskFiles(), Set(overrides));
    }

    /// <summary>Reads a scenario from memory.</summary>
    /// <param name="text">Text of the file.</param>
    /// <param name="fileName">Name that messages use; without its extension it is the scenario's name.</param>
    /// <param name="overrides">Values that replace those of the file.</param>
    /// <param name="included">Texts that <c>include:</c> and <c>file:</c> find, by file name; none by default.</param>
    public static ScenarioReading ReadText(
        string text,
        string fileName,
        IReadOnlyList<QuantityOverride>? overrides = null,
        IReadOnlyDictionary<string, string>? included = null
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        return Read(fileName, new MemoryFiles(fileName, text, included), Set(overrides));
    }

    /// <summary>Checks a scenario that code made or changed, as if its file had been written so, and completes what was left out.</summary>
    /// <param name="scenario">Scenario; its quantities may be mere texts.</param>
    /// <param name="overrides">Values that replace those of the scenario, as <c>With</c> gives them.</param>
    /// <returns>
    /// The scenario with addresses, laws, defaults and content hash, its name and its earlier overrides. Its files are kept too; where code
    /// changed more than <paramref name="overrides"/> say, the text as written now comes before them. What is as it was read comes back as it is.
    /// </returns>
    /// <exception cref="ArgumentException">A law was made in code that no text of the format says.</exception>
    public static ScenarioReading ReadAgain(Scenario scenario, IReadOnlyList<QuantityOverride>? overrides = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var (top, quantities) = ScenarioTree.Of(scenario);
        var asRead =
            CanonicalText.HashOf(scenario with { Quantities = quantities }) == scenario.ContentHash
            && HasDrawsAsRead(scenario, quantities);
        if (asRead && overrides is null or [])
        {
            return new ScenarioReading { Scenario = scenario, Diagnostics = [] };
        }

        var (yaml, fileName) = (YamlText.Of(top), $"{scenario.Name}.yaml");
        var earlier = scenario.Overrides.Select(QuantityOverride.Parse).ToList();
        var origin = new OverrideOrigin("With", Provenance.Code, [.. earlier.Select(o => o.Address)]);
        var known = new KnownFiles(
            scenario
                .Benchmarks.OfType<BootstrapBenchmark>()
                .DistinctBy(ScenarioTree.HistoryFileOf, StringComparer.Ordinal)
                .ToDictionary(
                    ScenarioTree.HistoryFileOf,
                    b => new HistoryFile(ScenarioTree.HistoryFileOf(b), b.FileSha256, b.History),
                    StringComparer.Ordinal
                ),
            scenario.Draws
        );
        var reading = Read(fileName, new MemoryFiles(fileName, yaml, null), (overrides ?? [], origin), known);
        if (reading.Scenario is not { } read)
        {
            return reading;
        }

        var replaced = (overrides ?? [])
            .Select(o => o.Address)
            .Concat(read.Draws.SelectMany(d => d.Columns).Select(c => c.Address))
            .ToHashSet(StringComparer.Ordinal);
        // What code has changed since is no longer as it was set.
        bool StillHolds(QuantityOverride o) =>
            asRead
            || Read(
                fileName,
                new MemoryFiles(fileName, yaml, null),
                ([.. overrides ?? [], o], origin),
                known
            ).Scenario?.ContentHash == read.ContentHash;
        var kept = earlier
            .Where(o => !replaced.Contains(o.Address) && StillHolds(o))
            .Select(o => $"{o.Address}={o.Text}");
        return reading with
        {
            Scenario = read with
            {
                Files = asRead ? scenario.Files : [read.Files[0], .. scenario.Files],
                Overrides = [.. read.Overrides.Concat(kept).Order(StringComparer.Ordinal)],
            },
        };
    }

    /// <summary>True where the tables of draws supply what they supplied when they were read.</summary>
    private static bool HasDrawsAsRead(Scenario scenario, ImmutableArray<Quantity> quantities) =>
        scenario.Draws.All(d => d.IsRead)
        && scenario
            .Draws.SelectMany(d => d.Columns.Select(c => (d.Name, c.Address)))
            .ToHashSet()
            .SetEquals(
                quantities.Where(q => q is { Draws: not null, Parameter: null }).Select(q => (q.Draws!, q.Address))
            );

    private static (IReadOnlyList<QuantityOverride>, OverrideOrigin) Set(IReadOnlyList<QuantityOverride>? overrides) =>
        (overrides ?? [], OverrideOrigin.CommandLine);

    private static ScenarioReading Read(
        string path,
        IScenarioFiles files,
        (IReadOnlyList<QuantityOverride> Values, OverrideOrigin Origin) set,
        KnownFiles? known = null
    )
    {
        var diagnostics = new DiagnosticList();
        var loaded = new WorldFiles(files, diagnostics).Load(path);
        known ??= new KnownFiles(ImmutableDictionary<string, HistoryFile>.Empty, []);
        var priceFiles = new PriceFiles(files, path) { Known = known.Histories };
        var draws = new DrawTables(files, path) { Known = known.Draws };
        var scenario = loaded is null
            ? null
            : Interpret(
                loaded.Value.Top,
                Path.GetFileNameWithoutExtension(path),
                new OverrideTable(set.Values, set.Origin, diagnostics),
                diagnostics,
                priceFiles,
                draws
            );
        var found = diagnostics.ToImmutable();
        if (scenario is null || diagnostics.HasErrors)
        {
            return new ScenarioReading { Scenario = null, Diagnostics = found };
        }

        scenario = scenario with
        {
            Files = [.. loaded!.Value.Files, .. priceFiles.Files, .. draws.Files],
            Draws = draws.Used,
            ContentHash = CanonicalText.HashOf(scenario),
            Overrides = [.. set.Values.Select(o => $"{o.Address}={o.Text}").Order(StringComparer.Ordinal)],
            Warnings = [.. found.Select(d => $"{d.Code}: {d.Message}")],
        };
        return new ScenarioReading { Scenario = scenario, Diagnostics = found };
    }

    private static Scenario? Interpret(
        MappingNode top,
        string name,
        OverrideTable overrides,
        DiagnosticList diagnostics,
        PriceFiles priceFiles,
        DrawTables draws
    )
    {
        var context = new ReadingContext(diagnostics, NameIndex.Of(top), overrides, priceFiles, draws);
        context.Draws.Load(top, context);
        ReadParameters(top, context);
        var values = new SectionReader(context).Read(top, ParameterCatalogue.Top, "", "");
        var scenario = ScenarioBuilder.Build(values, context, name);
        context.Overrides.ReportUntaken(context);
        context.Draws.ReportUntaken(context);
        ScenarioChecks.Run(scenario, values, context);
        return scenario;
    }

    private static void ReadParameters(MappingNode top, ReadingContext context)
    {
        if (top.Find("parameters")?.Value is not { } node)
        {
            return;
        }

        if (node is not MappingNode parameters)
        {
            context.Add(
                DiagnosticTable.WrongShape,
                node.Span,
                $"parameters: holds a mapping of names to quantities, but this is {node.Form}",
                "write parameters: { waha-capacity: 280 to 350 kb/d }"
            );
            return;
        }

        var reader = new QuantityReader(context);
        var values = new ValueReader(context);
        foreach (var entry in parameters.Entries)
        {
            var address = $"parameters.{entry.Key.Text}";
            context.Settable.Add(address);
            if (values.CheckName(entry.Key))
            {
                reader.ReadParameter(entry.Key.Text, entry.Value, context.Overrides.Take(address));
            }
        }
    }

    /// <summary>What a scenario holds of its files, which need not be read again.</summary>
    private sealed record KnownFiles(
        IReadOnlyDictionary<string, HistoryFile> Histories,
        ImmutableArray<JointDraws> Draws
    );
}
