namespace OilRevenueSim.Core.Simulation;

/// <summary>Blockades and what else closes places.</summary>
internal sealed partial class PathBlock
{
    /// <summary>[blockade][lane] end of the one that runs or ran last, years since the start.</summary>
    public double[] BlockadeEnd { get; private set; } = [];

    /// <summary>[blockade][lane] 1 where some place fulfils what it requires, else 0.</summary>
    public double[] BlockadeApplies { get; private set; } = [];

    /// <summary>[blockade][lane] none starts before, years since the start.</summary>
    public double[] BlockadeNotBefore { get; private set; } = [];

    /// <summary>[blockade][lane] bits of the places that fulfil what it requires.</summary>
    public uint[] BlockadeFulfils { get; private set; } = [];

    /// <summary>[blockade][lane] bits of the places that the running one closes.</summary>
    public uint[] BlockadeCloses { get; private set; } = [];

    /// <summary>[imposed blockade][lane] its start, days since the start; +∞ where it was not imposed.</summary>
    public double[] ImposedStart { get; private set; } = [];

    /// <summary>[imposed blockade][lane] one that starts before is lifted, days since the start.</summary>
    public double[] ImposedNotBefore { get; private set; } = [];

    /// <summary>[imposed blockade][lane] share of this step for which it closes its place.</summary>
    public double[] ImposedShare { get; private set; } = [];

    /// <summary>[lane] true where φ must be computed anew.</summary>
    public bool[] ClosureIsDirty { get; private set; } = [];

    /// <summary>Closed intervals of one lane in one step: place, author, start and end, years since the step's start.</summary>
    public (int Asset, int By, double Start, double End)[] Intervals { get; set; } = [];

    /// <summary>Ends of intervals of one place, scratch.</summary>
    public (double Start, double End)[] PlaceIntervals { get; set; } = [];

    private void AllocateClosures()
    {
        var blockades = Math.Max(1, Plan.Blockades.Length);
        BlockadeEnd = Allocate(blockades);
        BlockadeApplies = Allocate(blockades);
        BlockadeNotBefore = Allocate(blockades);
        BlockadeFulfils = new uint[blockades * Lanes];
        BlockadeCloses = new uint[blockades * Lanes];
        ImposedStart = Allocate(Plan.ImposedBlockades.Length);
        ImposedNotBefore = Allocate(Plan.ImposedBlockades.Length);
        ImposedShare = Allocate(Plan.ImposedBlockades.Length);
        ClosureIsDirty = new bool[Lanes];
        var places = Plan.Blockades.Sum(b => b.Places.Length) + Plan.ImposedBlockades.Length;
        Intervals = new (int, int, double, double)[16 + (4 * places)];
        PlaceIntervals = new (double, double)[18 + (4 * places)];
    }
}
