using SkiaSharp;

namespace OilRevenueSim.Reporting.Colours;

/// <summary>How someone sees.</summary>
internal enum Sight
{
    Full,
    Protan,
    Deutan,
    Tritan,
    Greyscale,
}

/// <summary>Colours as others see them.</summary>
/// <remarks>
/// Machado, Oliveira and Fernandes 2009, A Physiologically-based Model for Simulation of Color Vision Deficiency, IEEE TVCG
/// 15(6), table of matrices at severity 1, on linear sRGB. Greyscale is the luminance of IEC 61966-2-1.
/// </remarks>
internal static class ColourVision
{
    private static readonly double[] Protan =
    [
        0.152286,
        1.052583,
        -0.204868,
        0.114503,
        0.786281,
        0.099216,
        -0.003882,
        -0.048116,
        1.051998,
    ];

    private static readonly double[] Deutan =
    [
        0.367322,
        0.860646,
        -0.227968,
        0.280085,
        0.672501,
        0.047413,
        -0.011820,
        0.042940,
        0.968881,
    ];

    private static readonly double[] Tritan =
    [
        1.255528,
        -0.076749,
        -0.178779,
        -0.078411,
        0.930809,
        0.147602,
        0.004733,
        0.691367,
        0.303900,
    ];

    /// <summary>The colour in CIELAB under D65, as someone sees it.</summary>
    public static Lab See(SKColor colour, Sight sight)
    {
        var (r, g, b) = (Linear(colour.Red), Linear(colour.Green), Linear(colour.Blue));
        return sight switch
        {
            Sight.Protan => Through(Protan, r, g, b),
            Sight.Deutan => Through(Deutan, r, g, b),
            Sight.Tritan => Through(Tritan, r, g, b),
            Sight.Greyscale => Grey(Luminance(colour)),
            _ => Lab.Of(r, g, b),
        };
    }

    /// <summary>Relative luminance of WCAG 2.1 and IEC 61966-2-1, 0 to 1.</summary>
    public static double Luminance(SKColor colour) =>
        (0.2126 * Linear(colour.Red)) + (0.7152 * Linear(colour.Green)) + (0.0722 * Linear(colour.Blue));

    /// <summary>Contrast ratio of WCAG 2.1, 1 to 21.</summary>
    public static double Contrast(SKColor a, SKColor b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static Lab Through(double[] m, double r, double g, double b)
    {
        double Row(int i) => Math.Clamp((m[i] * r) + (m[i + 1] * g) + (m[i + 2] * b), 0, 1);
        return Lab.Of(Row(0), Row(3), Row(6));
    }

    private static Lab Grey(double luminance) => Lab.Of(luminance, luminance, luminance);

    private static double Linear(byte channel)
    {
        var c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }
}
