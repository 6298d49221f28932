using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;

namespace OilRevenueSim.Reporting.Tests;

/// <summary>Tables of who got what and what was lost, as Analysis makes them, from plain numbers.</summary>
internal static class SampleMoney
{
    private const string Receipts = "Receipts: who gets";
    private const string Nobody = "Nobody's income: whose loss";

    private static readonly (string Group, string Title)[] Columns =
    [
        (Receipts, "sales"),
        (Nobody, "revenue forgone"),
        (Nobody, "damage"),
        (Receipts, "levies"),
        (Receipts, "transfers, in less out"),
        (Nobody, "diverted value, by who took it"),
        ("Not oil", "other income"),
    ];

    /// <summary>Largest sum, USD: a full bar of a column whose numbers are all positive.</summary>
    public const double LargestUsd = 52e9;

    public static TableChart Table(int actors = 3, bool isLong = false, int columns = 7)
    {
        var shown = Columns[..columns].OrderBy(c => Array.IndexOf([Receipts, Nobody, "Not oil"], c.Group)).ToArray();
        double? Usd(int actor, string title) =>
            title switch
            {
                "sales" => LargestUsd / Math.Pow(10, actor),
                "transfers, in less out" => actor % 2 == 0 ? -24.5e9 : 24.5e9,
                "levies" => actor == 1 ? 3.2e6 : null,
                "damage" => actor == 0 ? 207e6 : null,
                "other income" => actor == 2 ? 1.31e9 : null,
                _ => actor == 0 ? 13.2718e9 : null,
            };
        TableRow Row(int a) =>
            new(
                isLong ? SampleCharts.Actors[a] + " and its partners" : SampleCharts.Actors[a],
                [
                    .. shown.Select(c =>
                        Usd(a, c.Title) is { } usd
                            ? new TableCell($"{usd / 1e9:0.0##} ± 0.004 billion USD", usd, TableTone.Neutral)
                            : TableCell.Empty
                    ),
                ],
                new ChartActor(SampleCharts.Actors[a], a)
            );
        var isSigned = shown.Any(c => c.Title.StartsWith("transfers", StringComparison.Ordinal));
        return new TableChart(
            new ChartText(
                "Petroleum Facilities Guard: 3.2 million USD of levies; National Oil Corporation: 52 billion USD of revenue forgone",
                "Means over all futures, July 2013 to December 2014, ± half of their 95 % Monte Carlo interval. The columns are different things: what one actor forgoes no other receives, so nothing here may be added up. All bars have one scale.",
                SampleCharts.Foot,
                "Table of mean receipts."
            ),
            [
                .. shown.Select(c => new TableColumn(
                    c.Group,
                    c.Title,
                    isSigned && !c.Title.StartsWith("transfers", StringComparison.Ordinal) ? 2 * LargestUsd : LargestUsd
                )),
            ],
            [.. Enumerable.Range(0, actors).Select(Row)],
            "actors"
        );
    }
}
