using System.Text;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Scenarios.Catalogue;
using OilRevenueSim.Scenarios.Reading;
using OilRevenueSim.Scenarios.Text;
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
        return Read(path, new DiskFiles(), overrides ?? []);
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
        return Read(fileName, new MemoryFiles(fileName, text, included), overrides ?? []);
    }

    private static ScenarioReading Read(string path, IScenarioFiles files, IReadOnlyList<QuantityOverride> overrides)
    {
        var diagnostics = new DiagnosticList();
        var loaded = new WorldFiles(files, diagnostics).Load(path);
        var priceFiles = new PriceFiles(files, path);
        var scenario = loaded is null
            ? null
            : Interpret(loaded.Value.Top, Path.GetFileNameWithoutExtension(path), overrides, diagnostics, priceFiles);
        var found = diagnostics.ToImmutable();
        if (scenario is null || diagnostics.HasErrors)
        {
            return new ScenarioReading { Scenario = null, Diagnostics = found };
        }

        scenario = scenario with
        {
            Files = [.. loaded!.Value.Files, .. priceFiles.Files],
            ContentHash = CanonicalText.HashOf(scenario),
            Overrides = [.. overrides.Select(o => $"{o.Address}={o.Text}").Order(StringComparer.Ordinal)],
            Warnings = [.. found.Select(d => $"{d.Code}: {d.Message}")],
        };
        return new ScenarioReading { Scenario = scenario, Diagnostics = found };
    }

    private static Scenario? Interpret(
        MappingNode top,
        string name,
        IReadOnlyList<QuantityOverride> overrides,
        DiagnosticList diagnostics,
        PriceFiles priceFiles
    )
    {
        var context = new ReadingContext(
            diagnostics,
            NameIndex.Of(top),
            new OverrideTable(overrides, diagnostics),
            priceFiles
        );
        ReadParameters(top, context);
        var values = new SectionReader(context).Read(top, ParameterCatalogue.Top, "", "");
        var scenario = ScenarioBuilder.Build(values, context, name);
        context.Overrides.ReportUntaken(context);
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
}
