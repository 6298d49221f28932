namespace OilRevenueSim.Reporting.Colours;

/// <summary>A colour in CIELAB: lightness 0 to 100, and two axes of hue.</summary>
internal readonly record struct Lab(double L, double A, double B)
{
    /// <summary>From linear sRGB under D65 (IEC 61966-2-1).</summary>
    public static Lab Of(double r, double g, double b)
    {
        var x = Root(((0.4124564 * r) + (0.3575761 * g) + (0.1804375 * b)) / 0.95047);
        var y = Root((0.2126729 * r) + (0.7151522 * g) + (0.0721750 * b));
        var z = Root(((0.0193339 * r) + (0.1191920 * g) + (0.9503041 * b)) / 1.08883);
        return new Lab((116 * y) - 16, 500 * (x - y), 200 * (y - z));
    }

    /// <summary>
    /// Difference CIEDE2000 with all factors 1; about 1 is just seen side by side, 10 at a glance. Sharma, Wu and Dalal 2005,
    /// The CIEDE2000 Color-Difference Formula, Color Research and Application 30(1).
    /// </summary>
    public static double Difference(Lab p, Lab q)
    {
        var chroma = Seventh((Length(p.A, p.B) + Length(q.A, q.B)) / 2);
        var stretch = 1 + (0.5 * (1 - Math.Sqrt(chroma)));
        var (c1, c2) = (Length(p.A * stretch, p.B), Length(q.A * stretch, q.B));
        var (h1, h2) = (Hue(p.A * stretch, p.B), Hue(q.A * stretch, q.B));
        var turn = c1 * c2 == 0 ? 0 : Turn(h2 - h1);
        var mean = Middle(h1, h2, c1 * c2 == 0);
        var (dL, dC) = (q.L - p.L, c2 - c1);
        var dH = 2 * Math.Sqrt(c1 * c2) * Sine(turn / 2);
        var (l, c) = ((p.L + q.L) / 2, (c1 + c2) / 2);
        var t =
            1
            - (0.17 * Cosine(mean - 30))
            + (0.24 * Cosine(2 * mean))
            + (0.32 * Cosine((3 * mean) + 6))
            - (0.20 * Cosine((4 * mean) - 63));
        var away = (l - 50) * (l - 50);
        dL /= 1 + (0.015 * away / Math.Sqrt(20 + away));
        dC /= 1 + (0.045 * c);
        dH /= 1 + (0.015 * c * t);
        var blue = 60 * Math.Exp(-Math.Pow((mean - 275) / 25, 2));
        var rotation = -2 * Math.Sqrt(Seventh(c)) * Sine(blue);
        return Math.Sqrt((dL * dL) + (dC * dC) + (dH * dH) + (rotation * dC * dH));
    }

    private static double Root(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : ((24389.0 / 27 * t) + 16) / 116;

    private static double Length(double a, double b) => Math.Sqrt((a * a) + (b * b));

    private static double Seventh(double c) => Math.Pow(c, 7) / (Math.Pow(c, 7) + Math.Pow(25, 7));

    private static double Sine(double degrees) => Math.Sin(degrees * Math.PI / 180);

    private static double Cosine(double degrees) => Math.Cos(degrees * Math.PI / 180);

    private static double Hue(double a, double b) =>
        a == 0 && b == 0 ? 0 : ((Math.Atan2(b, a) * 180 / Math.PI) + 360) % 360;

    private static double Turn(double degrees) =>
        degrees > 180 ? degrees - 360
        : degrees < -180 ? degrees + 360
        : degrees;

    private static double Middle(double h1, double h2, bool isGrey) =>
        isGrey ? h1 + h2
        : Math.Abs(h1 - h2) <= 180 ? (h1 + h2) / 2
        : h1 + h2 < 360 ? (h1 + h2 + 360) / 2
        : (h1 + h2 - 360) / 2;
}
