namespace OilRevenueSim.Core.Uncertainty;

/// <summary>How the epistemic parameters of the worlds of a run are sampled (model.md §4).</summary>
public enum Sampling
{
    /// <summary>Each quantity of each world by itself, from the stream of its own address: adding a quantity moves no other.</summary>
    Random,

    /// <summary>Scrambled Sobol' points; coordinates in ordinal order of address, so adding a quantity moves those after it.</summary>
    Sobol,

    /// <summary>Latin hypercubes; coordinates in ordinal order of address. The number of worlds is fixed from the start.</summary>
    LatinHypercube,
}
