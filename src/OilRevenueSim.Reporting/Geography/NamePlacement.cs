using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Geography;

/// <summary>A name that wants to stand beside a mark.</summary>
/// <param name="Text">Name.</param>
/// <param name="Style">Look.</param>
/// <param name="At">Middle of the mark.</param>
/// <param name="Radius">Radius of the mark.</param>
/// <param name="Weight">How much it matters; the least are left out first.</param>
/// <param name="MayLead">True where it may stand off, at the end of a thin line.</param>
/// <param name="MayCross">True where that line may cross other marks if the name had no place else.</param>
internal sealed record PlacedName(
    string Text,
    Style Style,
    MapPoint At,
    double Radius,
    double Weight,
    bool MayLead = false,
    bool MayCross = false
);

/// <summary>A name on its place.</summary>
/// <param name="Name">What wanted to stand.</param>
/// <param name="Label">Text.</param>
/// <param name="Leader">Line from the mark to a name that stands off, or null.</param>
internal sealed record StandingName(PlacedName Name, Label Label, (MapPoint From, MapPoint To)? Leader);

/// <summary>Finds each name a place beside its mark, clear of the others; leaves out those for which there is none.</summary>
/// <remarks>
/// Candidate positions with simulated annealing, as Christensen, Marks and Shieber, ACM Transactions on Graphics 14, 1995, found best;
/// the same names give the same places.
/// </remarks>
internal sealed class NamePlacement(
    Box frame,
    IReadOnlyList<Box> obstacles,
    IReadOnlyList<(MapPoint From, MapPoint To)> lines,
    IReadOnlyList<StandingName> standing
)
{
    private const double Pad = 1.5;
    private const double OverLine = 0.35;
    private const double OverSign = 4;
    private const double NearOther = 1.5;

    // A name that all but touches another mark of the size of its own is read as that one's, whatever line leads from it.
    private const double Touching = 10;
    private const double BesideOther = 5;
    private const double OverName = 8;
    private const double StartTemperature = 30;
    private const double EndTemperature = 0.03;
    private const double Cooling = 0.9;
    private const int MovesPerName = 60;

    // One cooling may end in a poor arrangement.
    private const int Coolings = 6;

    // East first, as readers expect it; then as cartographers rank them (Imhof 1975).
    private static readonly (double X, double Y)[] Sides =
    [
        (1, 0),
        (1, -0.8),
        (1, 0.8),
        (-1, 0),
        (-1, -0.8),
        (-1, 0.8),
        (0, -1),
        (0, 1),
    ];

    // Names that stand off may also stand between these.
    private static readonly (double X, double Y)[] Between =
    [
        (1, -0.4),
        (1, 0.4),
        (-1, -0.4),
        (-1, 0.4),
        (0.5, -1),
        (0.5, 1),
        (-0.5, -1),
        (-0.5, 1),
    ];

    private static readonly double[] Near = [2, 8];
    private static readonly double[] Off = [2, 8, 20, 34, 50, 68, 90];
    private const double NeedsLeader = 14;

    // Nearer to another mark than to its own by so much less, a name needs a line to its own, at least from here.
    private const double Ambiguous = 1;
    private const double LeastLeader = 8;

    private readonly List<(PlacedName Name, Candidate[] Candidates)> names = [];
    private Candidate[] all = []; // those of all names
    private double[] weights = []; // [name]
    private Meeting[] meetings = []; // [candidate · candidates + candidate] as found so far

    /// <summary>Places the names; where one is left out, its label is missing.</summary>
    public IEnumerable<StandingName> Place(IEnumerable<PlacedName> wanted)
    {
        var count = 0;
        foreach (var name in wanted.OrderByDescending(n => n.Weight))
        {
            var candidates = Candidates(name).Select(c => c with { Index = count++ }).ToArray();
            if (candidates.Length > 0)
            {
                names.Add((name, candidates));
            }
        }

        all = [.. names.SelectMany(n => n.Candidates)];
        weights = [.. names.Select(n => n.Name.Weight)];
        meetings = new Meeting[all.Length * all.Length];
        // No arrangement costs less than all names at the cheapest of their places.
        var least = names.Sum(n => n.Name.Weight * n.Candidates.Min(c => c.Cost));
        var chosen = Anneal(0);
        for (var cooling = 1; cooling < Coolings && Total(chosen) > least + 1e-9; cooling++)
        {
            var other = Anneal(cooling);
            chosen = Total(other) < Total(chosen) ? other : chosen;
        }

        return Kept(chosen)
            .Select(i => (names[i].Name, Chosen: names[i].Candidates[chosen[i]]))
            .Select(c => new StandingName(c.Name, c.Chosen.Label, c.Chosen.Leader));
    }

    private IEnumerable<Candidate> Candidates(PlacedName name)
    {
        var rank = 0;
        var others = obstacles.Where(o => !IsOf(name, o)).ToList();
        foreach (var distance in name.MayLead ? Off : Near)
        {
            foreach (var (x, y) in distance < NeedsLeader ? Sides : [.. Sides, .. Between])
            {
                var label = Beside(name, x, y, name.Radius + distance);
                var box = label.Box.Grow(Pad);
                rank++;
                if (!frame.Contains(box) || obstacles.Any(box.Overlaps))
                {
                    continue;
                }

                var isClear = IsNearest(name, label.Box, others);
                if (!isClear && (distance < LeastLeader || !name.MayLead))
                {
                    continue;
                }

                var leader = distance < NeedsLeader && isClear ? null : Leader(name, box);
                var isOver = leader is { } to && others.Exists(o => Crosses(o, to.From, to.To));
                if ((isOver && !name.MayCross) || standing.Any(s => Meet(box, leader, s.Label.Box.Grow(Pad), s.Leader)))
                {
                    continue;
                }

                var crossed = lines.Count(line => Crosses(box, line.From, line.To));
                var near =
                    isClear ? 0
                    : others.Exists(o => IsAlike(name, o) && Apart(label.Box, o) < Touching) ? BesideOther
                    : NearOther;
                var cost = (0.03 * rank) + near + (isOver ? OverSign : 0) + (OverLine * crossed);
                yield return new Candidate(label, box, leader, cost);
            }
        }
    }

    // Whether a name without a line is read as that of its own mark.
    private static bool IsNearest(PlacedName name, Box label, List<Box> others)
    {
        var own = Apart(label, new Box(name.At.X, name.At.Y, name.At.X, name.At.Y).Grow(name.Radius));
        return others.TrueForAll(o => Apart(label, o) >= own - Ambiguous);
    }

    private static bool IsOf(PlacedName name, Box mark) =>
        Math.Abs(mark.CentreX - name.At.X) + Math.Abs(mark.CentreY - name.At.Y) < 0.1;

    private static bool IsAlike(PlacedName name, Box mark) => name.Radius > 0 && mark.Width > 1.9 * name.Radius;

    private static double Apart(Box a, Box b)
    {
        var x = Math.Max(0, Math.Max(a.Left - b.Right, b.Left - a.Right));
        var y = Math.Max(0, Math.Max(a.Top - b.Bottom, b.Top - a.Bottom));
        return Math.Sqrt((x * x) + (y * y));
    }

    // From the rim of the mark to the nearest point of the name.
    private static (MapPoint From, MapPoint To)? Leader(PlacedName name, Box box)
    {
        var to = new MapPoint(Math.Clamp(name.At.X, box.Left, box.Right), Math.Clamp(name.At.Y, box.Top, box.Bottom));
        var (dx, dy) = (to.X - name.At.X, to.Y - name.At.Y);
        var share = (name.Radius + 1) / Math.Sqrt((dx * dx) + (dy * dy));
        return (new MapPoint(name.At.X + (dx * share), name.At.Y + (dy * share)), to);
    }

    private static Label Beside(PlacedName name, double x, double y, double distance)
    {
        var half = Face.CapHeight * name.Style.Size / 2;
        var (dx, anchor) = x switch
        {
            > 0 => (distance * x * (y == 0 ? 1 : 0.7), Anchor.Start),
            < 0 => (distance * x * (y == 0 ? 1 : 0.7), Anchor.End),
            _ => (0.0, Anchor.Middle),
        };
        var middle = name.At.Y + (y * (distance + (x == 0 ? half : 0)));
        return Sheet.Measure(Role.Direct, name.Text, name.Style, anchor, name.At.X + dx, middle + half, hasHalo: true);
    }

    private int[] Anneal(int cooling)
    {
        var chosen = new int[names.Count];
        for (var i = 0; i < chosen.Length; i++)
        {
            chosen[i] = Best(chosen, i, i);
        }

        var random = new Steps((ulong)cooling);
        int[] standsAt = [.. chosen.Select((c, i) => First(i) + c)];
        for (var t = StartTemperature; t > EndTemperature; t *= Cooling)
        {
            for (var move = 0; move < MovesPerName * names.Count; move++)
            {
                var i = random.Below(names.Count);
                var candidate = random.Below(names[i].Candidates.Length);
                var worse = Cost(standsAt, i, First(i) + candidate) - Cost(standsAt, i, standsAt[i]);
                if (worse <= 0 || random.Share() < Math.Exp(-worse / t))
                {
                    (chosen[i], standsAt[i]) = (candidate, First(i) + candidate);
                }
            }
        }

        for (var i = 0; i < chosen.Length; i++)
        {
            chosen[i] = Best(chosen, i, names.Count);
        }

        return chosen;
    }

    private double Total(int[] chosen) => Enumerable.Range(0, names.Count).Sum(i => Cost(chosen, i, chosen[i], i));

    private int Best(int[] chosen, int name, int among)
    {
        var best = 0;
        for (var c = 1; c < names[name].Candidates.Length; c++)
        {
            best = Cost(chosen, name, c, among) < Cost(chosen, name, best, among) ? c : best;
        }

        return best;
    }

    private int First(int name) => names[name].Candidates[0].Index;

    // As below, among all names, by the index of candidates: the loop in which an annealing spends its time.
    private double Cost(int[] standsAt, int name, int candidate)
    {
        var weight = weights[name];
        var cost = weight * all[candidate].Cost;
        for (var j = 0; j < standsAt.Length; j++)
        {
            if (j != name && Meet(candidate, standsAt[j]))
            {
                cost += OverName * Math.Min(weight, weights[j]);
            }
        }

        return cost;
    }

    // Own cost by weight, and what is lost where two names meet: the lighter one.
    private double Cost(int[] chosen, int name, int candidate, int among)
    {
        var (it, candidates) = names[name];
        var cost = it.Weight * candidates[candidate].Cost;
        for (var j = 0; j < among; j++)
        {
            if (j != name && Meet(candidates[candidate], names[j].Candidates[chosen[j]]))
            {
                cost += OverName * Math.Min(it.Weight, names[j].Name.Weight);
            }
        }

        return cost;
    }

    // The weightiest first; a name that would touch one that stands is left out.
    private List<int> Kept(int[] chosen)
    {
        var kept = new List<int>();
        for (var i = 0; i < names.Count; i++)
        {
            var candidate = names[i].Candidates[chosen[i]];
            if (!kept.Exists(k => Meet(names[k].Candidates[chosen[k]], candidate)))
            {
                kept.Add(i);
            }
        }

        return kept;
    }

    private bool Meet(in Candidate one, in Candidate other) => Meet(one.Index, other.Index);

    // An annealing asks of the same two again and again.
    private bool Meet(int one, int other)
    {
        ref var found = ref meetings[(one * all.Length) + other];
        if (found == Meeting.Unknown)
        {
            var (a, b) = (all[one], all[other]);
            found = Meet(a.Box, a.Leader, b.Box, b.Leader) ? Meeting.Yes : Meeting.No;
        }

        return found == Meeting.Yes;
    }

    // Where names lie on each other, or the line of one on the other.
    private static bool Meet(
        Box one,
        (MapPoint From, MapPoint To)? oneLeader,
        Box other,
        (MapPoint From, MapPoint To)? otherLeader
    ) =>
        one.Overlaps(other)
        || (oneLeader is { } a && Crosses(other, a.From, a.To))
        || (otherLeader is { } b && Crosses(one, b.From, b.To));

    internal static bool Crosses(Box box, MapPoint a, MapPoint b)
    {
        var steps = (int)Math.Ceiling((Math.Abs(b.X - a.X) + Math.Abs(b.Y - a.Y)) / 4) + 1;
        for (var i = 0; i <= steps; i++)
        {
            var (x, y) = (a.X + ((b.X - a.X) * i / steps), a.Y + ((b.Y - a.Y) * i / steps));
            if (x > box.Left && x < box.Right && y > box.Top && y < box.Bottom)
            {
                return true;
            }
        }

        return false;
    }

    private enum Meeting : byte
    {
        Unknown,
        No,
        Yes,
    }

    private readonly record struct Candidate(Label Label, Box Box, (MapPoint From, MapPoint To)? Leader, double Cost)
    {
        public int Index { get; init; }
    }

    // SplitMix64 (Steele, Lea, Flood 2014): the same steps on every machine.
    private struct Steps(ulong stream)
    {
        private ulong state = 1995 + stream;

        public int Below(int count) => (int)(Share() * count);

        public double Share()
        {
            state += 0x9E3779B97F4A7C15;
            var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }
}
