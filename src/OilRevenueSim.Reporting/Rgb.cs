using System.Globalization;

namespace OilRevenueSim.Reporting;

/// <summary>A colour of the sRGB space.</summary>
/// <param name="Red">Red, 0 to 255.</param>
/// <param name="Green">Green, 0 to 255.</param>
/// <param name="Blue">Blue, 0 to 255.</param>
public readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    /// <summary>Reads six hexadecimal digits, with # before them or without, e.g. <c>#0b4a7f</c>.</summary>
    /// <param name="text">Text of the colour.</param>
    /// <exception cref="FormatException">The text is no colour.</exception>
    public static Rgb Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var digits = text.StartsWith('#') ? text[1..] : text;
        return
            digits.Length == 6
            && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? new Rgb((byte)(number >> 16), (byte)(number >> 8), (byte)number)
            : throw new FormatException(
                $"'{text}' is no colour; write six hexadecimal digits for red, green and blue, e.g. #0b4a7f."
            );
    }

    /// <inheritdoc />
    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";
}
