using System.Globalization;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Scenarios.Quantities;

/// <summary>Measures a quantity's shape against what its key expects: units, order, range, law.</summary>
internal sealed partial class QuantityMeasure
{
    private readonly QuantityShape shape;
    private readonly QuantityRule rule;
    private readonly Dimension dimension;
    private readonly Domain domain;
    private QuantityProblem? problem;

    private QuantityMeasure(QuantityShape shape, QuantityRule rule)
    {
        this.shape = shape;
        this.rule = rule;
        var effective =
            rule.Form is QuantityForm.HazardRate or QuantityForm.LossRate
            && shape.Values.Any(v => v.Unit?.Dimension == Dimension.Share);
        IsChance = rule.Form == QuantityForm.Chance || effective;
        dimension =
            IsChance ? Dimension.Share
            : rule.Form == QuantityForm.MeanInterval ? Dimension.Duration
            : rule.Dimension;
        domain = IsChance ? Domain.Share : rule.Domain;
    }

    private bool IsChance { get; }

    /// <summary>The law a shape gives under a rule, or what is wrong with it. Parameters are resolved elsewhere.</summary>
    public static (MeasuredQuantity? Measured, QuantityProblem? Problem) Of(QuantityShape shape, QuantityRule rule)
    {
        var measure = new QuantityMeasure(shape, rule);
        var measured = measure.Measure();
        return measure.problem is null ? (measured, null) : (null, measure.problem);
    }

    private MeasuredQuantity? Measure()
    {
        var window = Window();
        var values = problem is null ? Values() : [];
        if (problem is not null)
        {
            return null;
        }

        var law = Law(values);
        if (law is null || problem is not null)
        {
            return null;
        }

        return new MeasuredQuantity
        {
            Law = law,
            Dimension = dimension,
            Range = QuantityRule.RangeOf(domain),
            Conversion =
                IsChance && rule.Form == QuantityForm.LossRate && window == 1.0 ? Conversion.EffectiveToLogRate
                : IsChance ? Conversion.ChanceToRate
                : rule.Form == QuantityForm.MeanInterval ? Conversion.MeanTimeToRate
                : Conversion.None,
            WindowYears = window,
        };
    }

    /// <summary>Years within which a chance holds; 0 for what is no chance.</summary>
    private double Window()
    {
        if (rule.Form == QuantityForm.Chance)
        {
            if (shape.Within is null)
            {
                Fail(
                    DiagnosticTable.TimeMissing,
                    0,
                    shape.Text.Length,
                    $"'{shape.Text}': a chance needs the time within which it holds",
                    $"write {shape.Text} within 12 months"
                );
                return 0.0;
            }

            if (shape.Within is not { Unit.Dimension: Dimension.Duration, Per: null })
            {
                Fail(
                    DiagnosticTable.UnitWrong,
                    shape.Within.Start,
                    shape.Within.Length,
                    "a time was expected after 'within'",
                    $"write within {shape.Within.Number} months"
                );
                return 0.0;
            }

            var years = shape.Within.Unit.ToBase(shape.Within.Number);
            if (!(years > 0.0))
            {
                Fail(
                    DiagnosticTable.OutOfRange,
                    shape.Within.Start,
                    shape.Within.Length,
                    "the time must be above zero",
                    null
                );
            }

            return years;
        }

        if (shape.Within is not null)
        {
            Fail(
                DiagnosticTable.NotAQuantity,
                shape.Within.Start,
                shape.Within.Length,
                "'within' belongs to a chance",
                "write chance: 20% within 12 months in place of every: or rate:"
            );
        }

        if (!IsChance || shape.Values.Count == 0 || shape.Values[0].Per is not { } per)
        {
            return 0.0;
        }

        if (shape.Values.FirstOrDefault(v => v.Per != per) is { } other)
        {
            Fail(
                DiagnosticTable.UnitWrong,
                other.Start,
                other.Length,
                "both ends of an effective rate must be per the same time",
                $"write the time once, at the end: 4% to 8% per {per.Name}"
            );
        }

        return per.ToBase("1");
    }

    private double[] Values()
    {
        var plain = shape.Kind == ShapeKind.Beta;
        var result = new double[shape.Values.Count];
        for (var i = 0; i < result.Length && problem is null; i++)
        {
            var value = shape.Values[i];
            if (plain)
            {
                CheckNoUnit(value);
            }
            else
            {
                CheckUnit(value);
            }

            if (problem is null)
            {
                result[i] = ToBase(value);
                if (!double.IsFinite(result[i]))
                {
                    Fail(
                        DiagnosticTable.OutOfRange,
                        value.Start,
                        value.Length,
                        $"'{value.Number}' is too large to compute with",
                        null
                    );
                }
            }
        }

        return result;
    }

    private double ToBase(WrittenValue value)
    {
        var plain = value.Unit?.ToBase(value.Number) ?? Unit.Shifted(value.Number, 0);
        return value.Per is null || IsChance ? plain : plain * value.Per.Divisor / value.Per.Multiplier;
    }

    private void CheckNoUnit(WrittenValue value)
    {
        if (value.Unit is not null || value.Per is not null)
        {
            Fail(
                DiagnosticTable.UnitWrong,
                value.Start,
                value.Length,
                "the two numbers of a beta law have no unit",
                "write beta 2 8"
            );
        }
        else if (dimension is not (Dimension.Share or Dimension.Number or Dimension.Volatility))
        {
            Fail(
                DiagnosticTable.BadShape,
                0,
                shape.Text.Length,
                $"a beta law lies between 0 and 1, but this is {Unit.NameOf(dimension)}",
                $"write for example {rule.Example}"
            );
        }
    }

    private void CheckUnit(WrittenValue value)
    {
        var timed =
            dimension is Dimension.Rate or Dimension.MoneyRate || (IsChance && rule.Form != QuantityForm.Chance);
        var wanted = dimension switch
        {
            Dimension.MoneyRate => Dimension.Money,
            Dimension.Volatility => Dimension.Share,
            _ => dimension,
        };
        var fits = dimension switch
        {
            Dimension.Number => value.Unit is null or { Dimension: Dimension.Share },
            Dimension.Rate => value.Unit is null
                || (rule.Form == QuantityForm.Drift && value.Unit.Dimension == Dimension.Share),
            _ => value.Unit?.Dimension == wanted,
        };
        if (fits && timed == (value.Per is not null))
        {
            return;
        }

        if (value.Unit is null && value.Per is null)
        {
            MissingUnit(value);
            return;
        }

        var written = $"{value.Unit?.Name}{(value.Per is null ? "" : $" per {value.Per.Name}")}".Trim();
        Fail(
            DiagnosticTable.UnitWrong,
            value.Start,
            value.Length,
            $"'{written}' does not measure {Unit.NameOf(IsChance ? Dimension.Share : rule.Dimension)}",
            $"use {Unit.Choices(timed && IsChance ? Dimension.Rate : dimension)}, for example {rule.Example}"
        );
    }

    private void MissingUnit(WrittenValue value)
    {
        var text = dimension is Dimension.Share or Dimension.Volatility
            ? WithPercent()
            : shape.Text.Trim() + Unit.Usual(dimension);
        Fail(
            DiagnosticTable.UnitMissing,
            value.Start,
            value.Length,
            $"'{value.Number}' has no unit; this key holds {Unit.NameOf(rule.Form == QuantityForm.Plain ? rule.Dimension : dimension)}",
            $"write {text} (units: {Unit.Choices(dimension)})"
        );
    }

    /// <summary>The text with every number as a percentage; numbers up to 1 are taken for shares of 1.</summary>
    private string WithPercent()
    {
        var bare = shape.Values.Where(v => v.Length == v.Number.Length).OrderByDescending(v => v.Start).ToList();
        var asShares = bare.All(v => Math.Abs(Unit.Shifted(v.Number, 0)) <= 1.0);
        var text = shape.Text;
        foreach (var value in bare)
        {
            var number = asShares
                ? Unit.Shifted(value.Number, 2).ToString("0.####", CultureInfo.InvariantCulture)
                : value.Number;
            text = $"{text[..value.Start]}{number}%{text[(value.Start + value.Length)..]}";
        }

        return text.Trim();
    }

    private void Fail(DiagnosticRule found, int start, int length, string message, string? hint) =>
        problem ??= new QuantityProblem(found, start, length, message, hint);
}
