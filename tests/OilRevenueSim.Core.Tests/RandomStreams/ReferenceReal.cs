using System.Numerics;

namespace OilRevenueSim.Core.Tests.RandomStreams;

/// <summary>Elementary functions to hundreds of bits over integers: the reference for ours, independent of any library.</summary>
/// <param name="Bits">Binary places; a number v is held as v·2^Bits.</param>
internal sealed record ReferenceReal(int Bits)
{
    private BigInteger? _ln2;
    private BigInteger? _pi;

    public BigInteger One => BigInteger.One << Bits;

    public BigInteger Ln2 => _ln2 ??= 2 * ArtanhOfRatio(1, 3);

    /// <summary>Machin: π = 16·arctan(1/5) − 4·arctan(1/239).</summary>
    public BigInteger Pi => _pi ??= (16 * ArctanOfInverse(5)) - (4 * ArctanOfInverse(239));

    /// <summary>A double, exact unless it has bits below 2^−Bits.</summary>
    public BigInteger Of(double x)
    {
        var (mantissa, exponent) = Split(x);
        return Shift(mantissa, exponent + Bits);
    }

    /// <summary>e^x as (mantissa, power of two): the value is mantissa·2^power.</summary>
    public (BigInteger Mantissa, int Power) Exp(BigInteger x)
    {
        var k = (int)Round(x, Ln2);
        return (ExpSmall(x - (k * Ln2)), k - Bits);
    }

    /// <summary>e^x − 1 in fixed point, for |x| of a few units.</summary>
    public BigInteger Expm1(BigInteger x)
    {
        var (mantissa, power) = Exp(x);
        return Shift(mantissa, power + Bits) - One;
    }

    /// <summary>ln of a positive fixed-point number.</summary>
    public BigInteger Log(BigInteger x)
    {
        var k = (int)x.GetBitLength() - 1 - Bits;
        var fraction = Shift(x, -k);
        return (k * Ln2) + (2 * ArtanhOfRatio(fraction - One, fraction + One));
    }

    /// <summary>sin x by its series.</summary>
    public BigInteger Sine(BigInteger x)
    {
        var (sum, term) = (x, x);
        for (var n = 1; !term.IsZero; n++)
        {
            term = -(((term * x) >> Bits) * x >> Bits) / (2 * n * ((2 * n) + 1));
            sum += term;
        }

        return sum;
    }

    /// <summary>Standard normal density φ(x).</summary>
    public BigInteger NormalDensity(BigInteger x)
    {
        var (mantissa, power) = Exp(-((x * x) >> (Bits + 1)));
        return (Shift(mantissa, power + Bits) << Bits) / Sqrt(2 * Pi);
    }

    /// <summary>Φ(x) = ½ + φ(x)·(x + x³/3 + x⁵/15 + …); all terms of one sign, so only the final sum cancels.</summary>
    public BigInteger NormalCdf(BigInteger x)
    {
        var (sum, term) = (x, x);
        for (var n = 1; !term.IsZero; n++)
        {
            term = ((((term * x) >> Bits) * x) >> Bits) / ((2 * n) + 1);
            if (BigInteger.Abs(term) <= 1)
            {
                break;
            }

            sum += term;
        }

        return (One >> 1) + ((NormalDensity(x) * sum) >> Bits);
    }

    public BigInteger Sqrt(BigInteger x)
    {
        var target = x << Bits;
        var root = BigInteger.One << (int)((target.GetBitLength() / 2) + 1);
        while (true)
        {
            var next = (root + (target / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }

    /// <summary>|actual − reference| in units of the reference's last place as a double.</summary>
    public static double UlpError(double actual, BigInteger mantissa, int power)
    {
        var (actualMantissa, actualPower) = Split(actual);
        var ulpPower = Math.Max((int)BigInteger.Abs(mantissa).GetBitLength() + power - 53, -1074);
        var low = Math.Min(actualPower, Math.Min(power, ulpPower));
        var difference = BigInteger.Abs(Shift(actualMantissa, actualPower - low) - Shift(mantissa, power - low));
        return (double)((difference << 20) >> (ulpPower - low)) / (1 << 20);
    }

    public double UlpError(double actual, BigInteger fixedPoint) => UlpError(actual, fixedPoint, -Bits);

    public static (BigInteger Mantissa, int Power) Split(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var fraction = bits & 0xF_FFFF_FFFF_FFFF;
        var mantissa = exponent == 0 ? fraction : fraction | (1L << 52);
        return (bits < 0 ? -mantissa : mantissa, Math.Max(exponent, 1) - 1075);
    }

    public static BigInteger Shift(BigInteger x, int count) => count >= 0 ? x << count : x >> -count;

    private static BigInteger Round(BigInteger x, BigInteger unit) =>
        BigInteger.Divide((2 * x) + (x.Sign * unit), 2 * unit);

    private BigInteger ExpSmall(BigInteger r)
    {
        var (sum, term) = (One, One);
        for (var n = 1; ; n++)
        {
            term = ((term * r) >> Bits) / n;
            if (BigInteger.Abs(term) <= 1)
            {
                return sum;
            }

            sum += term;
        }
    }

    private BigInteger ArtanhOfRatio(BigInteger numerator, BigInteger denominator)
    {
        var z = (numerator << Bits) / denominator;
        var square = (z * z) >> Bits;
        var (sum, power) = (z, z);
        for (var n = 3; BigInteger.Abs(power) > 1; n += 2)
        {
            power = (power * square) >> Bits;
            sum += power / n;
        }

        return sum;
    }

    private BigInteger ArctanOfInverse(int n)
    {
        var power = One / n;
        var sum = power;
        for (var k = 3; !power.IsZero; k += 2)
        {
            power = -power / (n * n);
            sum += power / k;
        }

        return sum;
    }
}
