using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Replays;
using OilRevenueSim.Analysis.Words;

namespace OilRevenueSim.Reporting.Tests;

/// <summary>Charts of courses and of one path as Analysis makes them, from plain formulas.</summary>
internal static class SampleCourseCharts
{
    public static readonly ImmutableArray<string> Courses =
    [
        "As it stands",
        "Strikes on oil held by the group",
        "Unity and port deal",
        "Strikes, then the deal",
        "Closing the border to trucks",
        "Cutting salaries of the port guards",
        "Everything at once, from the first of March, with the partners' consent",
        "Nothing but waiting",
        "Blockade",
        "Escort",
        "Buying them out",
    ];

    private static ChartText Text(string title, string subtitle) =>
        new(title, subtitle, SampleCharts.Foot, "A chart of courses.");

    public static LinkedQuantilesChart Linked(
        int courses = 3,
        double scale = 1,
        bool isRare = false,
        bool lessIsBetter = true
    )
    {
        double[] first = isRare ? [0, 0, 0, 0, 4, 1.1] : [2, 18, 60, 140, 420, 110];
        string[] labels = ["5 %", "25 %", "median", "75 %", "95 %", "mean"];
        LinkedQuantilesPanel Panel(int k) =>
            new(
                Courses[k],
                [
                    .. labels.Select(
                        (label, i) =>
                            new QuantileLink(
                                label,
                                scale * first[i],
                                scale
                                    * first[i]
                                    * (
                                        k == 3 ? 1.4
                                        : k == 4 ? 1
                                        : Math.Max(0.1, 1 - (0.2 * k))
                                    )
                            )
                    ),
                ]
            );
        return new LinkedQuantilesChart(
            Text(
                "Petroleum Facilities Guard: “Strikes, then the deal” lowers the mean by 61 million USD",
                "Total gross oil revenue, million USD. Each arrow leads from a quantile under “As it stands” to the same quantile under the course named above it; it links two distributions, not two fates of one future."
            ),
            "Petroleum Facilities Guard",
            ChartUnit.Usd(1e6),
            Courses[0],
            lessIsBetter,
            [.. Enumerable.Range(1, courses).Select(Panel)],
            IsAllZero: false
        );
    }

    /// <summary>Moves too short for an arrow, down to none.</summary>
    public static LinkedQuantilesChart ShortMoves(double scale = 1) =>
        Linked(1) with
        {
            Unit = ChartUnit.Usd(1e9),
            Panels =
            [
                new LinkedQuantilesPanel(
                    Courses[1],
                    [
                        new QuantileLink("5 %", 0.6 * scale, 0.58 * scale),
                        new QuantileLink("25 %", 0.95 * scale, 0.93 * scale),
                        new QuantileLink("median", 1.412 * scale, 1.409 * scale),
                        new QuantileLink("75 %", 1.6 * scale, 1.6 * scale),
                        new QuantileLink("95 %", 2.0 * scale, 2.004 * scale),
                        new QuantileLink("mean", 1.2 * scale, 1.2001 * scale),
                    ]
                ),
            ],
        };

    public static LinkedQuantilesChart ZeroLinked()
    {
        var chart = Linked(2, 0);
        return chart with { IsAllZero = true };
    }

    public static DifferenceFanChart Difference(
        int months = 23,
        double scale = 1,
        double shift = -1.5,
        bool isRare = false
    )
    {
        double Spread(double i) => scale * Math.Sqrt((i + 1) / 12.0);
        ImmutableArray<double> Quantile(double z, bool isZero = false) =>
            SampleCharts.Series(months, i => isZero ? 0 : (shift * Spread(i)) + (1.4 * z * Spread(i)));
        var mean = SampleCharts.Series(months, i => 1.1 * shift * Spread(i));
        return new DifferenceFanChart(
            Text(
                "Islamic State in Libya: “Strikes on oil held by the group” lowers the mean by 26 million USD",
                "Difference in monthly gross oil revenue from “As it stands”, million USD per month, future by future under the same random numbers. In each month the named share of futures lies within its band."
            ),
            "Islamic State in Libya",
            ChartUnit.UsdPerMonth(1e6),
            SampleCharts.Months(months),
            [
                new FanBand(0.9, "90 % of futures", Quantile(-1.645, isRare), Quantile(1.645, isRare)),
                new FanBand(0.5, "50 % of futures", Quantile(-0.674, isRare), Quantile(0.674, isRare)),
            ],
            Quantile(0, isRare),
            mean,
            [.. mean.Select(m => m - (0.08 * scale))],
            [.. mean.Select(m => m + (0.08 * scale))],
            IsAllZero: false
        );
    }

    public static DifferenceFanChart ZeroDifference()
    {
        var zero = SampleCharts.Series(23, _ => 0);
        var band = Difference(23, 0);
        return band with { Mean = zero, MeanLow = zero, MeanHigh = zero, Median = zero, IsAllZero = true };
    }

    public static TableChart Table(int courses = 4, bool withDamage = true, bool withApart = false)
    {
        const string Actor = "Islamic State in Libya";
        const string State = "Who pays: National Oil Corporation";
        string[] change =
        [
            "",
            "−26 (−29 to −23) million USD",
            "−4 (−9 to +1) million USD",
            "+31 (28 to 34) million USD",
        ];
        double[] changes = [0, -26, -4, 31];
        TableTone[] tones = [TableTone.Neutral, TableTone.Better, TableTone.Neutral, TableTone.Worse];
        TableRow Row(int k)
        {
            var i = k == 0 ? 0 : 1 + ((k - 1) % 3);
            TableCell Change(double factor) =>
                k == 0 ? TableCell.Empty : new TableCell(change[i], factor * changes[i], tones[i]);
            var cells = ImmutableArray.Create(
                new TableCell($"{110 + changes[i]} million USD", 110 + changes[i], TableTone.Neutral),
                Change(1),
                new TableCell(k == 0 ? "" : "63 % of futures", k == 0 ? null : 0.63, TableTone.Neutral),
                new TableCell($"{12 + i} million USD", 12 + i, TableTone.Neutral),
                Change(1)
            );
            // Beside the actor's other columns, before the state's.
            cells = withApart
                ? [.. cells[..4], Change(0.9), Change(0.1), Change(1.4), Change(0.1), .. cells[4..]]
                : cells;
            return new TableRow(Courses[k], withDamage ? [.. cells, Change(0.3)] : cells);
        }

        ImmutableArray<TableColumn> columns =
        [
            new(Actor, "mean gross revenue", 141),
            new(Actor, "change of the mean", 31),
            new(Actor, "better in", 1),
            new(Actor, "mean regret", 16),
            new(State, "change of revenue forgone", 31),
        ];
        columns = withApart
            ?
            [
                .. columns[..4],
                new(Actor, "change of net revenue", 28),
                new(Actor, "change of levies", 4),
                new(Actor, "change of diverted value", 44),
                new(Actor, "change of income beside oil", 4),
                .. columns[4..],
            ]
            : columns;
        return new TableChart(
            Text(
                "“Strikes on oil held by the group” denies Islamic State in Libya most: it lowers the mean by 26 million USD",
                "Means over the whole period and paired differences from “As it stands”, future by future under the same random numbers. Colour only where the 95 % interval leaves out zero."
            ),
            withDamage ? [.. columns, new TableColumn(State, "change of damage", 10)] : columns,
            [.. Enumerable.Range(0, courses).Select(Row)],
            "courses"
        );
    }

    public static TimelineChart Timeline(int areas = 5, int months = 23, double scale = 1, bool isEventful = true)
    {
        TimelineRow Area(int a)
        {
            var cut = months * (0.2 + (0.6 * a / Math.Max(1, areas)));
            var spans =
                a % 2 == 0 && isEventful
                    ? (TimelineSpan[])[new(0, cut, a % 3), new(cut, months, (a + 1) % 3)]
                    : [new TimelineSpan(0, months, a % 3)];
            return new TimelineRow(SampleCharts.Areas[a % 12], [.. spans], []);
        }

        TimelineRow[] below = isEventful
            ?
            [
                new TimelineRow(
                    "shut: Es Sider",
                    [new TimelineSpan(0, months * 0.3, -1), new TimelineSpan(months * 0.5, months * 0.6, -1)],
                    []
                ),
                new TimelineRow("attacks and strikes", [], [0.4 * months, 0.41 * months, 0.8 * months]),
            ]
            : [];
        return new TimelineChart(
            Text(
                "One possible future: Islamic State in Libya earns 214 million USD",
                "Path 8,412, the highest of 10,000: who holds each area, what is shut or hit, and the gross oil revenue of Islamic State in Libya, million USD per month. One path is an example, not a forecast."
            ),
            SampleCharts.Months(months),
            SampleCharts.ChartActors[..3],
            [.. Enumerable.Range(0, areas).Select(Area), .. below],
            new ChartActor("Islamic State in Libya", 3),
            ChartUnit.UsdPerMonth(1e6),
            SampleCharts.Series(months, i => scale * Math.Max(0, 12 * Math.Sin(i / 4.0)))
        );
    }
}
