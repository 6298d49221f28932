using System.Globalization;
using CsCheck;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;
using OilRevenueSim.Scenarios.Quantities;
using OilRevenueSim.Tests;

namespace OilRevenueSim.Scenarios.Tests;

public sealed class QuantityGrammarPropertyTests
{
    private static readonly QuantityRule Flow = new(Dimension.Flow, Domain.Positive);
    private static readonly QuantityRule Share = new(Dimension.Share, Domain.Share);
    private static readonly QuantityRule Duration = new(Dimension.Duration, Domain.Positive);

    /// <summary>Positive numbers with up to three decimals, as thousandths.</summary>
    private static readonly Gen<int> Thousandths = Gen.Int[1, 900_000_000];

    [Fact]
    public void Kilobarrels_and_barrels_are_the_same_bits() =>
        Thousandths.SampleFixed(
            n => LawOf($"{Decimal(n)} kb/d", Flow) == LawOf($"{n.ToString(CultureInfo.InvariantCulture)} b/d", Flow),
            seed: "0000ReaderQ01",
            iter: 20_000
        );

    [Fact]
    public void Certain_number_reads_as_the_nearest_double_of_its_text() =>
        Thousandths.SampleFixed(
            n =>
                LawOf($"{Decimal(n)} b/d", Flow)
                    == new CertainLaw(double.Parse(Decimal(n), CultureInfo.InvariantCulture))
                && LawOf($"{Decimal(n)} years", Duration)
                    == new CertainLaw(double.Parse(Decimal(n), CultureInfo.InvariantCulture)),
            seed: "0000ReaderQ02",
            iter: 20_000
        );

    [Fact]
    public void Ninety_percent_of_an_interval_lies_between_its_ends() =>
        Gen.Select(Gen.Int[1, 998], Gen.Int[1, 998])
            .Where((a, b) => a < b)
            .SampleFixed(
                (a, b) =>
                {
                    var flow = LawOf($"{Decimal(a)} to {Decimal(b)} kb/d", Flow);
                    var share = LawOf($"{Tenth(a)}% to {Tenth(b)}%", Share);
                    return flow is LogNormalLaw
                        && share is LogitNormalLaw
                        && Near(a, LawQuantile.Quantile(flow, 0.05))
                        && Near(b, LawQuantile.Quantile(flow, 0.95))
                        && Near(a / 1000.0, LawQuantile.Quantile(share, 0.05))
                        && Near(b / 1000.0, LawQuantile.Quantile(share, 0.95));
                },
                seed: "0000ReaderQ03",
                iter: 5_000
            );

    [Fact]
    public void Unit_may_follow_each_number_or_stand_once_at_the_end() =>
        Gen.Select(Gen.Int[1, 9_999], Gen.Int[1, 9_999], Gen.Int[1, 9_999])
            .Where((a, b, c) => a < b && b < c)
            .SampleFixed(
                (a, b, c) =>
                    Same($"{a} to {b} days", $"{a} days to {b} days", Duration)
                    && Same($"uniform {a} to {b} kb/d", $"uniform  {a} kb/d  to  {b} kb/d ", Flow)
                    && Same($"triangular {a} to {b} to {c} b/d", $"triangular {a}b/d to {b}b/d to {c}b/d", Flow)
                    && Same($"pert {a} to {b} to {c} b/d", $"pert {a} b/d to {b} to {c} b/d", Flow)
                    && Same($"normal {c} sd {a} b/d", $"normal {c} b/d sd {a} b/d", Flow)
                    && Same($"lognormal {a} p95 {b} months", $"lognormal {a} months p95 {b} months", Duration),
                seed: "0000ReaderQ04",
                iter: 5_000
            );

    [Fact]
    public void Any_text_is_understood_or_refused_with_a_place_inside_it()
    {
        string[] words =
        [
            "to",
            "uniform",
            "sd",
            "p95",
            "per",
            "within",
            "beta",
            "discrete",
            ":",
            "%",
            "kb/d",
            "USD",
            "-",
            "0",
            "1e308",
            "-5",
            "3,5",
            "month",
            "x",
            "$",
            " ",
            "1_000",
            "..",
            "é",
            "normal",
            "35",
            "0.1",
            "triangular",
            "pert",
            "lognormal",
            "12",
            "months",
            "1e-320",
            "+",
            "99999999999999999999999999999999999999999999",
        ];
        QuantityRule[] rules =
        [
            Flow,
            Share,
            Duration,
            new(Dimension.Share, Domain.Share, QuantityForm.Chance),
            new(Dimension.Rate, Domain.NonNegative, QuantityForm.HazardRate),
        ];
        OneOf(words)
            .Array[0, 8]
            .Select(OneOf(" ", ""), (all, gap) => string.Join(gap, all))
            .SampleFixed(
                text =>
                {
                    foreach (var rule in rules)
                    {
                        var (shape, problem) = QuantityGrammar.Read(text);
                        if (shape is { Kind: not ShapeKind.Parameter })
                        {
                            (var measured, problem) = QuantityMeasure.Of(shape, rule);
                            Assert.True(measured is null != (problem is null), text);
                        }

                        Assert.True(
                            problem is null
                                || (problem.Start >= 0 && problem.Start <= text.Length && problem.Message.Length > 0),
                            text
                        );
                    }
                },
                seed: "0000ReaderQ05",
                iter: 20_000
            );
    }

    private static bool Same(string a, string b, QuantityRule rule) => LawOf(a, rule) == LawOf(b, rule);

    private static bool Near(double expected, double calculated) => Math.Abs(calculated / expected - 1.0) < 1e-9;

    private static string Decimal(int thousandths) => (thousandths / 1000m).ToString(CultureInfo.InvariantCulture);

    private static string Tenth(int tenths) => (tenths / 10m).ToString(CultureInfo.InvariantCulture);

    private static Law LawOf(string text, QuantityRule rule)
    {
        var (shape, problem) = QuantityGrammar.Read(text);
        Assert.True(shape is not null, $"{text}: {problem?.Message}");
        (var measured, problem) = QuantityMeasure.Of(shape, rule);
        Assert.True(measured is not null, $"{text}: {problem?.Message}");
        return measured.Law;
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
