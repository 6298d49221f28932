using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Reporting;

namespace OilRevenueSim;

/// <content>Barrels, and the fields and nodes that they come from.</content>
public static partial class ChartKinds
{
    private static ImmutableArray<ChartKind> Production =>
        [
            new()
            {
                Name = "production",
                Purpose = "mean output under the capacity of the first day, and where the rest is lost",
                WhenToUse =
                    "Use it to show how much oil flows and whether closed ways or damage keep the rest in the ground; --by field or area tells them apart. "
                    + "It is a mean; the dashed lines show how far total output spreads.",
                Takes = [Produced.By],
                Lacks = outline => outline.Scenario.Fields.IsEmpty ? "the scenario has no fields that produce" : null,
                FromRun = (run, request, language) => Produced.Draw(run, request["by"], language),
            },
            new()
            {
                Name = "place",
                Purpose = "output of a field, or condition of a field, node or tank farm, as bands of futures",
                WhenToUse =
                    "Use it to show how sure one field's output is, or with --quantity condition how much of a place is intact. "
                    + "For all fields together use production.",
                Needs = [Recorded.Place],
                Takes = [Recorded.OfPlace],
                FromRun = (run, request, language) =>
                {
                    var place = request.Chosen("place");
                    var usual = run.Scenario.Fields.Any(f => f.Name == place)
                        ? ReportQuantity.Output
                        : ReportQuantity.Condition;
                    return Recorded.Fan(run, request["quantity"] ?? usual.Name, null, place, null, language);
                },
            },
        ];

    private static class Produced
    {
        private static readonly ImmutableArray<(string Name, ProductionBy By)> Ways =
        [
            ("total", ProductionBy.Total),
            ("area", ProductionBy.Area),
            ("field", ProductionBy.Field),
        ];

        public static ChartChoice By { get; } =
            new("by", "what is told apart") { Known = _ => [.. Ways.Select(w => w.Name)], Usual = _ => [Ways[0].Name] };

        public static Figure Draw(RunResult run, string? by, Language language)
        {
            var output = new SeriesKey(null, run.Scenario.Fields[0].Name, null, ReportQuantity.Output);
            var way = Ways.First(w => w.Name == (by ?? "total")).By;
            return Figure.From(ProductionCharts.Of(RecordedAgain.With(run, output), way, language));
        }
    }

    /// <summary>Recorded series that a reader may choose.</summary>
    private static class Recorded
    {
        public static ChartChoice OfActor { get; } =
            new("quantity", "quantity of the actor, as in summary.csv")
            {
                Known = o => Quantities(o, s => s is { Actor: not null, Place: null, Channel: null }),
                Usual = _ => [ReportQuantity.Gross.Name],
            };

        public static ChartChoice OfPlace { get; } =
            new("quantity", "quantity of the place, as in summary.csv")
            {
                Known = o => Quantities(o, IsOfPlace),
                // Of a field, which is what is drawn unless told.
                Usual = _ => [ReportQuantity.Output.Name],
            };

        public static ChartChoice Place { get; } =
            new("place", "field, node or tank farm that is shown")
            {
                Known = o => [.. o.Series.Where(IsOfPlace).Select(s => s.Place!).Distinct(StringComparer.Ordinal)],
                // All of them would be dozens of figures.
                Usual = o => [.. o.Scenario.Fields.OrderByDescending(CapacityOf).Take(1).Select(f => f.Name)],
                WhenNone = "the scenario has no fields that produce",
            };

        public static Figure Fan(
            RunResult run,
            string quantity,
            string? actor,
            string? place,
            string? channel,
            Language language
        )
        {
            var key = SeriesChoice.Find(run.Ensemble, quantity, actor, place, channel);
            return Figure.From(SeriesFanCharts.Of(RecordedAgain.With(run, key), key, language));
        }

        private static double CapacityOf(Field field) => LawSummary.Of(field.Capacity).Median;

        private static bool IsOfPlace(SeriesKey key) => key is { Actor: null, Place: not null, Channel: null };

        private static ImmutableArray<string> Quantities(ResultOutline outline, Func<SeriesKey, bool> which) =>
            [.. outline.Series.Where(which).Select(s => s.Quantity.Name).Distinct(StringComparer.Ordinal)];
    }
}
