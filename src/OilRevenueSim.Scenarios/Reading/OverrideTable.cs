using OilRevenueSim.Scenarios.Text;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>The values of <c>--set</c>, waiting for the reader to reach their addresses.</summary>
internal sealed class OverrideTable
{
    private readonly Dictionary<string, ScalarNode> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public OverrideTable(IReadOnlyList<QuantityOverride> overrides, DiagnosticList diagnostics)
    {
        foreach (var item in overrides)
        {
            var source = new SourceText("--set", $"{item.Address}={item.Text}");
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

    /// <summary>True when nothing is set.</summary>
    public bool IsEmpty => values.Count == 0;

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
