using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Clocks and rates of hazards outside the chains.</summary>
internal sealed partial class BlockSimulator<V>
{
    private void PrepareHazards()
    {
        foreach (var hazard in Plan.Hazards)
        {
            DrawFirstClock(hazard.Clock, hazard.Stream);
            Block.Parameter(hazard.BaseRate).CopyTo(Block.Of(Block.Rates, hazard.Clock));
        }
    }

    /// <summary>E_0 = −ln u0 of block 0 of a stream.</summary>
    private void DrawFirstClock(int clock, ulong stream)
    {
        var clocks = Block.Of(Block.Clocks, clock);
        Philox4x32.FillUniform(Seed, Block.FirstPath, 0, stream, clocks);
        LaneMath.Log(clocks, clocks);
        for (var i = 0; i < clocks.Length; i += V.Count)
        {
            (-V.Load(clocks, i)).Store(clocks, i);
        }
    }
}
