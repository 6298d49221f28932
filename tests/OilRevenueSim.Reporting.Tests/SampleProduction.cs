using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Words;

namespace OilRevenueSim.Reporting.Tests;

/// <summary>Charts of production, made up.</summary>
internal static class SampleProduction
{
    public static ProductionChart Production(int months = 23, int parts = 1, double scale = 1, bool hasRange = true)
    {
        var capacity = 1550 * scale;
        var output = SampleCharts.Sources(months, parts, 40 * scale).Sources;
        if (parts == 1)
        {
            output = [output[0] with { Label = "Produced" }];
        }

        double Out(int month) => output.Sum(b => b.Mean[month]);
        var shutIn = SampleCharts.Series(months, i => 0.4 * (capacity - Out((int)i)));
        var lost = SampleCharts.Series(months, i => capacity - Out((int)i) - shutIn[(int)i]);
        return new ProductionChart(
            new ChartText(
                "785 of 1,553 thousand barrels a day are produced in December 2017, on average",
                "Mean output, thousand barrels per day. Above: what could be produced but has no open way or no buyer, and what damage, decline and lack of workers take.",
                SampleCharts.Foot,
                "Mean output by month under the capacity of the first day."
            ),
            new ChartUnit(1, "thousand barrels per day"),
            SampleCharts.Months(months),
            [.. output.Select(b => b with { Note = $"{b.Mean[^1]:0}" })],
            new SourceBand("Shut in: no way out, no buyer", shutIn, 0) { Note = $"{shutIn[^1]:0}" },
            new SourceBand("Lost: damage, decline, no workers", lost, 0) { Note = $"{lost[^1]:0}" },
            capacity,
            hasRange ? SampleCharts.Series(months, i => 0.6 * Out((int)i)) : [],
            hasRange ? SampleCharts.Series(months, i => Math.Min(1.5 * Out((int)i), capacity)) : [],
            IsAllZero: false
        );
    }

    public static ProductionChart ZeroProduction() => Production(12, 1, 0) with { IsAllZero = true };
}
