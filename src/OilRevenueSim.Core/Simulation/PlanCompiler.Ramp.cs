using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Restart and decline of fields.</summary>
internal sealed partial class PlanCompiler
{
    private void CompileRamps()
    {
        var fields = scenario.Fields.OrderBy(f => f.Name, StringComparer.Ordinal).ToArray();
        var zero = parameters.Add(Quantity.Certain("zero", 0.0));
        plan.Ramps =
        [
            .. fields.Select(
                (f, i) =>
                    new RampPlan(
                        parameters.Add(f.Restart ?? DefaultRestart(f)),
                        f.Decline is null ? zero : parameters.Add(f.Decline),
                        f.Neglect is null ? zero : parameters.Add(f.Neglect),
                        f.ShutInLoss is null ? zero : parameters.Add(f.ShutInLoss),
                        f.Decline is not null || f.Neglect is not null || f.ShutInLoss is not null,
                        OutageAtStart(f)
                    )
            ),
        ];
        plan.HasDecline = plan.Ramps.Any(r => r.Declines);
    }

    /// <summary>Undamaged Libyan restarts reached 85 % after 0.2 to 0.25 of the outage (model.md §7).</summary>
    private static Quantity DefaultRestart(Field field) =>
        new()
        {
            Address = $"fields.{field.Name}.restart",
            Law = new UniformLaw(0.105, 0.132),
            Dimension = Dimension.Number,
            Range = HardRange.NonNegative,
            Provenance = Provenance.Default,
        };

    /// <summary>Years since the field was shut, at step 0: `shut-since`, else the earliest blockade at it or on its first route.</summary>
    private double OutageAtStart(Field field)
    {
        var since = field.ShutSince;
        if (since is null)
        {
            var route = scenario.Routes.FirstOrDefault(r => r.Fields.Contains(field.Name));
            var places = (route?.Via ?? []).Append(field.Name).ToArray();
            since = scenario
                .Blockades.Where(b => b.ActiveSince is not null && b.At.Any(places.Contains))
                .Select(b => b.ActiveSince)
                .Min();
        }

        return since is null
            ? 0.0
            : Math.Max(0, scenario.Start.DayNumber - since.Value.DayNumber) / Time.TimeGrid.DaysPerYear;
    }
}

/// <summary>Restart and decline of a field, by slots.</summary>
/// <param name="Restart">Restart time as a share of the outage.</param>
/// <param name="Decline">Natural decline, per year.</param>
/// <param name="Neglect">Decline added at upkeep 0, per year.</param>
/// <param name="ShutInLoss">Decline added while shut in, per year.</param>
/// <param name="Declines">True when any of the three is given.</param>
/// <param name="OutageYears">Length of the outage at step 0, years.</param>
internal sealed record RampPlan(
    int Restart,
    int Decline,
    int Neglect,
    int ShutInLoss,
    bool Declines,
    double OutageYears
);
