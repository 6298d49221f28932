using System.Collections.Immutable;
using System.Globalization;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Analysis.Manifests;

/// <summary>One thing a scenario assumes: a number with its range, or a fact such as who holds an area.</summary>
/// <param name="Address">Path of keys, e.g. <c>areas.sirte.holder</c>.</param>
/// <param name="Text">As the author wrote it; the fact itself where it is not a number.</param>
/// <param name="Dimension">What a number measures, e.g. <c>Flow</c>; null for a fact.</param>
/// <param name="Low">5 % quantile of a number as drawn, in base units (b/d, bbl, USD, years, per year); null for a fact.</param>
/// <param name="Median">Its median.</param>
/// <param name="High">Its 95 % quantile.</param>
/// <param name="Parameter">Entry of <c>parameters:</c> whose draw it shares, or null.</param>
public sealed record Assumption(
    string Address,
    string Text,
    string? Dimension,
    double? Low,
    double? Median,
    double? High,
    string? Parameter
)
{
    /// <summary>Everything a scenario assumes, ordinal order of address.</summary>
    public static ImmutableArray<Assumption> Of(Scenario scenario) =>
        [
            .. scenario
                .Quantities.Concat(scenario.Parameters)
                .DistinctBy(q => q.Address, StringComparer.Ordinal)
                .Select(Of)
                .Concat(Facts(scenario).Select(f => new Assumption(f.Address, f.Text, null, null, null, null, null)))
                .OrderBy(a => a.Address, StringComparer.Ordinal),
        ];

    /// <summary>The central 90 % range, or the number where it is certain, with its unit; null for a fact.</summary>
    public string? Range =>
        (Low, High) is ({ } low, { } high) && Enum.TryParse<Dimension>(Dimension, out var dimension)
            ? RangeText(low, high, dimension)
            : null;

    /// <summary>True when both assume the same, whatever the spelling.</summary>
    public bool MeansTheSameAs(Assumption other) =>
        Dimension is null
            ? Text == other.Text
            : (Dimension, Low, Median, High, Parameter)
                == (other.Dimension, other.Low, other.Median, other.High, other.Parameter);

    private static Assumption Of(Quantity quantity)
    {
        var law = new TruncatedLaw(quantity.Law, quantity.Range);
        return new Assumption(
            quantity.Address,
            quantity.Text,
            quantity.Dimension.ToString(),
            law.Quantile(0.05),
            law.Quantile(0.5),
            law.Quantile(0.95),
            quantity.Parameter
        );
    }

    private static IEnumerable<(string Address, string Text)> Facts(Scenario s)
    {
        static string List(IEnumerable<string> names) => string.Join(", ", names);
        yield return ("start", $"{s.Start:yyyy-MM-dd}");
        yield return ("end", $"{s.End:yyyy-MM-dd}");
        yield return ("step", s.Step.ToString());
        yield return ("focus", List(s.Focus));
        yield return ("state", List(s.State));
        yield return (
            "thresholds",
            List(s.Thresholds.Select(t => RangeText(t.Value, t.Value, Core.Units.Dimension.Money)))
        );
        yield return ("routes", string.Join("; ", s.Routes.Select(r => r.Identity)));
        yield return ("passage", List(s.Passage.Select(p => $"{p.Identity} {p.Policy}")));
        yield return ("correlations", List(s.Correlations.Select(c => $"{c.First} ~ {c.Second} {Digits(c.Spearman)}")));
        yield return ("attacks", List(s.Attacks.Select(a => a.Identity)));
        yield return ("blockades", List(s.Blockades.Select(b => b.Identity)));
        yield return ("taps", List(s.Taps.Select(t => t.Identity)));
        yield return ("transfers", List(s.Transfers.Select(t => t.Identity)));
        foreach (var theatre in s.Theatres)
        {
            yield return ($"theatres.{theatre.Name}.start", theatre.StartPhase ?? "");
            yield return ($"theatres.{theatre.Name}.changes", List(theatre.Changes.Select(c => c.Identity)));
        }

        foreach (var actor in s.Actors)
        {
            yield return ($"actors.{actor.Name}.sells", actor.SellsOnOwnAccount ? "own-account" : "for-owner");
            yield return ($"actors.{actor.Name}.aligned", List(actor.Aligned));
        }

        foreach (var area in s.Areas)
        {
            yield return ($"areas.{area.Name}.holder", area.Holder);
            yield return ($"areas.{area.Name}.neighbours", List(area.Neighbours));
            yield return ($"areas.{area.Name}.changes", List(area.Changes.Select(DescribeChange)));
        }

        foreach (var (address, text) in PlaceFacts(s).Concat(CourseFacts(s)))
        {
            yield return (address, text);
        }
    }

    private static string DescribeChange(ControlChange change) =>
        change.TakesWith.IsEmpty ? change.Identity : $"{change.Identity} with {string.Join(" and ", change.TakesWith)}";

    private static IEnumerable<(string Address, string Text)> PlaceFacts(Scenario s)
    {
        foreach (var field in s.Fields)
        {
            yield return ($"fields.{field.Name}", $"in {field.Area}, of {field.Owner}");
        }

        foreach (var node in s.Nodes)
        {
            yield return ($"nodes.{node.Name}", $"{node.Kind} in {node.Area}, of {node.Owner}");
        }

        foreach (var market in s.Markets)
        {
            var sellers = market.Sellers.IsEmpty ? "any" : string.Join(", ", market.Sellers);
            yield return ($"markets.{market.Name}.sellers", sellers);
            yield return ($"markets.{market.Name}.proceeds", string.Join(", ", market.Proceeds.Select(p => p.Actor)));
        }
    }

    private static IEnumerable<(string Address, string Text)> CourseFacts(Scenario s)
    {
        foreach (var intervention in s.Interventions)
        {
            var effects = string.Join(", ", intervention.Effects.Select(e => e.Identity));
            yield return (
                $"interventions.{intervention.Name}",
                $"{intervention.From:yyyy-MM-dd} to {intervention.To:yyyy-MM-dd}: {effects}"
            );
        }

        foreach (var course in s.Courses)
        {
            yield return ($"courses.{course.Name}", string.Join(", ", course.Interventions));
        }
    }

    private static string RangeText(double low, double high, Dimension dimension)
    {
        var size = Math.Max(Math.Abs(low), Math.Abs(high));
        var (factor, unit) = dimension switch
        {
            Core.Units.Dimension.Flow => size >= 1e3 ? (1e-3, " kb/d") : (1.0, " b/d"),
            Core.Units.Dimension.Volume => size >= 1e6 ? (1e-6, " mb") : (1.0, " bbl"),
            Core.Units.Dimension.Money => size >= 1e9 ? (1e-9, " bnUSD")
            : size >= 1e6 ? (1e-6, " MUSD")
            : (1.0, " USD"),
            Core.Units.Dimension.Price => (1.0, " USD/bbl"),
            Core.Units.Dimension.Share or Core.Units.Dimension.Volatility => (100.0, "%"),
            Core.Units.Dimension.Duration => size >= 3.0 ? (1.0, " years")
            : size >= 2.0 / 12.0 ? (12.0, " months")
            : (365.25, " days"),
            Core.Units.Dimension.Rate => (1.0, " per year"),
            Core.Units.Dimension.MoneyRate => (1.0 / 12.0, " USD per month"),
            _ => (1.0, ""),
        };
        var (from, to) = (Digits(low * factor), Digits(high * factor));
        return from == to ? from + unit : $"{from} to {to}{unit}";
    }

    private static string Digits(double value)
    {
        if (value == 0.0 || !double.IsFinite(value))
        {
            return value.ToString(CultureInfo.InvariantCulture);
        }

        var places = Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 8);
        return Math.Round(value, places, MidpointRounding.AwayFromZero)
            .ToString("0." + new string('#', places), CultureInfo.InvariantCulture);
    }
}
