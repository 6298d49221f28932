using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Analysis.Fitting;

/// <summary>Uniform and normal numbers from a named Philox stream, one sequence per path.</summary>
/// <remarks>
/// Fits are computed with the C library's functions anyway, so the normals come from Box and Muller (1958) and not from the
/// engine's inverse: results are the same on one system for one seed.
/// </remarks>
internal sealed class NormalStream(ulong seed, string name, int path)
{
    private readonly ulong stream = StreamName.Hash(name);
    private uint draw;
    private double spareNormal = double.NaN;
    private double spareUniform = double.NaN;

    /// <summary>A uniform number inside (0, 1).</summary>
    public double Uniform()
    {
        if (!double.IsNaN(spareUniform))
        {
            var spare = spareUniform;
            spareUniform = double.NaN;
            return spare;
        }

        Philox4x32.Draw(seed, (uint)path, draw++, stream, out var u0, out spareUniform);
        return u0;
    }

    /// <summary>A standard normal number.</summary>
    public double Normal()
    {
        if (!double.IsNaN(spareNormal))
        {
            var spare = spareNormal;
            spareNormal = double.NaN;
            return spare;
        }

        Philox4x32.Draw(seed, (uint)path, draw++, stream, out var u0, out var u1);
        var radius = Math.Sqrt(-2.0 * Math.Log(u0));
        var (sine, cosine) = Math.SinCos(2.0 * Math.PI * u1);
        spareNormal = radius * sine;
        return radius * cosine;
    }

    /// <summary>An exponential number of mean 1.</summary>
    public double Exponential() => -Math.Log(Uniform());
}
