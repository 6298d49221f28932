using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Who is let through by whom, asked in all lanes at once: no tolls, no phases and no interventions decide there.</summary>
internal sealed class GatePlan
{
    private readonly Way[] ways;

    private GatePlan(SimulationPlan plan, int group, Way[] ways)
    {
        Group = group;
        IsAlwaysOpen = plan.Groups[group].Sellers.All(s => ways.Any(way => way.Seller == s && way.Posts.Length == 0));
        this.ways = ways;
    }

    /// <summary>Seller group that wants to pass.</summary>
    public int Group { get; }

    /// <summary>True when no holder of any area can stop any seller, so that it never closes.</summary>
    public bool IsAlwaysOpen { get; }

    /// <summary>The gates of a route, or null where more than holders and sellers decides.</summary>
    public static GatePlan? OfCarriage(SimulationPlan plan, CarriagePlan carriage)
    {
        var route = plan.Routes[carriage.Route];
        if (
            carriage.Collectors.Length > 0
            || plan.Interventions.Length > 0
            || route.Nodes.Any(n => plan.Passage.DependsOnPhase[n])
        )
        {
            return null;
        }

        var sellers = plan.Groups[carriage.Group].Sellers.Where(s => s > 0 && plan.Markets[route.Market].MaySell[s]);
        return new GatePlan(
            plan,
            carriage.Group,
            [
                .. sellers.Select(seller => new Way(
                    seller,
                    [.. route.Nodes.SelectMany(n => PostsAt(plan, carriage.Group, n, plan.Nodes[n].Area, seller))]
                )),
            ]
        );
    }

    /// <summary>Whether the operator of an asset may repair it, or null where more than the holder decides.</summary>
    public static GatePlan? OfAccess(SimulationPlan plan, AssetPlan asset)
    {
        var place = asset.Node >= 0 ? asset.Node : plan.Nodes.Length + asset.Index;
        return plan.Interventions.Length > 0 || plan.Passage.DependsOnPhase[place]
            ? null
            : new GatePlan(
                plan,
                asset.Group,
                [
                    .. plan.Groups[asset.Group]
                        .Sellers.Select(s => new Way(s, [.. PostsAt(plan, asset.Group, place, asset.Area, s)])),
                ]
            );
    }

    /// <summary>1 in the lanes where the seller is let through everywhere, else 0.</summary>
    /// <param name="sellers">Sellers of the group, [lane].</param>
    /// <param name="states">Holders of all areas, [chain][lane].</param>
    /// <param name="open">Receives the result, [lane].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Open<V>(ReadOnlySpan<double> sellers, ReadOnlySpan<double> states, Span<double> open)
        where V : unmanaged, ILanes<V>
    {
        var one = V.Create(1.0);
        for (var i = 0; i < open.Length; i += V.Count)
        {
            var seller = V.Load(sellers, i);
            var passes = V.Zero;
            foreach (var way in ways)
            {
                var through = V.Equal(seller, V.Create(way.Seller));
                foreach (var post in way.Posts)
                {
                    var holder = V.Load(states, (post.Chain * open.Length) + i);
                    var lets = V.Zero;
                    foreach (var friend in post.LetThrough)
                    {
                        lets = V.Or(lets, V.Equal(holder, V.Create(friend)));
                    }

                    through = V.And(through, lets);
                }

                passes = V.Or(passes, through);
            }

            V.And(passes, one).Store(open, i);
        }
    }

    /// <summary>The gate at a place before a seller; none where everyone who can hold the area while he sells lets him through.</summary>
    private static IEnumerable<Post> PostsAt(SimulationPlan plan, int group, int place, int area, int seller)
    {
        var (home, owner) = (plan.Groups[group].Area, plan.Groups[group].Owner);
        int[] holders =
        [
            .. Enumerable
                .Range(0, plan.Actors.Length)
                .Where(h => area != home || (plan.SellsOnOwnAccount[h] ? h : owner) == seller),
        ];
        int[] friends =
        [
            .. holders.Where(h => h == seller || plan.Passage.Decide(place, 0, h, seller) != PassageTable.Blocked),
        ];
        return friends.Length == holders.Length ? [] : [new Post(area, [.. friends.Select(h => (double)h)])];
    }

    /// <summary>The gates before one seller.</summary>
    private sealed record Way(double Seller, Post[] Posts);

    /// <summary>A gate: the area that it lies in, and the holders who let the seller through.</summary>
    private sealed record Post(int Chain, double[] LetThrough);
}
