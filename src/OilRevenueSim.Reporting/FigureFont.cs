using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting;

/// <summary>One cut of a font, from a TTF or OTF file. Immutable; made once and shared by many themes.</summary>
public sealed class FigureFont
{
    private FigureFont(Face face) => Face = face;

    /// <summary>Letters and signs that figures write in English and French; names from a scenario may need more.</summary>
    public static string Needed { get; } =
        string.Concat(Enumerable.Range(' ' + 1, '~' - ' ').Select(c => (char)c))
        + "−–—…“”‘’«»±×·°ÀÂÇÈÉÊËÎÏÔÙÛàâçèéêëîïôùûüœŒ€£";

    /// <summary>The letters of <see cref="Needed"/> that the font lacks, without spaces; empty where it has all.</summary>
    public string Missing => string.Concat(Needed.Where(c => !Face.Covers(c.ToString())));

    internal Face Face { get; }

    /// <summary>Reads a font.</summary>
    /// <param name="file">The whole TTF or OTF file.</param>
    /// <param name="weight">Weight that it stands for in an SVG: 400 is regular, 600 semibold.</param>
    /// <exception cref="FormatException">The bytes are no font.</exception>
    public static FigureFont From(ReadOnlySpan<byte> file, int weight) =>
        new(
            (IsPlain(file) ? Face.From(file, weight) : null)
                ?? throw new FormatException("These bytes are no TrueType or OpenType font (.ttf, .otf).")
        );

    // TrueType, OpenType with PostScript outlines, Apple's TrueType; not a packed web font, which an SVG could not carry as it is.
    private static bool IsPlain(ReadOnlySpan<byte> file) =>
        file
            is [0, 1, 0, 0, ..]
                or [(byte)'O', (byte)'T', (byte)'T', (byte)'O', ..]
                or [(byte)'t', (byte)'r', (byte)'u', (byte)'e', ..];
}
