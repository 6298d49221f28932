using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios.Quantities;
using OilRevenueSim.Scenarios.Text;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Checks courses: interventions that none uses, and what those of one course do together.</summary>
internal sealed class CourseChecks(Scenario scenario, ReadingContext context)
{
    public void Run()
    {
        foreach (var intervention in scenario.Interventions)
        {
            if (
                !scenario.Courses.IsEmpty
                && !scenario.Courses.Any(c => c.Interventions.Contains(intervention.Name, StringComparer.Ordinal))
            )
            {
                context.Add(
                    DiagnosticTable.InterventionUnused,
                    context.Places[$"interventions.{intervention.Name}"],
                    $"no course uses the intervention '{intervention.Name}'",
                    $"add it to a course, such as {scenario.Courses[^1].Name}: [{intervention.Name}]"
                );
            }
        }

        IEnumerable<IReadOnlyList<Intervention>> courses = scenario.Courses.IsEmpty
            ? [scenario.Interventions]
            : scenario.Courses.Select(c =>
                scenario.Interventions.Where(i => c.Interventions.Contains(i.Name, StringComparer.Ordinal)).ToList()
            );
        foreach (var course in courses)
        {
            Seizures(course);
            States(course);
        }
    }

    /// <summary>The shares seized on a route at once, where each intervention begins.</summary>
    private void Seizures(IReadOnlyList<Intervention> course)
    {
        foreach (var route in scenario.Routes)
        {
            var seizing = course
                .SelectMany(i => i.Effects.OfType<SeizeEffect>().Select(e => (Intervention: i, Effect: e)))
                .Where(s => s.Effect.Object == route.Identity || s.Effect.Object == route.To)
                .ToList();
            var own = route.Seizure is null ? 0.0 : Median(route.Seizure);
            foreach (var (intervention, effect) in seizing)
            {
                var day = intervention.From;
                var sum =
                    own
                    + seizing
                        .Where(s => s.Intervention.From <= day && day <= s.Intervention.To)
                        .Sum(s => Median(s.Effect.Share));
                if (sum > 1.0 + 1e-9)
                {
                    context.Add(
                        DiagnosticTable.SeizureAboveWhole,
                        context.PlaceOf(
                            effect.Share.Address,
                            context.Places[$"interventions.{intervention.Name}.effects.{effect.Identity}"]
                        ),
                        $"from {day:yyyy-MM-dd} on, {100.0 * sum:0.#}% of the barrels of the route '{route.Identity}' would be seized",
                        "together the shares may be at most 100%"
                    );
                }
            }
        }
    }

    /// <summary>States that two dated interventions set on one day.</summary>
    private void States(IReadOnlyList<Intervention> course)
    {
        var set = new Dictionary<(DateOnly, string), (string Value, string Intervention)>();
        foreach (var intervention in course.Where(i => i.When.IsEmpty && i.Delay is null))
        {
            foreach (var effect in intervention.Effects)
            {
                var (what, value) = effect switch
                {
                    HolderEffect e => ($"the holder of '{e.Area}'", e.Actor),
                    PhaseEffect e => ($"the phase of '{e.Theatre}'", e.Phase),
                    _ => ("", ""),
                };
                var key = (intervention.From, what);
                if (value.Length == 0 || set.TryAdd(key, (value, intervention.Name)) || set[key].Value == value)
                {
                    continue;
                }

                context.Add(
                    DiagnosticTable.StateSetTwice,
                    context.Places[$"interventions.{intervention.Name}.effects.{effect.Identity}"],
                    $"'{set[key].Intervention}' and '{intervention.Name}' both set {what} on {intervention.From:yyyy-MM-dd}; '{value}' wins",
                    "move one of them to another day, or leave it out of the course"
                );
            }
        }
    }

    private static double Median(Quantity quantity) => LawRange90.Of(quantity).Median;
}
