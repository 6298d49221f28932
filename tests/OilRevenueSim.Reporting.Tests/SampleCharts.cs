using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Convergence;
using OilRevenueSim.Analysis.Words;

namespace OilRevenueSim.Reporting.Tests;

/// <summary>Charts made from formulas: shapes as the model gives them, without running it.</summary>
internal static class SampleCharts
{
    public static readonly ImmutableArray<string> Foot =
    [
        "Scenario sirte-2016, course base · 10,000 paths, seed 1 · OilRevenueSim 0.1.0",
        "Sources: UN Panel of Experts on Libya, S/2016/209; NOC annual report 2012; EIA Brent spot, 1 February 2016; assumptions marked in the scenario file.",
    ];

    public static ImmutableArray<DateOnly> Months(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new DateOnly(2016, 2, 1).AddMonths(i))];

    public static ImmutableArray<double> Series(int count, Func<double, double> value) =>
        [.. Enumerable.Range(0, count).Select(i => value(i))];

    public static FanChart Fan(int months = 23, double scale = 1, string title = "", bool isRare = false)
    {
        double Spread(double i) => Math.Sqrt((i + 1) / 12.0);
        double Level(double i) => scale * 14 * (1 + (0.35 * Math.Sin(i / 5.0)));
        ImmutableArray<double> Quantile(double z) =>
            isRare && z < 1 ? Series(months, _ => 0) : Series(months, i => Level(i) * Math.Exp(0.35 * z * Spread(i)));
        return new FanChart(
            new ChartText(
                title.Length > 0
                    ? title
                    : "The Petroleum Facilities Guard may reach 10 to 25 million dollars a month by 2017",
                "Gross oil revenue, million USD per month. Darker bands hold the more likely futures.",
                Foot,
                "Fan chart of monthly gross revenue. The median rises from 14 to 19 million USD and falls again."
            ),
            "Petroleum Facilities Guard",
            ChartUnit.UsdPerMonth(1e6),
            Months(months),
            [
                new FanBand(0.9, "90 % of futures", Quantile(-1.645), Quantile(1.645)),
                new FanBand(0.5, "half of futures", Quantile(-0.674), Quantile(0.674)),
            ],
            Quantile(0),
            Series(months, i => isRare ? scale * (0.3 + (0.05 * i)) : Level(i) * Math.Exp(0.06 * Spread(i))),
            IsAllZero: false
        );
    }

    /// <summary>As for a rare source of money: bands and median at zero, only the mean above.</summary>
    public static FanChart MeanOnlyFan(int months = 23)
    {
        var rare = Fan(months, isRare: true);
        var zero = Series(months, _ => 0);
        return rare with
        {
            Text = rare.Text with
            {
                Title = "Islamic State in Libya: oil revenue is zero in 88 % of futures",
                Subtitle =
                    "Gross oil revenue (sales and levies) by month, thousand USD per month, February 2016 to December 2017. In any one month at least 95 % of futures bring nothing, so the bands lie at zero. The mean, 392 thousand USD over the whole period, comes from the few that bring something; how much they bring is in the exceedance chart.",
            },
            Bands = [.. rare.Bands.Select(b => b with { Low = zero, High = zero })],
            Median = zero,
        };
    }

    /// <summary>A mean of 12 that settles, on the last point of a wave of its own interval.</summary>
    public static ConvergenceChart Convergence(int paths = 10_000, double scale = 1)
    {
        var counts = Enumerable
            .Range(0, 200)
            .Select(i => 16L << i / 8)
            .TakeWhile(n => n < paths)
            .Distinct()
            .Append(paths);
        return new ConvergenceChart(
            new ChartText(
                "Islamic State in Libya: 12 ± 0.8 million USD after 10,000 futures",
                "Mean of gross_revenue_usd (total) over the first futures, million USD, and its 95 % interval.",
                Foot,
                "Running mean of the gross revenue over the first futures."
            ),
            ChartUnit.Usd(1e6),
            [
                .. counts
                    .Select(n => (n, half: scale * 80 / Math.Sqrt(n)))
                    .Select(x => (x.n, x.half, mean: (12 * scale) + (0.5 * x.half * Math.Sin(x.n))))
                    .Select(x => new RunningMeanPoint(x.n, x.mean, x.mean - x.half, x.mean + x.half)),
            ]
        );
    }

    public static FanChart ZeroFan(int months = 23)
    {
        var zero = Series(months, _ => 0);
        return Fan(months) with
        {
            Text = new ChartText(
                "The Islamic State reaches no oil money in Libya",
                "Gross oil revenue, million USD per month.",
                Foot,
                "All values are zero."
            ),
            Actor = "Islamic State",
            Bands = [new FanBand(0.9, "90 % of futures", zero, zero), new FanBand(0.5, "half of futures", zero, zero)],
            Median = zero,
            Mean = zero,
            IsAllZero = true,
        };
    }

    public static ExceedanceChart Exceedance(double any = 0.066, double scale = 1, params double[] thresholds)
    {
        // A lognormal beyond zero: median 8 million, sigma 1.6.
        double Beyond(double amount) => any * 0.5 * Erfc(Math.Log(amount / (8e6 * scale)) / 1.6 / Math.Sqrt(2));
        if (thresholds.Length == 0)
        {
            thresholds = [1e6, 1e7, 1e8];
        }

        return new ExceedanceChart(
            new ChartText(
                "Most likely the Islamic State earns nothing; a sum above 100 million dollars is very unlikely",
                "Total gross oil revenue of the Islamic State in Libya, February 2016 to December 2017, USD. Read: the curve's height is the chance of more than the amount below it.",
                Foot,
                "Exceedance curve."
            ),
            "Islamic State",
            ChartUnit.Usd(1),
            [
                .. Enumerable
                    .Range(0, 200)
                    .Select(i => Math.Pow(10, 4.2 + (i * 4.5 / 199)) * scale)
                    .Select(a => new ExceedancePoint(a, Beyond(a))),
            ],
            [
                .. thresholds
                    .Select(t => t * scale)
                    .Select(t => new ExceedanceThreshold(
                        t,
                        $"{t / 1e6:0.####} million USD",
                        Beyond(t),
                        Math.Max(0, Beyond(t) - (1.96 * Math.Sqrt(Beyond(t) * (1 - Beyond(t)) / 10_000))),
                        Beyond(t) + (1.96 * Math.Sqrt(Beyond(t) * (1 - Beyond(t)) / 10_000)),
                        Beyond(t) < 4e-4 ? "below 0.04 %" : $"{100 * Beyond(t):0.0#} %"
                    )),
            ],
            1 - any
        );
    }

    public static LevelsChart Levels(double any = 0.9, double scale = 1)
    {
        double Beyond(double amount, double shift) =>
            any * 0.5 * Erfc(((Math.Log(amount / (8e6 * scale)) / 0.7) - shift) / Math.Sqrt(2));
        return new LevelsChart(
            new ChartText(
                "Islamic State: of the variance of oil revenue, 64 % (58 to 70 %) is what we do not know",
                "Gross oil revenue (sales and levies) over the whole period. Height: chance of at least the amount below.",
                Foot,
                "Exceedance curves of worlds."
            ),
            "Islamic State",
            ChartUnit.Usd(1),
            [
                .. Enumerable
                    .Range(0, 60)
                    .Select(i => Math.Pow(10, 5.5 + (i / 24.0)) * scale)
                    .Select(a => new LevelsPoint(a, Beyond(a, 0.1), Beyond(a, -1.2), Beyond(a, 0), Beyond(a, 1.3))),
            ]
        );
    }

    public static ExceedanceChart ZeroExceedance() =>
        Exceedance() with
        {
            Curve = [],
            ProbabilityOfZero = 1,
            Thresholds =
            [
                new ExceedanceThreshold(1e7, "10 million USD", 0, 0, 0.0004, "below 0.04 %"),
                new ExceedanceThreshold(1e8, "100 million USD", 0, 0, 0.0004, "below 0.04 %"),
            ],
        };

    public static readonly ImmutableArray<string> Actors =
    [
        "Government of National Accord",
        "Petroleum Facilities Guard",
        "Libyan National Army",
        "Islamic State",
        "Misrata brigades",
        "Zintan brigades",
        "Tebu militias",
        "Tuareg militias",
        "National Oil Corporation guards of the far south-western desert districts",
        "Benghazi Shura Council",
        "Ansar al-Sharia",
        "Zawiya militias",
        "Warshefana",
        "Fezzan tribal council",
        "nobody",
    ];

    public static readonly ImmutableArray<string> Areas =
    [
        "Sirte",
        "Oil crescent (Es Sider, Ras Lanuf)",
        "Sirte basin interior",
        "Zawiya and Mellitah",
        "Murzuq basin",
        "Tobruk and Hariga",
        "Benghazi",
        "Zintan valve",
        "Kufra",
        "Misrata",
        "Ghadames basin",
        "Jufra district and the road from Sirte through Waddan to Sabha",
    ];

    public static ImmutableArray<ChartActor> ChartActors => [.. Actors.Select((label, i) => new ChartActor(label, i))];

    public static HolderChart Holders(int areas = 6, int actors = 4, int months = 23)
    {
        ImmutableArray<ImmutableArray<double>> Shares(int area)
        {
            var weights = Enumerable
                .Range(0, actors)
                .Select(a =>
                    Series(
                        months,
                        i =>
                            a == area % actors
                                ? 1 + (6 * Math.Exp(-i / (6.0 + (area * 3))))
                                : (0.2 + (0.8 * ((a + area) % 3) / 2.0)) * (1 - Math.Exp(-i / 9.0))
                    )
                )
                .ToArray();
            return
            [
                .. weights.Select(w =>
                    (ImmutableArray<double>)[.. w.Select((x, i) => x / weights.Sum(other => other[i]))]
                ),
            ];
        }

        return new HolderChart(
            new ChartText(
                "The guards most likely keep the oil crescent; Sirte is contested",
                "Probability of holding each area at the end of the month, per cent of simulated paths.",
                Foot,
                "Small multiples of holding probabilities."
            ),
            Months(months),
            ChartActors[..actors],
            [.. Enumerable.Range(0, areas).Select(a => new HolderPanel(Areas[a], Shares(a)))]
        );
    }

    public static SourcesChart Sources(int months = 23, int sources = 5, double scale = 1)
    {
        var whole = Enumerable.Range(0, sources).Sum(s => 1 / (s + 1.0));
        string[] names =
        [
            "Amal",
            "Sarir and Messla",
            "Waha fields (Gialo, Samah, Dahra)",
            "levies",
            "Nafoora",
            "Zueitina fields",
            "Abu Attifel",
            "Mabruk",
            "Ghani",
            "Bahi",
            "Raguba",
        ];
        var bands = Enumerable
            .Range(0, sources)
            .Select(s =>
            {
                var mean = Series(months, i => scale * 6 / (s + 1.0) * (1 + (0.3 * Math.Sin((i + (2 * s)) / 4.0))));
                var isOther = s == sources - 1 && s > 3;
                return new SourceBand(isOther ? "Other" : names[s], mean, mean.Sum())
                {
                    Note = $"{100 / (s + 1.0) / whole:0} %",
                    IsOther = isOther,
                };
            });
        return new SourcesChart(
            new ChartText(
                "Two field groups bring half of the money",
                "Mean gross oil revenue of the Petroleum Facilities Guard by source of the barrels, million USD per month; shares of the whole period.",
                Foot,
                "Stacked bars of revenue by source."
            ),
            "Petroleum Facilities Guard",
            ChartUnit.UsdPerMonth(1e6),
            Months(months),
            [.. bands],
            IsAllZero: false
        );
    }

    /// <summary>By actor: most receive, one pays, one does both in turn.</summary>
    public static SourcesChart SignedSources(int months = 23, int actors = 5, double scale = 1)
    {
        var chart = Sources(months, actors, scale);
        double Sign(int band, int month) =>
            band == 1 ? -1
            : band == 2 && month % 5 > 2 ? -0.6
            : 1;
        return chart with
        {
            Text = chart.Text with
            {
                Title = "41 % of what actors keep of mean oil revenue goes to the Petroleum Facilities Guard",
                Subtitle =
                    "Mean net oil revenue: sales, levies and transfers received, less costs, tolls and transfers paid; million USD per month.",
            },
            Sources =
            [
                .. chart.Sources.Select(
                    (s, i) =>
                        s with
                        {
                            Label = ChartActors[i].Label,
                            Note = "−1.2 billion USD",
                            Actor = ChartActors[i],
                            Mean = [.. s.Mean.Select((v, m) => v * Sign(i, m))],
                        }
                ),
            ],
        };
    }

    /// <summary>A share in per cent, as of wages paid or of a terminal that is intact.</summary>
    public static FanChart ShareFan(int months = 23) =>
        Fan(months, 3) with
        {
            Unit = new ChartUnit(1, "per cent"),
            Top = 100,
        };

    /// <summary>A number that may be below zero, as net revenue.</summary>
    public static FanChart SignedFan(int months = 23, double below = 20)
    {
        var fan = Fan(months);
        ImmutableArray<double> Down(ImmutableArray<double> values) => [.. values.Select(v => v - below)];
        return fan with
        {
            Bands = [.. fan.Bands.Select(b => b with { Low = Down(b.Low), High = Down(b.High) })],
            Median = Down(fan.Median),
            Mean = Down(fan.Mean),
        };
    }

    public static SourcesChart ZeroSources() => Sources(23, 1, 0) with { IsAllZero = true, Actor = "Islamic State" };

    // Abramowitz and Stegun 7.1.26: 1.5e-7, enough for a picture.
    private static double Erfc(double x)
    {
        var t = 1 / (1 + (0.3275911 * Math.Abs(x)));
        var poly =
            t * (0.254829592 + (t * (-0.284496736 + (t * (1.421413741 + (t * (-1.453152027 + (t * 1.061405429))))))));
        var erfc = poly * Math.Exp(-x * x);
        return x >= 0 ? erfc : 2 - erfc;
    }
}
