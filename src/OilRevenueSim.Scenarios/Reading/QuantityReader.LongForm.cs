using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios.Catalogue;
using OilRevenueSim.Scenarios.Quantities;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Reading;

// Quantities written long: their law by parts, their origin, their wandering.
internal sealed partial class QuantityReader
{
    private Quantity? FromLongForm(MappingNode mapping, string address, QuantityKey key)
    {
        var (text, provenance, _) = LongParts(mapping, address, key.LongForm);
        return text is null ? null : FromText(text, address, key.Rule, provenance);
    }

    /// <summary>Keeps the wandering of a number that was set on the command line.</summary>
    public void KeepWander(YamlNode written, string address, QuantityKey key)
    {
        if (
            key.Wander is { } shape
            && written is MappingNode mapping
            && mapping.Find("wander")?.Value is MappingNode wander
        )
        {
            var inner = $"{address}.wander";
            context.Places[inner] = wander.Span;
            context.Wanders[address] = new SectionReader(context).Read(wander, shape, inner, inner);
        }
    }

    /// <summary>Where a quantity written long comes from; its law is read elsewhere.</summary>
    public Provenance Origin(MappingNode mapping, string address) => LongParts(mapping, address).Provenance;

    private (ScalarNode? Text, Provenance Provenance, Domain? Domain) LongParts(
        MappingNode mapping,
        string address,
        SectionShape? longForm = null
    )
    {
        var values = new SectionReader(context).Read(
            mapping,
            longForm ?? ParameterCatalogue.Quantity,
            address,
            address
        );
        if (values.Section("wander") is { } wander)
        {
            context.Wanders[address] = wander;
        }

        var isParameter = address.StartsWith("parameters.", StringComparison.Ordinal);
        if (values.Has("domain") && !isParameter)
        {
            context.Add(
                DiagnosticTable.KeyDoesNotApply,
                values.Span("domain"),
                "domain: belongs to entries of parameters: only; elsewhere the key decides",
                "remove it"
            );
        }

        Domain? domain = values.Text("domain") switch
        {
            "share" => Domain.Share,
            "positive" => Domain.Positive,
            "nonneg" => Domain.NonNegative,
            "real" => Domain.Real,
            _ => null,
        };
        var provenance = new Provenance(
            values.Text("source"),
            GradeOf(values.Text("grade")),
            values.Text("date"),
            values.Text("note")
        );
        return (values.IsTorn ? null : LawText(mapping, values), provenance, domain);
    }

    /// <summary>The grade that a word names.</summary>
    public static SourceGrade GradeOf(string? word) =>
        word switch
        {
            "read" => SourceGrade.Read,
            "reported" => SourceGrade.Reported,
            "recalled" => SourceGrade.Recalled,
            "assumption" => SourceGrade.Assumption,
            _ => SourceGrade.Unstated,
        };

    /// <summary>The law of a long form as the text of its short form.</summary>
    private ScalarNode? LawText(MappingNode mapping, SectionValues values)
    {
        if (mapping.Find("value")?.Value is ScalarNode value)
        {
            return value;
        }

        foreach (
            var (first, second, form) in new[]
            {
                ("median", "p95", "lognormal {0} p95 {1}"),
                ("mean", "sd", "normal {0} sd {1}"),
                ("low", "high", "{0} to {1}"),
            }
        )
        {
            if (mapping.Find(first)?.Value is not ScalarNode a || mapping.Find(second)?.Value is not ScalarNode b)
            {
                continue;
            }

            return Certain(a) && Certain(b)
                ? new ScalarNode(a.Span, string.Format(null, form, a.Text, b.Text), 0)
                : null;
        }

        return null;
    }

    private bool Certain(ScalarNode part)
    {
        if (Shape(part) is not { } shape)
        {
            return false;
        }

        if (shape.Kind == ShapeKind.Certain)
        {
            return true;
        }

        context.Add(
            DiagnosticTable.NotYetComputed,
            part.Span,
            "the parts of a distribution may be uncertain in the format, but this version does not compute that yet",
            "write a single number here"
        );
        return false;
    }
}
