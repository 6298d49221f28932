using System.Buffers.Binary;
using OilRevenueSim.Reporting;
using OilRevenueSim.Scenarios;
using Xunit;

namespace OilRevenueSim.Tests;

public sealed class ThemeFileTests : IDisposable
{
    private static readonly string Fonts = Checkout.PathOf("src/OilRevenueSim.Reporting/Fonts");

    private readonly string folder = Directory.CreateTempSubdirectory("oilsim-theme-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_example_of_the_documentation_needs_no_repair()
    {
        var (theme, diagnostics) = ThemeFile.Read(Checkout.PathOf("docs/themes/harbour.yaml"));
        Assert.Equal([], diagnostics.Select(d => d.Render()));
        Assert.Equal("Harbour Institute", theme!.Name);
        Assert.Equal(Rgb.Parse("#0f5c63"), theme.Accent);
        Assert.Equal(FigureTheme.Print.Paper, theme.Paper);
        Assert.Equal(6, theme.Categories.Length);
        Assert.Equal((480, 144), (theme.Logo!.WidthPx, theme.Logo.HeightPx));
    }

    [Fact]
    public void Fonts_are_those_of_the_files_and_the_base_is_that_for_slides()
    {
        File.Copy(Path.Combine(Fonts, "OpenSans-Italic.ttf"), Path.Combine(folder, "body.ttf"));
        var theme = ThemeFile.Load(Write("base: screen\nfonts: { regular: body.ttf }\n"));
        Assert.Equal(FigureTheme.Screen.TypeScale, theme.TypeScale);
        Assert.Equal("", theme.Regular!.Missing);
        Assert.Null(theme.Semibold);
    }

    [Theory]
    [InlineData(
        "ink: \"#999999\"",
        "error ORS9002: titles and names in #999999 on #ffffff have a contrast of 2.8; at least 4.5"
    )]
    [InlineData(
        "quiet: \"#8a8a8a\"",
        "warning ORS9003: axes, subtitle and foot in #8a8a8a on #ffffff have a contrast of 3.4"
    )]
    [InlineData("paper: \"#202020\"", "error ORS9002: the paper #202020 is too dark")]
    [InlineData(
        "categories: [\"#d04040\", \"#f0e2a0\", \"#7f7f20\", \"#d04840\"]",
        "warning ORS9003: #d04040 and #d04840 look alike to any reader"
    )]
    [InlineData(
        "categories: [\"#3f6fb0\", \"#f0e2a0\", \"#6a6ab0\"]",
        "warning ORS9003: #3f6fb0 and #6a6ab0 look alike to readers who lack red cones"
    )]
    [InlineData(
        "categories: [\"#1d649b\", \"#b85228\", \"#f0e2a0\"]",
        "warning ORS9003: #1d649b and #b85228 look alike to anyone who has a black-and-white copy"
    )]
    public void Colours_are_looked_at_with_the_eyes_of_readers(string line, string says)
    {
        var (theme, diagnostics) = ThemeFile.Read(Write($"colours:\n  {line}\n"));
        var all = string.Join("\n", diagnostics.Select(d => d.Render()));
        Assert.Contains(says, all, StringComparison.Ordinal);
        Assert.Contains("(2,", all, StringComparison.Ordinal);
        Assert.All(diagnostics, d => Assert.NotNull(d.Hint));
        Assert.Equal(diagnostics.All(d => d.Severity == Severity.Warning), theme is not null);
    }

    [Fact]
    public void A_file_that_is_no_font_lacks_letters_or_is_no_logo_is_refused_at_its_place()
    {
        File.WriteAllText(Path.Combine(folder, "text.ttf"), "not a font");
        File.WriteAllBytes(Path.Combine(folder, "empty.ttf"), WithoutLetters());
        File.WriteAllText(Path.Combine(folder, "logo.png"), "not a picture");
        var path = Write("fonts:\n  regular: text.ttf\n  semibold: empty.ttf\nlogo: { file: logo.png }\n");
        var failure = Assert.Throws<ScenarioException>(() => ThemeFile.Load(path));
        Assert.Equal(
            [("ORS9005", 2, 12), ("ORS9006", 3, 13), ("ORS9007", 4, 15)],
            failure.Diagnostics.Select(d => (d.Code, d.Line, d.Column))
        );
        Assert.Contains("theme.yaml' is no valid theme:", failure.Message, StringComparison.Ordinal);
        Assert.Contains("ABC", failure.Diagnostics[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_logo_of_thousands_of_pixels_is_refused_with_its_size()
    {
        var png = File.ReadAllBytes(Checkout.PathOf("docs/themes/harbour-logo.png"));
        File.WriteAllBytes(Path.Combine(folder, "large.png"), [.. png, .. new byte[FigureLogo.MostBytes]]);
        var (_, diagnostics) = ThemeFile.Read(Write("logo: { file: large.png }\n"));
        var found = Assert.Single(diagnostics);
        Assert.Contains("a logo has at most 1,000,000", found.Message, StringComparison.Ordinal);
    }

    private string Write(string text)
    {
        var path = Path.Combine(folder, "theme.yaml");
        File.WriteAllText(path, text);
        return path;
    }

    // Open Sans whose table of letters has no entry left, nor names of glyphs from which one could be made.
    private static byte[] WithoutLetters()
    {
        var font = File.ReadAllBytes(Path.Combine(Fonts, "OpenSans-Regular.ttf"));
        BinaryPrimitives.WriteUInt16BigEndian(Table("cmap"u8)[2..], 0);
        BinaryPrimitives.WriteUInt32BigEndian(Table("post"u8), 0x00030000);
        return font;

        Span<byte> Table(ReadOnlySpan<byte> tag) =>
            font.AsSpan((int)BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(font.AsSpan().IndexOf(tag) + 8)));
    }
}
