using System.Collections.Immutable;
using System.Text.Json.Nodes;
using OilRevenueSim.Analysis.Fitting;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Analysis.Tests.Fitting;

/// <summary>Values of tests/reference/prices/reference.py (numpy 1.24.2, scipy 1.10.1, statsmodels 0.13.5 on Python 3.11.2).</summary>
internal static class PriceReference
{
    private static readonly JsonNode Root = Load();

    public static double StepYears => Number("stepYears");

    public static double[] LogPrices => Numbers("logPrices");

    public static double Number(params ReadOnlySpan<string> path) => Node(path).GetValue<double>();

    public static double[] Numbers(params ReadOnlySpan<string> path) =>
        [.. Node(path).AsArray().Select(n => n!.GetValue<double>())];

    /// <summary>The first observations, as points or as averages.</summary>
    public static PriceSample Sample(int count, int averagedPoints = 1, bool futures = false) =>
        new()
        {
            LogPrices = LogPrices[..count],
            StepYears = StepYears,
            AveragedPoints = averagedPoints,
            Futures = futures ? [Futures(0, 0.25, count), Futures(1, 1.5, count)] : [],
        };

    public static void Near(double expected, double calculated, double tolerance) =>
        Assert.True(
            Math.Abs(calculated - expected) <= tolerance,
            $"calculated {calculated:R}, expected {expected:R}, tolerance {tolerance:G3}"
        );

    private static FuturesSeries Futures(int index, double maturityYears, int count) =>
        new()
        {
            Name = $"{maturityYears}",
            MaturityYears = maturityYears,
            PricesUsd =
            [
                .. Node("futures").AsArray()[index]!.AsArray().Take(count).Select(n => Math.Exp(n!.GetValue<double>())),
            ],
        };

    private static JsonNode Node(params ReadOnlySpan<string> path)
    {
        var node = Root;
        foreach (var name in path)
        {
            node = node[name]!;
        }

        return node;
    }

    private static JsonNode Load()
    {
        using var stream = typeof(PriceReference).Assembly.GetManifestResourceStream("prices/reference.json")!;
        return JsonNode.Parse(stream)!;
    }
}
