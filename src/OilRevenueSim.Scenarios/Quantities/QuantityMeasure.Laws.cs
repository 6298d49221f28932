using System.Globalization;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Scenarios.Quantities;

// The law of a measured shape, with the checks that it can exist and keeps to its range.
internal sealed partial class QuantityMeasure
{
    private Law? Law(double[] x)
    {
        switch (shape.Kind)
        {
            case ShapeKind.Certain:
                return InRange(x) ? new CertainLaw(x[0]) : null;
            case ShapeKind.Interval:
                return Ordered(x) && InRange(x) && InsideEdges(x) ? IntervalLaw.Of(domain, x[0], x[1]) : null;
            case ShapeKind.Uniform:
                return Ordered(x) && InRange(x) ? new UniformLaw(x[0], x[1]) : null;
            case ShapeKind.Triangular:
                return Ordered(x) && InRange(x) ? new TriangularLaw(x[0], x[1], x[2]) : null;
            case ShapeKind.Pert:
                return Ordered(x) && InRange(x) ? new PertLaw(x[0], x[1], x[2]) : null;
            case ShapeKind.Normal:
                return x[1] > 0.0
                    ? new NormalLaw(x[0], x[1])
                    : Bad(1, "the standard deviation must be above zero", "for a certain value write the number alone");
            case ShapeKind.LogNormal:
                return !(x[0] > 0.0) ? Bad(0, "the median of a lognormal law must be above zero", null)
                    : !(x[1] > x[0])
                        ? Bad(
                            1,
                            "the 95 % quantile must be above the median",
                            "write the median first: lognormal 3 p95 24 months"
                        )
                    : Intervals.LogNormalFromMedian(x[0], x[1]);
            case ShapeKind.Beta:
                return x[0] > 0.0 && x[1] > 0.0
                    ? new BetaLaw(x[0], x[1])
                    : Bad(x[0] > 0.0 ? 1 : 0, "both numbers of a beta law must be above zero", "write beta 2 8");
            case ShapeKind.Discrete:
                return InRange(x) && ProbabilitiesAdd() ? new DiscreteLaw([.. x], [.. shape.Probabilities]) : null;
            default:
                return null;
        }
    }

    private bool Ordered(double[] x)
    {
        for (var i = 1; i < x.Length; i++)
        {
            var mayTouch = shape.Kind is ShapeKind.Triangular or ShapeKind.Pert && x[0] < x[^1];
            if (x[i - 1] < x[i] || (mayTouch && x[i - 1] <= x[i]))
            {
                continue;
            }

            var (a, b) = (shape.Values[i - 1], shape.Values[i]);
            Fail(
                DiagnosticTable.IntervalReversed,
                a.Start,
                b.Start + b.Length - a.Start,
                x[i - 1] == x[i] ? "both ends of the range are the same" : "the range runs from high to low",
                x[i - 1] == x[i] ? "for a certain value write the number alone" : "write the smaller number first"
            );
            return false;
        }

        return true;
    }

    private bool InRange(double[] x)
    {
        var range = QuantityRule.RangeOf(domain);
        for (var i = 0; i < x.Length; i++)
        {
            var single = shape.Kind is ShapeKind.Certain or ShapeKind.Discrete;
            var zero = x[i] == 0.0 && domain == Domain.Positive && (single || (x.Length > 1 && i == x.Length - 1));
            var sure = (IsChance || rule.BelowOne) && x[i] >= 1.0 && single;
            if (x[i] >= range.Low && x[i] <= range.High && !zero && !sure)
            {
                continue;
            }

            var value = shape.Values[i];
            var text = shape.Text.Substring(value.Start, Math.Min(value.Length, shape.Text.Length - value.Start));
            Fail(
                RangeCode(x[i]),
                value.Start,
                value.Length,
                $"'{text}' lies outside what is possible: {Possible(sure)}",
                sure ? SureHint : $"write for example {rule.Example}"
            );
            return false;
        }

        return true;
    }

    private string? SureHint =>
        rule.BelowOne ? "one hit would bring another without end: write for example 0.5"
        : rule.Form == QuantityForm.LossRate ? "nothing is left of a loss of 100%: write for example 90% per year"
        : "for something certain to happen use a short every:, such as every: 1 week";

    private DiagnosticRule RangeCode(double value) =>
        rule.RangeCode
        ?? (
            dimension == Dimension.Duration && value < 0.0
                ? DiagnosticTable.NegativeDuration
                : DiagnosticTable.OutOfRange
        );

    private string Possible(bool sure) =>
        sure
            ? rule.BelowOne
                ? "it must be below 1"
                : rule.Form == QuantityForm.LossRate
                    ? "a loss is below 100%"
                    : "a chance is below 100%"
            : domain switch
            {
                Domain.Share => "a share lies between 0% and 100%",
                Domain.Correlation => "a correlation lies between -1 and 1",
                Domain.Positive => $"{Unit.NameOf(dimension)} must be above zero",
                _ => $"{Unit.NameOf(dimension)} cannot be negative here",
            };

    private bool InsideEdges(double[] x)
    {
        var atLow = domain is not (Domain.Real or Domain.Correlation) && x[0] <= 0.0;
        var atHigh = domain == Domain.Share && x[1] >= 1.0;
        if (!atLow && !atHigh)
        {
            return true;
        }

        var end = shape.Values[atLow ? 0 : 1];
        var within = shape.Text.IndexOf("within", StringComparison.Ordinal);
        var text = (within > 0 ? shape.Text[..within] : shape.Text).Trim();
        Fail(
            DiagnosticTable.IntervalAtEdge,
            end.Start,
            end.Length,
            $"'{text}' is a 90 % interval: it leaves 5 % on either side, so it cannot reach {(atLow ? "zero" : "100%")}",
            $"write uniform {shape.Text.Trim()}, or an interval strictly inside"
        );
        return false;
    }

    private bool ProbabilitiesAdd()
    {
        var sum = 0.0;
        foreach (var p in shape.Probabilities)
        {
            sum += p;
            if (p is < 0.0 or > 1.0)
            {
                Fail(
                    DiagnosticTable.BadShape,
                    0,
                    shape.Text.Length,
                    "a probability lies between 0 and 1",
                    "write discrete 0:0.9 1.5:0.1"
                );
                return false;
            }
        }

        if (Math.Abs(sum - 1.0) <= 1e-9)
        {
            return true;
        }

        var found = sum.ToString("0.######", CultureInfo.InvariantCulture);
        Fail(
            DiagnosticTable.BadShape,
            0,
            shape.Text.Length,
            $"the probabilities add to {found}, not to 1",
            "write each value with its probability: discrete 0:0.9 1.5:0.1"
        );
        return false;
    }

    private Law? Bad(int index, string message, string? hint)
    {
        var value = shape.Values[index];
        Fail(DiagnosticTable.BadShape, value.Start, value.Length, message, hint);
        return null;
    }
}
