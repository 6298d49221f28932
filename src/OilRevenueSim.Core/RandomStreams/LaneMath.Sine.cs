namespace OilRevenueSim.Core.RandomStreams;

internal static partial class LaneMath
{
    /// <summary>sin x for |x| ≤ π/4. Error below 1 ulp.</summary>
    /// <remarks>Coefficients of fdlibm's k_sin.c (Sun Microsystems 1993; error 2^−58).</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="x"/> lies outside.</exception>
    public static double Sine(double x)
    {
        if (!(Math.Abs(x) <= 0.78539816339744831))
        {
            throw new ArgumentOutOfRangeException(nameof(x), x, "The sine is computed for −π/4 to π/4.");
        }

        var z = x * x;
        var tail = 1.58969099521155010221e-10;
        tail = Math.FusedMultiplyAdd(tail, z, -2.50507602534068634195e-08);
        tail = Math.FusedMultiplyAdd(tail, z, 2.75573137070700676789e-06);
        tail = Math.FusedMultiplyAdd(tail, z, -1.98412698298579493134e-04);
        tail = Math.FusedMultiplyAdd(tail, z, 8.33333333332248946124e-03);
        tail = Math.FusedMultiplyAdd(tail, z, -1.66666666666666324348e-01);
        return Math.FusedMultiplyAdd(z * x, tail, x);
    }
}
