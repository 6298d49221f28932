using System.Collections.Immutable;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>What output is told apart by.</summary>
public enum ProductionBy
{
    /// <summary>Nothing: all fields together.</summary>
    Total,

    /// <summary>Area that the fields lie in.</summary>
    Area,

    /// <summary>Field.</summary>
    Field,
}

/// <summary>Mean output by month under the capacity of the first day, and where the difference is.</summary>
/// <remarks>
/// Of the capacity of the first day, undamaged and fully staffed, a part is produced; a part could be produced but is shut in, for a
/// closed or blocked way, a full route or the lack of a buyer; the rest is out of reach: damage, decline, lack of workers. The engine
/// records the first two; the third is the difference (model.md section 9: potential = produced + shut in).
/// </remarks>
public static class ProductionCharts
{
    private const double BarrelsInThousand = 1000.0;
    private const int MostNamed = 6;
    private const double SmallestShare = 0.03;

    /// <summary>Makes the chart.</summary>
    /// <param name="result">Result.</param>
    /// <param name="by">Whether fields, areas or nothing is told apart.</param>
    /// <param name="language">Language of the chart; English unless told.</param>
    /// <exception cref="ArgumentException">The scenario has no fields.</exception>
    public static ProductionChart Of(
        EnsembleResult result,
        ProductionBy by = ProductionBy.Total,
        Language? language = null
    )
    {
        var scenario = result.Scenario;
        if (scenario.Fields.IsEmpty)
        {
            throw new ArgumentException($"{scenario.Name} has no fields that produce.", nameof(result));
        }

        var said = language ?? Language.English;
        var series = new ChartSeries(result, said);
        var barrels = scenario.Fields.Sum(f => MeanOf(f.Capacity));
        var unit = ChartUnit.Of(barrels, "barrels per day");
        var capacity = barrels / unit.Factor;
        string Number(double value) => said.Beside(value, capacity);
        SourceBand Noted(SourceBand band) => band with { Note = Number(band.Mean[^1]) };
        ImmutableArray<SourceBand> output =
        [
            .. Output(result, series, by, said, unit.Factor / BarrelsInThousand).Select(Noted),
        ];
        ImmutableArray<double> total = [.. Months(series, m => output.Sum(b => b.Mean[m]))];
        var shutIn = ShutIn(result, series, unit.Factor);
        // Means of draws and the mean of the law differ by the Monte Carlo error.
        ImmutableArray<double> lost = [.. Months(series, m => Math.Max(0.0, capacity - total[m] - shutIn[m]))];
        var range = RangeOfTotal(result, series, unit.Factor / BarrelsInThousand);
        var isAllZero = total.All(v => v == 0.0);
        return new ProductionChart(
            new ChartText(
                Title(said, unit, total, capacity, isAllZero, series),
                Subtitle(said, unit, by, series.Span, !range.Low.IsEmpty && !isAllZero),
                ChartFoot.Of(result, said, "production", precision: ChartPrecision.None),
                AltText(said, unit, series, output, total, shutIn, lost, capacity)
            )
            {
                Language = said,
            },
            unit,
            series.Months,
            output,
            Noted(new SourceBand(said.Word("Shut in"), shutIn, shutIn.Average())),
            Noted(new SourceBand(said.Word("Lost"), lost, lost.Average())),
            capacity,
            range.Low,
            range.High,
            isAllZero
        );
    }

    private static IEnumerable<double> Months(ChartSeries series, Func<int, double> value) =>
        Enumerable.Range(0, series.MonthCount).Select(value);

    private static SeriesKey OutputOf(string field) => new(null, field, null, ReportQuantity.Output);

    private static ImmutableArray<SourceBand> Output(
        EnsembleResult result,
        ChartSeries series,
        ProductionBy by,
        Language said,
        double unitKbd
    )
    {
        SourceBand Band(string label, IEnumerable<string> fields)
        {
            var of = fields
                .Select(f => (Months: series.ByMonth(OutputOf(f))!.Value, Total: series.Total(OutputOf(f))!))
                .ToList();
            ImmutableArray<double> means = [.. Months(series, m => of.Sum(f => f.Months[m].Mean) / unitKbd)];
            return new SourceBand(label, means, of.Sum(f => f.Total.Mean) / unitKbd);
        }

        if (by == ProductionBy.Total)
        {
            return [Band(said.Word("Produced"), result.Scenario.Fields.Select(f => f.Name))];
        }

        var bands = result
            .Scenario.Fields.GroupBy(f => by == ProductionBy.Area ? f.Area : f.Name, StringComparer.Ordinal)
            .Select(g => Band(Readable.Name(g.Key), g.Select(f => f.Name)))
            .Where(b => b.Total > 0.0)
            .OrderByDescending(b => b.Total)
            .ToList();
        var whole = bands.Sum(b => b.Total);
        var named = bands.Where((b, i) => i < MostNamed && b.Total >= SmallestShare * whole).ToList();
        var small = bands.Skip(named.Count).ToList();
        if (small.Count <= 1)
        {
            return [.. bands];
        }

        ImmutableArray<double> rest = [.. Months(series, m => small.Sum(b => b.Mean[m]))];
        var other = new SourceBand(said.Word("Other"), rest, small.Sum(b => b.Total)) { IsOther = true };
        return [.. named, other];
    }

    // Barrels of all owners, over the days of the month.
    private static ImmutableArray<double> ShutIn(EnsembleResult result, ChartSeries series, double unitBarrels)
    {
        var owners = result
            .Series.Where(k =>
                k is { Actor: not null, Place: null, Channel: null } && k.Quantity == ReportQuantity.BarrelsShutIn
            )
            .Select(k => series.ByMonth(k)!.Value)
            .ToList();
        var periods = result.Periods.Where(p => p.Kind == PeriodKind.Month).ToList();
        return [.. Months(series, m => owners.Sum(o => o[m].Mean) / periods[m].Days / unitBarrels)];
    }

    // The fields of one future together; a sum of quantiles is no quantile of the sum.
    private static (ImmutableArray<double> Low, ImmutableArray<double> High) RangeOfTotal(
        EnsembleResult result,
        ChartSeries series,
        double unitKbd
    )
    {
        int[] fields = [.. result.Scenario.Fields.Select(f => result.Series.IndexOf(OutputOf(f.Name)))];
        if (!Array.TrueForAll(fields, result.HasDraws))
        {
            return ([], []);
        }

        var first = result.Periods.IndexOf(result.Periods.First(p => p.Kind == PeriodKind.Month));
        var ends = Enumerable
            .Range(0, series.MonthCount)
            .Select(m =>
            {
                var sums = new double[result.Manifest.Paths];
                foreach (var field in fields)
                {
                    var draws = result.Draws(field, first + m);
                    for (var p = 0; p < sums.Length; p++)
                    {
                        sums[p] += draws[p];
                    }
                }

                var sample = new OrderedValues(sums);
                return (Low: QuantileEstimate.Type7(sample, 0.05), High: QuantileEstimate.Type7(sample, 0.95));
            })
            .ToList();
        return ([.. ends.Select(e => e.Low / unitKbd)], [.. ends.Select(e => e.High / unitKbd)]);
    }

    /// <summary>Mean of the number the model uses, in base units: in closed form, else by the midpoint rule over its quantiles.</summary>
    internal static double MeanOf(Quantity quantity)
    {
        const int points = 4096;
        var law = new QuantityLaw(quantity);
        if (law.Summarise().Mean is { } mean)
        {
            return mean;
        }

        double[] values = [.. Enumerable.Range(0, points).Select(i => (i + 0.5) / points)];
        law.Values(values, values);
        return values.Sum() / points;
    }

    private static string Title(
        Language said,
        ChartUnit unit,
        ImmutableArray<double> total,
        double capacity,
        bool isAllZero,
        ChartSeries series
    )
    {
        if (isAllZero)
        {
            return said.Word("No field produces anything in any future");
        }

        var month = said.Month(series.Months[^1]);
        var (output, whole) = said.PartAndWhole(total[^1] * unit.Factor, capacity * unit.Factor, "barrels a day");
        return said.Say($"{output} of {whole} are produced in {month}, on average");
    }

    private static string Subtitle(Language said, ChartUnit unit, ProductionBy by, string span, bool hasRange)
    {
        var barrels = said.Unit(unit);
        var what = by switch
        {
            ProductionBy.Total => said.Say($"Mean output, {barrels}, {span}."),
            ProductionBy.Area => said.Say($"Mean output by area, {barrels}, {span}."),
            _ => said.Say($"Mean output by field, {barrels}, {span}."),
        };
        var above = said.Word(
            "Shut in: no open way, room or buyer, or restarting. Lost: damage, decline, lack of workers."
        );
        var dashed = said.Word("Dashed: total output in 90 % of futures.");
        var last = said.Word("Numbers: last month.");
        return hasRange ? $"{what} {above} {dashed} {last}" : $"{what} {above} {last}";
    }

    private static string AltText(
        Language said,
        ChartUnit unit,
        ChartSeries series,
        ImmutableArray<SourceBand> output,
        ImmutableArray<double> total,
        ImmutableArray<double> shutIn,
        ImmutableArray<double> lost,
        double capacity
    )
    {
        string Number(double value) => said.Beside(value, capacity);
        var (_, whole) = said.PartAndWhole(0.0, capacity * unit.Factor, "barrels a day");
        var parts = output.Length == 1 ? [] : output.Select(b => $"{b.Label} {b.Note}").ToList();
        string[] sentences =
        [
            said.Say($"Mean output by month under the capacity of the first day, {series.Span}."),
            said.Say($"Output begins at {Number(total[0])} and ends at {Number(total[^1])} of {whole}."),
            said.Say(
                $"In the last month {Number(shutIn[^1])} are shut in and {Number(lost[^1])} lost to damage, decline and lack of workers."
            ),
            .. parts.Count == 0
                ? Array.Empty<string>()
                : [said.Say($"Produced in the last month: {said.List(parts)}.")],
        ];
        return string.Join(' ', sentences);
    }
}
