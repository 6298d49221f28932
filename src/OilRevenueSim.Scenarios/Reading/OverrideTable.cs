using System.Collections.Immutable;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios.Text;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>The values of <c>--set</c>, waiting for the reader to reach their addresses.</summary>
internal sealed class OverrideTable
{
    private readonly Dictionary<string, ScalarNode> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public OverrideTable(IReadOnlyList<QuantityOverride> overrides, OverrideOrigin origin, DiagnosticList diagnostics)
    {
        Origin = origin;
        foreach (var item in overrides)
        {
            var source = new SourceText(origin.Word, $"{item.Address}={item.Text}");
            var span = source.SpanAt(item.Address.Length + 1, item.Text.Length);
            if (!values.TryAdd(item.Address, new ScalarNode(span, item.Text, 0)))
            {
                diagnostics.Add(
                    DiagnosticTable.SetTwice,
                    source.SpanAt(0, item.Address.Length),
                    $"'{item.Address}' is set twice",
                    "give each address once"
                );
            }
        }
    }

    /// <summary>Who set them.</summary>
    public OverrideOrigin Origin { get; }

    /// <summary>The value set for an address, or null.</summary>
    public ScalarNode? Take(string address)
    {
        if (!values.TryGetValue(address, out var value))
        {
            return null;
        }

        taken.Add(address);
        return value;
    }

    /// <summary>True when an address is set.</summary>
    public bool Has(string address) => values.ContainsKey(address);

    /// <summary>True when an address is set, or was before.</summary>
    public bool HasEver(string address) => Has(address) || Origin.Earlier.Contains(address);

    /// <summary>True when nothing is set and nothing was.</summary>
    public bool IsEmpty => values.Count == 0 && Origin.Earlier.Count == 0;

    /// <summary>Reports addresses that the reader never reached.</summary>
    public void ReportUntaken(ReadingContext context)
    {
        foreach (var (address, value) in values.Where(v => !taken.Contains(v.Key)))
        {
            var near = NearestName.FindAll(address, context.Settable, 3);
            var last = address[(address.LastIndexOf('.') + 1)..];
            if (near.Count == 0)
            {
                near =
                [
                    .. context
                        .Settable.Where(a => a.EndsWith("." + last, StringComparison.Ordinal))
                        .Order(StringComparer.Ordinal)
                        .Take(3),
                ];
            }

            context.Add(
                DiagnosticTable.SetUnknownAddress,
                value.Span.Source.SpanAt(0, address.Length),
                $"no value of the scenario has the address '{address}'",
                near.Count > 0
                    ? $"near it: {string.Join(", ", near)}"
                    : "an address is the path of keys, such as benchmarks.brent.spot or areas.AREA.changes.FROM>TO.every"
            );
        }
    }
}

/// <summary>Where values that replace those of a scenario come from.</summary>
/// <param name="Word">What messages call it.</param>
/// <param name="Provenance">What the numbers say of their origin.</param>
/// <param name="Earlier">Addresses that were set before, and are certain on purpose.</param>
internal sealed record OverrideOrigin(string Word, Provenance Provenance, ImmutableHashSet<string> Earlier)
{
    /// <summary><c>--set</c>.</summary>
    public static OverrideOrigin CommandLine { get; } = new("--set", Provenance.CommandLine, []);
}
