using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Checks what single keys cannot show: whether the parts of a scenario make sense together.</summary>
/// <remarks>Placeholders of what was not understood are NaN or empty; no check speaks of them a second time.</remarks>
internal static class ScenarioChecks
{
    /// <summary>Most actors beside <c>nobody</c> (model.md §2).</summary>
    private const int MostActors = 15;

    /// <summary>Longest horizon, years; longer ones are slips of the pen.</summary>
    private const int MostYears = 100;

    public static void Run(Scenario scenario, SectionValues top, ReadingContext context)
    {
        Horizon(scenario, top, context);
        Actors(scenario, context);
        Curves(scenario, top, context);
        PriceChecks.Run(scenario, top, context);
        Parameters(context);
        var states = PossibleStates.Of(scenario);
        ControlChecks.Run(scenario, top, states, context);
        StreamChecks.Run(scenario, context);
        MarketChecks.Run(scenario, top, context);
        new ConflictChecks(scenario, top, states, context).Run();
        var conditions = new ConditionChecks(scenario, states, context);
        conditions.Run();
        new InterventionChecks(scenario, states, conditions, context).Run();
        LawChecks.Run(scenario, top, context);
    }

    private static void Horizon(Scenario scenario, SectionValues top, ReadingContext context)
    {
        if (top.Date("start") is not { } start || top.Date("end") is not { } end)
        {
            return;
        }

        if (end < start)
        {
            context.Add(
                DiagnosticTable.EndBeforeStart,
                top.Span("end"),
                $"the end, {end:yyyy-MM-dd}, lies before the start, {start:yyyy-MM-dd}",
                $"write an end from {start:yyyy-MM} on"
            );
        }
        else if (end.DayNumber - start.DayNumber > MostYears * 366)
        {
            context.Add(
                DiagnosticTable.HorizonTooLong,
                top.Span("end"),
                $"from {start:yyyy-MM-dd} to {end:yyyy-MM-dd} is longer than {MostYears} years",
                "check the years of start: and end:"
            );
        }
    }

    private static void Actors(Scenario scenario, ReadingContext context)
    {
        if (scenario.Actors.Length <= MostActors)
        {
            return;
        }

        var places = scenario.Actors.Select(a => context.Places[$"actors.{a.Name}"]).OrderBy(p => p.Line).ToList();
        context.Add(
            DiagnosticTable.TooManyActors,
            places[MostActors],
            $"a scenario has at most {MostActors} actors, but this one has {scenario.Actors.Length}",
            "join actors that behave alike, such as small armed groups of one area"
        );
    }

    private static void Curves(Scenario scenario, SectionValues top, ReadingContext context)
    {
        foreach (var section in top.Sections("benchmarks"))
        {
            var written = section.Map("points").Where(p => p.Date is not null).ToList();
            for (var i = 1; i < written.Count; i++)
            {
                if (written[i].Date < written[i - 1].Date)
                {
                    context.Add(
                        DiagnosticTable.PointsUnordered,
                        written[i].KeySpan,
                        $"{written[i].Key} stands after {written[i - 1].Key}; the points are read in order of date",
                        "sort the points, or check the date"
                    );
                }
                else if (written[i].Date == written[i - 1].Date)
                {
                    context.Add(
                        DiagnosticTable.ItemTwice,
                        written[i].KeySpan,
                        $"{written[i].Key} and {written[i - 1].Key} are the same day",
                        "keep one of the two points"
                    );
                }
            }
        }

        foreach (var curve in scenario.Benchmarks.OfType<CurveBenchmark>())
        {
            for (var i = 0; i < curve.Points.Length; i++)
            {
                var before = i + 1 < curve.Points.Length && curve.Points[i + 1].Date <= scenario.Start;
                var after = i > 0 && curve.Points[i - 1].Date >= scenario.End;
                if (before || after)
                {
                    IdlePoint(scenario, curve.Points[i], before, context);
                }
            }
        }
    }

    private static void IdlePoint(Scenario scenario, CurvePoint point, bool before, ReadingContext context)
    {
        if (context.Places.TryGetValue(point.Price.Address, out var place))
        {
            context.Add(
                DiagnosticTable.DateOutsideHorizon,
                place,
                $"the point of {point.Date:yyyy-MM-dd} lies {(before ? "before the start" : "after the end")} and has no effect",
                $"the horizon is {scenario.Start:yyyy-MM-dd} to {scenario.End:yyyy-MM-dd}"
            );
        }
    }

    private static void Parameters(ReadingContext context)
    {
        foreach (var (name, parameter) in context.Parameters.Where(p => !context.UsedParameters.Contains(p.Key)))
        {
            // Where --set has replaced the parameter's only use, the file itself is sound.
            if (!context.Overrides.IsEmpty && !context.Overrides.HasEver(parameter.Quantity.Address))
            {
                continue;
            }

            context.Add(
                DiagnosticTable.ParameterUnused,
                context.Places[parameter.Quantity.Address],
                $"the parameter '{name}' is never used",
                $"write {name} in place of a number, or remove it"
            );
        }
    }
}
