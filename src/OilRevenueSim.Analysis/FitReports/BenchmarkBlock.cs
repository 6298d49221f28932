using System.Collections.Immutable;
using System.Text;
using OilRevenueSim.Analysis.Fitting;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Analysis.FitReports;

/// <summary>
/// A fit as the <c>benchmarks:</c> of a scenario: every parameter with its 90 % interval, which is what <c>a to b</c> means there, and
/// its source.
/// </summary>
public static class BenchmarkBlock
{
    /// <summary>
    /// Longest half-life written where the sample sets no upper end, months. In fifty years half of a deviation returns, so that the
    /// price of the few years of a scenario is as good as a random walk.
    /// </summary>
    public const double LongestHalfLifeMonths = 600.0;

    private const double StrongCorrelation = 0.3;
    private const int Digits = 4;
    private const string StartKey = "regimes.start";

    /// <summary>The block, ending in a line feed.</summary>
    /// <param name="source">Where the prices come from.</param>
    /// <param name="fit">Fit with finite estimates.</param>
    /// <param name="reason">Why this model, for the comment above the block.</param>
    public static string Write(FitSource source, PriceModelFit fit, string reason)
    {
        var name = source.BenchmarkName;
        var text = new StringBuilder();
        text.Append($"# {name} from {source.Citation}.\n");
        text.Append(
            $"# Model {FitNumbers.Name(fit)}, fitted by maximum likelihood (oilsim fit {source.EngineVersion}). {reason}\n"
        );
        text.Append("# Intervals are of 90 %: each future draws its own parameters. Nominal dollars.\n");
        text.Append($"benchmarks:\n  {name}:\n    model: {fit.Model}\n");
        Append(text, 4, Parameters(source, fit).Prepend(new BlockEntry(["spot"], Spot(source))));
        AppendCorrelations(text, name, fit);
        return text.ToString();
    }

    /// <summary>Correlations among the parameters of which a pair goes strongly together; all of them, so that they stay consistent.</summary>
    private static void AppendCorrelations(StringBuilder text, string name, PriceModelFit fit)
    {
        var written = fit
            .Parameters.Where(p => !p.ObservationsOnly && p.Low < p.High)
            .Select(p => p.Key)
            .ToHashSet(StringComparer.Ordinal);
        var pairs = fit.Correlations.Where(c => written.Contains(c.First) && written.Contains(c.Second)).ToList();
        var strong = pairs
            .Where(c => Math.Abs(c.Correlation) >= StrongCorrelation)
            .SelectMany(c => new[] { c.First, c.Second })
            .ToHashSet(StringComparer.Ordinal);
        if (strong.Count == 0)
        {
            return;
        }

        text.Append(
            "# Estimates that go together; add these lines to the scenario's own correlations: where it has some.\ncorrelations:\n"
        );
        foreach (
            var (first, second, correlation) in pairs.Where(c => strong.Contains(c.First) && strong.Contains(c.Second))
        )
        {
            var rounded = Math.Round(RankCorrelation(correlation), 2);
            if (rounded != 0.0)
            {
                text.Append(
                    $"  - [benchmarks.{name}.{first}, benchmarks.{name}.{second}, {FitNumbers.Plain(rounded, 2)}]\n"
                );
            }
        }
    }

    private static string Spot(FitSource source)
    {
        var isAverage = source.History.Meaning == PriceMeaning.PeriodAverage;
        return Item(
            $"{FitNumbers.Plain(source.History.PricesUsd[^1], Digits)} USD/bbl",
            $"{source.History.Name}, {source.Column}",
            FitSource.Day(source.Last),
            $"Last {(isAverage ? "average" : "price")} of the window; write the price of the scenario's first day here."
        );
    }

    private static IEnumerable<BlockEntry> Parameters(FitSource source, PriceModelFit fit) =>
        fit
            .EndStates.Concat(fit.Parameters)
            .Where(p => !p.ObservationsOnly)
            .Select(p => new BlockEntry(
                [.. p.Key.Split('.')],
                p.Key == StartKey ? Start(p) : Item(Value(p), source.Citation, FitSource.Day(source.Last), Note(fit, p))
            ));

    /// <summary>The regime of the first day: the likelier one after the last price.</summary>
    private static string Start(FittedParameter turbulence) =>
        $"{(turbulence.Estimate > 0.5 ? "turbulent" : "calm")} # turbulent at the last price with probability {FitNumbers.Plain(turbulence.Estimate, 2)}";

    /// <summary>Writes entries below one another; those that share a first key stand under it once.</summary>
    private static void Append(StringBuilder text, int indent, IEnumerable<BlockEntry> entries)
    {
        foreach (var group in entries.GroupBy(e => e.Path[0], StringComparer.Ordinal))
        {
            var below = group.Where(e => e.Path.Length > 1).Select(e => e with { Path = e.Path[1..] }).ToList();
            if (group.Key == "changes")
            {
                text.Append(' ', indent).Append("changes:\n");
                AppendChanges(text, indent + 2, below);
            }
            else if (below.Count > 0)
            {
                text.Append(' ', indent).Append(group.Key).Append(":\n");
                Append(text, indent + 2, below);
            }
            else
            {
                var leaf = group.Single().Text;
                text.Append(' ', indent).Append(group.Key).Append(':');
                text.Append(leaf.Contains('\n', StringComparison.Ordinal) ? "" : " ");
                text.Append(leaf.Replace("\n", "\n" + new string(' ', indent + 2), StringComparison.Ordinal))
                    .Append('\n');
            }
        }
    }

    private static void AppendChanges(StringBuilder text, int indent, List<BlockEntry> changes)
    {
        foreach (var change in changes.GroupBy(e => e.Path[0], StringComparer.Ordinal))
        {
            var (from, to) = (change.Key.Split('>')[0], change.Key.Split('>')[1]);
            text.Append(' ', indent).Append($"- from: {from}\n").Append(' ', indent + 2).Append($"to: {to}\n");
            Append(text, indent + 2, change.Select(e => e with { Path = e.Path[1..] }));
        }
    }

    /// <summary>A quantity with its provenance, a line feed before each line.</summary>
    private static string Item(string value, string source, string date, string note) =>
        $"\nvalue: {value}\nsource: {Quoted(source)}\ngrade: read\ndate: {date}\nnote: {Quoted(note)}";

    /// <summary>The interval in the unit that the scenario format takes.</summary>
    private static string Value(FittedParameter parameter)
    {
        var (factor, unit) = parameter.Unit switch
        {
            "per √year" => (100.0, "%"),
            "per year" => (1.0, " per year"),
            "USD/bbl" => (1.0, " USD/bbl"),
            "months" => (1.0, " months"),
            _ => (1.0, ""),
        };
        var high = parameter.Unit == "months" ? Math.Min(parameter.High, LongestHalfLifeMonths) : parameter.High;
        if (!double.IsFinite(parameter.Low) || !double.IsFinite(high) || parameter.Low >= high)
        {
            return FitNumbers.Plain(factor * parameter.Estimate, Digits) + unit;
        }

        var (from, to) = (FitNumbers.Plain(factor * parameter.Low, Digits), FitNumbers.Plain(factor * high, Digits));
        return from == to ? from + unit : $"{from} to {to}{unit}";
    }

    private static string Note(PriceModelFit fit, FittedParameter parameter)
    {
        var estimate = FitNumbers.Text(parameter.Estimate, Digits);
        var error = double.IsFinite(parameter.StandardError)
            ? $", standard error {FitNumbers.Text(parameter.StandardError, 2)}"
            : "";
        var cut =
            parameter.Unit != "months" || parameter.High <= LongestHalfLifeMonths ? ""
            : double.IsFinite(parameter.High)
                ? $" Its upper end, {FitNumbers.Text(parameter.High)} months, is cut to {LongestHalfLifeMonths:0}."
            : $" The sample sets no upper end; {LongestHalfLifeMonths:0} months stand for it.";
        var found = parameter.Uncorrected is { } raw
            ? $"estimate {estimate} {parameter.Unit}, corrected for bias from the maximum at {FitNumbers.Text(raw, Digits)}{error}"
            : $"estimate {estimate} {parameter.Unit}".TrimEnd() + error;
        return $"Maximum likelihood, model {FitNumbers.Name(fit)}: {found}; 90 % interval.{cut}";
    }

    /// <summary>Rank correlation of two jointly normal numbers, as a scenario takes it: 6/π · arcsin(r/2).</summary>
    private static double RankCorrelation(double correlation) => 6.0 / Math.PI * Math.Asin(0.5 * correlation);

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>A value of the block.</summary>
    /// <param name="Path">Keys that lead to it below the benchmark.</param>
    /// <param name="Text">What stands after the last key.</param>
    private sealed record BlockEntry(ImmutableArray<string> Path, string Text);
}
