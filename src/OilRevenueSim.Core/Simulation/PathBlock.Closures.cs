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

    /// <summary>[asset][lane] share of this step for which an intervention closes it.</summary>
    public double[] Imposed { get; private set; } = [];

    /// <summary>[lane] true where φ must be computed anew.</summary>
    public bool[] ClosureIsDirty { get; private set; } = [];

    /// <summary>Closed intervals of one lane in one step: blockade, start and end, years since the step's start.</summary>
    public (int Blockade, double Start, double End)[] Intervals { get; set; } = [];

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
        Imposed = Allocate(Plan.Assets.Length);
        ClosureIsDirty = new bool[Lanes];
        Intervals = new (int, double, double)[16 + (4 * blockades)];
        PlaceIntervals = new (double, double)[18 + (4 * blockades)];
    }
}
