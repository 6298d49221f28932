using SkiaSharp;

namespace OilRevenueSim.Reporting.Tests;

/// <summary>Looks and words that an author may ask for.</summary>
internal static class SampleThemes
{
    public const string Marking = "OFFICIAL – SENSITIVE";

    public static readonly string LongMarking =
        "OFFICIAL – SENSITIVE – RECIPIENTS ONLY – NOT FOR RELEASE BEFORE 12 MARCH 2031, 1600"[
            ..FigureOptions.MostMarkingLetters
        ];

    public const string LongTitle =
        "Whoever holds the oil crescent at the end of the year, the guards, the army or the brigades of Misrata, most of the money "
        + "that reaches any armed group in the two years comes from levies on the pipelines and not from the sale of crude oil at the ports";

    public const string LongSubtitle =
        "Million USD per month as the author of this briefing explains it at length for readers who have seen no such figure before, "
        + "with all that the editor, the legal adviser and the desk officer wished to have said about futures, about paths and about "
        + "courses of action, and one more sentence for good measure, which no sheet of any size will ever be wide enough to hold whole.";

    /// <summary>A logo that is made here: a ring and a bar.</summary>
    public static byte[] LogoPng(int width = 220, int height = 80)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        using var paint = new SKPaint { Color = new SKColor(0x7A, 0x1F, 0x3D), IsAntialias = true };
        surface.Canvas.Clear(SKColors.Transparent);
        surface.Canvas.DrawRect(height, height * 0.3f, width - height, height * 0.4f, paint);
        surface.Canvas.DrawCircle(height / 2f, height / 2f, height / 2f, paint);
        using var picture = surface.Snapshot();
        using var data = picture.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    public static FigureTheme WithLogo(this FigureTheme theme, LogoPlace place, int width = 220, int height = 80) =>
        theme with
        {
            Logo = FigureLogo.From(LogoPng(width, height)),
            LogoPlace = place,
        };

    /// <summary>Every kind of option that changes the layout.</summary>
    public static readonly IReadOnlyDictionary<string, FigureOptions> Options = new Dictionary<string, FigureOptions>(
        StringComparer.Ordinal
    )
    {
        ["plain"] = new(),
        ["marked"] = new() { Marking = Marking },
        ["short words"] = new() { Title = "Oil", Subtitle = "" },
        ["long words"] = new() { Title = LongTitle, Subtitle = LongSubtitle },
        ["logo"] = new() { Theme = FigureTheme.Print.WithLogo(LogoPlace.Head) },
        ["all at the head"] = new()
        {
            Title = LongTitle,
            Subtitle = LongSubtitle,
            Marking = LongMarking,
            Theme = FigureTheme.Print.WithLogo(LogoPlace.Head, 100, 100),
        },
        ["all at the foot"] = new()
        {
            Title = LongTitle,
            Subtitle = LongSubtitle,
            Marking = Marking,
            Theme = FigureTheme.Print.WithLogo(LogoPlace.Foot),
        },
    };
}
