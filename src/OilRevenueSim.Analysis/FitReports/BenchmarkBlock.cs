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

    private const int Digits = 4;

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
        text.Append("    spot:\n").Append(Spot(source));
        AppendParameters(text, source, fit);
        AppendCorrelations(text, name, fit);
        return text.ToString();
    }

    private static string Spot(FitSource source)
    {
        var isAverage = source.History.Meaning == PriceMeaning.PeriodAverage;
        return Item(
            6,
            $"{FitNumbers.Plain(source.History.PricesUsd[^1], Digits)} USD/bbl",
            $"{source.History.Name}, {source.Column}",
            FitSource.Day(source.Last),
            $"Last {(isAverage ? "average" : "price")} of the window; write the price of the scenario's first day here."
        );
    }

    private static void AppendParameters(StringBuilder text, FitSource source, PriceModelFit fit)
    {
        string[] open = [];
        foreach (var parameter in fit.Parameters)
        {
            var path = parameter.Key.Split('.');
            var shared = open.Zip(path[..^1]).TakeWhile(p => p.First == p.Second).Count();
            for (var depth = shared; depth < path.Length - 1; depth++)
            {
                text.Append(' ', 4 + (2 * depth)).Append($"{path[depth]}:\n");
            }

            open = path[..^1];
            text.Append(' ', 4 + (2 * open.Length)).Append($"{path[^1]}:\n");
            text.Append(
                Item(
                    6 + (2 * open.Length),
                    Value(parameter),
                    source.Citation,
                    FitSource.Day(source.Last),
                    Note(fit, parameter)
                )
            );
        }
    }

    private static string Item(int indent, string value, string source, string date, string note)
    {
        var space = new string(' ', indent);
        return $"{space}value: {value}\n{space}source: {Quoted(source)}\n{space}grade: read\n{space}date: {date}\n{space}note: {Quoted(note)}\n";
    }

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
        var corrected = parameter.Uncorrected is { } raw
            ? $", corrected for bias from {FitNumbers.Text(raw, Digits)}"
            : "";
        var cut =
            parameter.Unit == "months" && parameter.High > LongestHalfLifeMonths
                ? $" The sample sets no upper end; {LongestHalfLifeMonths:0} months stand for it."
                : "";
        return $"Maximum likelihood, model {FitNumbers.Name(fit)}: estimate {estimate} {parameter.Unit}".TrimEnd()
            + $"{error}{corrected}; 90 % interval.{cut}";
    }

    private static void AppendCorrelations(StringBuilder text, string name, PriceModelFit fit) { }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
