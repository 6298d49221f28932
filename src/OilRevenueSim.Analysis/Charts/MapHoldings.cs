using System.Collections.Immutable;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Who most likely holds some areas, from a result.</summary>
internal sealed class MapHoldings
{
    // Below this a rounding of the mean, not a holder.
    private const double Least = 1e-9;

    private readonly EnsembleResult result;
    private readonly ImmutableArray<ImmutableArray<(int Actor, int Series)>> recorded;

    internal MapHoldings(EnsembleResult result, IEnumerable<string> areas)
    {
        this.result = result;
        var keys = result
            .Series.Select((key, index) => (key, index))
            .Where(s => s.key.Quantity == ReportQuantity.ProbabilityHolds && s.key.Actor is not null)
            .ToList();
        Actors = keys.Count == 0 ? [] : ChartActor.Order(result.Scenario);
        recorded =
        [
            .. areas.Select(area =>
                keys.Where(s => s.key.Place == area)
                    .Select(s => (Actors.IndexOf(s.key.Actor!), s.index))
                    .ToImmutableArray()
            ),
        ];
    }

    /// <summary>All actors in the order of their colours, nobody last; empty where no holding is recorded.</summary>
    internal ImmutableArray<string> Actors { get; }

    /// <summary>The two likeliest holders of each area; what is left to 1 belongs to nobody.</summary>
    internal ImmutableArray<MapHolding> At(int period) => [.. recorded.Select(area => Likeliest(area, period))];

    private MapHolding Likeliest(ImmutableArray<(int Actor, int Series)> area, int period)
    {
        var shares = area.Select(s => (s.Actor, Share: MeanEstimate.Of(result.At(s.Series, period)))).ToList();
        var nobody = Actors.IndexOf(Actor.Nobody);
        if (!shares.Exists(s => s.Actor == nobody))
        {
            // The rest errs by no more than all others together.
            var half = shares.Sum(s => s.Share.HalfWidth ?? 0.0);
            var rest = 1 - shares.Sum(s => s.Share.Value);
            shares.Add((nobody, new Estimate(rest, rest - half, rest + half)));
        }

        var ranked = shares
            .Where(s => s.Share.Value > Least)
            .OrderByDescending(s => s.Share.Value)
            .ThenBy(s => s.Actor)
            .ToList();
        var (first, share) = ranked[0];
        var (second, other) = ranked.Count == 1 ? (-1, Estimate.Bare(0.0)) : ranked[1];
        return new MapHolding(first, share.Value, second, other.Value)
        {
            Error = area.Select(s => result.At(s.Series, period).StandardError).DefaultIfEmpty().Max(),
            IsEven = second >= 0 && !share.IsAbove(other),
        };
    }
}
