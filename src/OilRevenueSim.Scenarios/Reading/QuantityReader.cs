using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;
using OilRevenueSim.Scenarios.Catalogue;
using OilRevenueSim.Scenarios.Quantities;
using OilRevenueSim.Scenarios.Text;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Reads the quantity of a key, short or long, certain, uncertain or by a parameter's name.</summary>
internal sealed partial class QuantityReader(ReadingContext context)
{
    /// <summary>The quantity at an address; null where it was not understood (and reported).</summary>
    public Quantity? Read(YamlNode node, string address, QuantityRule rule) =>
        Read(node, address, new QuantityKey(rule));

    /// <summary>The quantity of a key, with its wandering where it has any.</summary>
    public Quantity? Read(YamlNode node, string address, QuantityKey key)
    {
        var rule = key.Rule;
        context.Places[address] = node.Span;
        var quantity = node switch
        {
            ScalarNode scalar => FromText(scalar, address, rule, OriginOf(address)),
            MappingNode mapping => FromLongForm(mapping, address, key),
            _ => Refuse(node, rule),
        };
        if (quantity is not null)
        {
            context.Quantities[address] = quantity;
        }

        return quantity;
    }

    /// <summary>The quantity that a key has where the file does not give it.</summary>
    public Quantity Default(string text, string address, QuantityRule rule)
    {
        var (shape, _) = QuantityGrammar.Read(text);
        var (measured, problem) = QuantityMeasure.Of(shape!, rule);
        if (measured is null)
        {
            throw new InvalidOperationException(
                $"The default '{text}' of {address} is no quantity: {problem!.Message}."
            );
        }

        var quantity = Assemble(address, measured, text, Provenance.Default);
        context.Quantities[address] = quantity;
        return quantity;
    }

    /// <summary>An entry of <c>parameters:</c>: its unit says what it measures. What <c>--set</c> gives keeps its domain.</summary>
    public void ReadParameter(string name, YamlNode node, ScalarNode? set)
    {
        var address = $"parameters.{name}";
        context.Places[address] = node.Span;
        var parts = node switch
        {
            ScalarNode scalar => (Text: scalar, Provenance: OriginOf(address), Domain: (Domain?)null),
            MappingNode mapping => LongParts(mapping, address),
            _ => (Text: null, Provenance: Provenance.None, Domain: null),
        };
        if (set is not null)
        {
            parts = parts with { Text = set, Provenance = context.Overrides.Origin.Provenance };
        }
        else if (node is ListNode)
        {
            Refuse(node, new QuantityRule(Dimension.Flow, Domain.Positive));
        }

        if (parts.Text is null || Shape(parts.Text) is not { } shape)
        {
            return;
        }

        if (shape.Kind == ShapeKind.Parameter)
        {
            context.Add(
                DiagnosticTable.NotAQuantity,
                parts.Text.Span,
                $"a parameter holds a quantity, not the name of another ('{shape.Parameter}')",
                "write a number with its unit, such as 25 to 45 kb/d"
            );
            return;
        }

        var rule = ParameterCatalogue.ParameterRule(DimensionOf(shape), parts.Domain);
        if (Measure(shape, parts.Text, rule) is { } measured)
        {
            var quantity = Assemble(address, measured, parts.Text.Text, parts.Provenance);
            context.Parameters[name] = (measured, quantity);
            context.Quantities[address] = quantity;
        }
    }

    private static Dimension DimensionOf(QuantityShape shape)
    {
        if (shape.Kind == ShapeKind.Beta)
        {
            return Dimension.Share;
        }

        var last = shape.Values[^1];
        return (last.Unit?.Dimension, last.Per) switch
        {
            (null, null) => Dimension.Number,
            (null, _) => Dimension.Rate,
            (Dimension.Money, not null) => Dimension.MoneyRate,
            ({ } dimension, _) => dimension,
        };
    }

    private Provenance OriginOf(string address) =>
        context.Overrides.Has(address) ? context.Overrides.Origin.Provenance : Provenance.None;

    private Quantity? FromText(ScalarNode text, string address, QuantityRule rule, Provenance provenance)
    {
        if (text.IsEmpty)
        {
            context.Add(
                DiagnosticTable.ValueMissing,
                text.Span,
                "there is no value here",
                $"write for example {rule.Example}"
            );
            return null;
        }

        if (Shape(text) is not { } shape)
        {
            return null;
        }

        if (shape.Kind == ShapeKind.Parameter)
        {
            return FromParameter(shape, text, address, rule, provenance);
        }

        return Measure(shape, text, rule) is { } measured ? Assemble(address, measured, text.Text, provenance) : null;
    }

    private QuantityShape? Shape(ScalarNode text)
    {
        var (shape, problem) = QuantityGrammar.Read(text.Text);
        if (problem is not null)
        {
            Report(text, problem);
        }

        return shape;
    }

    private MeasuredQuantity? Measure(QuantityShape shape, ScalarNode text, QuantityRule rule)
    {
        var (measured, problem) = QuantityMeasure.Of(shape, rule);
        if (problem is not null)
        {
            Report(text, problem);
        }

        return measured;
    }

    private Quantity? FromParameter(
        QuantityShape shape,
        ScalarNode text,
        string address,
        QuantityRule rule,
        Provenance provenance
    )
    {
        var name = shape.Parameter!;
        if (!context.Names.Has(EntityKind.Parameter, name))
        {
            UnknownParameter(name, text, rule);
            return null;
        }

        context.UsedParameters.Add(name);
        if (!context.Parameters.TryGetValue(name, out var parameter))
        {
            return null;
        }

        // A stand-in with the parameter's own unit measures everything that depends on the key: window and conversion.
        var (wanted, conversion) = rule.Form switch
        {
            QuantityForm.MeanInterval => (Dimension.Duration, Conversion.MeanTimeToRate),
            QuantityForm.Chance => (Dimension.Share, Conversion.ChanceToRate),
            _ => (rule.Dimension, Conversion.None),
        };
        var found = parameter.Measured.Dimension;
        if (found != wanted && !(found == Dimension.Share && wanted is Dimension.Number or Dimension.Volatility))
        {
            context.Add(
                DiagnosticTable.ParameterMisfit,
                text.Span,
                $"the parameter '{name}' is {Unit.NameOf(found)}, but this key holds {Unit.NameOf(wanted)}",
                $"use a parameter in {Unit.Choices(wanted)}"
            );
            return null;
        }

        if (Window(shape, text, rule) is not { } window || !LawRange.Fits(parameter.Measured.Law, rule.Range))
        {
            ReportRange(name, text, rule);
            return null;
        }

        return new Quantity
        {
            Address = address,
            Law = parameter.Measured.Law,
            Dimension = wanted,
            Range = rule.Range,
            Conversion = conversion,
            WindowYears = window,
            Parameter = $"parameters.{name}",
            Text = text.Text,
            Provenance = provenance == Provenance.None ? parameter.Quantity.Provenance : provenance,
        };
    }

    private void ReportRange(string name, ScalarNode text, QuantityRule rule)
    {
        if (LawRange.Fits(context.Parameters[name].Measured.Law, rule.Range))
        {
            return;
        }

        context.Add(
            DiagnosticTable.OutOfRange,
            text.Span,
            $"the parameter '{name}' can take values that this key cannot hold",
            $"this key holds values such as {rule.Example}"
        );
    }

    private double? Window(QuantityShape shape, ScalarNode text, QuantityRule rule)
    {
        if (rule.Form != QuantityForm.Chance && shape.Within is null)
        {
            return 0.0;
        }

        // Any share will do in place of the parameter: only the time after `within` is read.
        var stand = shape with
        {
            Kind = ShapeKind.Certain,
            Values = [new WrittenValue("1", Unit.Find("%"), null, 0, shape.Text.Length)],
        };
        return Measure(stand, text, rule)?.WindowYears;
    }

    private void UnknownParameter(string name, ScalarNode text, QuantityRule rule)
    {
        var known = context.Names.All(EntityKind.Parameter);
        var nearest = NearestName.Find(name, known);
        context.Add(
            DiagnosticTable.UnknownParameter,
            text.Part(0, name.Length),
            $"'{name}' is neither a quantity nor the name of a parameter",
            nearest is not null ? $"did you mean '{nearest}'?"
                : name is "unlimited" or "none" or "infinite" or "unknown"
                    ? "leave the key out for what is unlimited or not known"
                : $"write a quantity such as {rule.Example}"
        );
    }

    private Quantity? Refuse(YamlNode node, QuantityRule rule)
    {
        context.Add(
            DiagnosticTable.WrongShape,
            node.Span,
            $"a quantity was expected, but this is {node.Form}",
            $"write for example {rule.Example}"
        );
        return null;
    }

    private void Report(ScalarNode text, QuantityProblem problem) =>
        context.Add(problem.Rule, text.Part(problem.Start, problem.Length), problem.Message, problem.Hint);

    private static Quantity Assemble(string address, MeasuredQuantity measured, string text, Provenance provenance) =>
        new()
        {
            Address = address,
            Law = measured.Law,
            Dimension = measured.Dimension,
            Range = measured.Range,
            Conversion = measured.Conversion,
            WindowYears = measured.WindowYears,
            Text = text,
            Provenance = provenance,
        };
}
