namespace OilRevenueSim.Core.RandomStreams;

/// <summary>The standard normals of a process that takes one a step: step t has half t mod 2 of block t div 2 (model.md §4).</summary>
/// <remarks>A block of Philox gives two uniforms: drawn at even steps, the second waits for the odd one.</remarks>
internal static class StepNormals
{
    /// <summary>The normals of a step; the steps of a block of paths come in order, from 0.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="firstPath">Path of lane 0.</param>
    /// <param name="step">Step that is left.</param>
    /// <param name="stream">Address of the stream.</param>
    /// <param name="normals">Receives Φ⁻¹(u), <c>[lane]</c>.</param>
    /// <param name="next">Uniforms of the step after an even one, <c>[lane]</c>; kept by the caller between the two.</param>
    public static void Draw(ulong seed, uint firstPath, int step, ulong stream, Span<double> normals, Span<double> next)
    {
        if (int.IsOddInteger(step))
        {
            LaneMath.InverseNormal(next, normals);
            return;
        }

        Philox4x32.FillUniforms(seed, firstPath, (uint)step / 2, stream, normals, next);
        LaneMath.InverseNormal(normals, normals);
    }
}
