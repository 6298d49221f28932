using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using OilRevenueSim.Scenarios.Themes;

namespace OilRevenueSim.Scenarios.Tests;

public sealed class ThemeReaderTests
{
    public static TheoryData<int> Examples() => [.. Enumerable.Range(0, ThemeExamples.All.Count)];

    [Fact]
    public void A_theme_is_read_with_its_files()
    {
        var theme = new ThemeExample("", ThemeExamples.Good, "").Read().Theme!;
        Assert.Equal(("Institute", "screen", "foot"), (theme.Name, theme.Base, theme.LogoPlace));
        Assert.Equal(["ink=#1b2530", "paper=#ffffff"], theme.Colours.Select(c => $"{c.Key}={c.Value}"));
        Assert.Equal(["#245e92", "#d4a82d", "#b15450"], theme.Categories.AsEnumerable());
        Assert.Equal("a picture", Encoding.UTF8.GetString(theme.Logo!.Value.AsSpan()));
        Assert.Null(theme.Regular);
        Assert.Null(theme.Semibold);
    }

    [Fact]
    public void What_is_not_given_is_that_of_paper()
    {
        var theme = new ThemeExample("", "colours: { ink: \"#000000\" }\n", "").Read().Theme!;
        Assert.Equal(("theme", "print", "head"), (theme.Name, theme.Base, theme.LogoPlace));
        Assert.Equal(ImmutableArray<string>.Empty, theme.Categories);
        Assert.Null(theme.Logo);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Mistake_is_found_with_its_place_and_a_hint(int index)
    {
        var example = ThemeExamples.All[index];
        var reading = example.Read();
        var all = string.Join("\n", reading.Diagnostics.Select(d => d.Render()));
        var found = reading.Diagnostics.FirstOrDefault(d =>
            d.Code == example.Code && (d.Message + " " + d.Hint).Contains(example.Says, StringComparison.Ordinal)
        );
        Assert.True(found is not null, $"{example.Code} with '{example.Says}' was expected, found:\n{all}");
        Assert.True(reading.Diagnostics.Length == 1, all);
        Assert.Equal(found.Severity == Severity.Error, reading.Theme is null);
    }

    [Fact]
    public void A_fault_that_only_the_drawing_shows_has_the_place_of_its_key()
    {
        var reading = new ThemeExample("", ThemeExamples.Good, "")
        {
            Faults =
            [
                new(ThemeFaultKind.Weak, "colours.categories[1]", "it is wrong"),
                new(ThemeFaultKind.Unreadable, "colours.quiet", "it is wrong"),
                new(ThemeFaultKind.NotALogo, "logo.file", "it is wrong"),
            ],
        }.Read();
        Assert.Equal(
            ["theme.yaml(4,3): error ORS9002", "theme.yaml(6,27): warning ORS9003", "theme.yaml(8,9): error ORS9007"],
            reading.Diagnostics.Select(d => d.Render().Split(": it")[0])
        );
    }

    [Fact]
    public void All_mistakes_are_said_at_once()
    {
        const string Text = """
            bas: print
            colours:
              ink: navy
              quiet: #555555
            fonts:
              regular: none.ttf
            logo:
              file: none.png
              place: left
            """;
        var reading = new ThemeExample("", Text, "").Read();
        Assert.Equal(
            ["ORS2001", "ORS9001", "ORS9001", "ORS9004", "ORS9004", "ORS2009"],
            reading.Diagnostics.Select(d => d.Code)
        );
    }

    [Fact]
    public void A_file_that_is_not_there_is_said()
    {
        var reading = ThemeReader.Read(Path.Combine(Path.GetTempPath(), "no-such-theme.yaml"), _ => []);
        Assert.Equal(["ORS1001"], reading.Diagnostics.Select(d => d.Code));
        Assert.Null(reading.Theme);
    }

    [Fact]
    public void Schema_knows_every_key_and_refuses_others()
    {
        using var schema = JsonDocument.Parse(ThemeSchema.ToJson());
        var keys = schema.RootElement.GetProperty("properties");
        Assert.Equal(["name", "base", "colours", "fonts", "logo"], keys.EnumerateObject().Select(p => p.Name));
        Assert.False(schema.RootElement.GetProperty("additionalProperties").GetBoolean());
        var ink = keys.GetProperty("colours").GetProperty("properties").GetProperty("ink");
        Assert.Equal("^#?[0-9A-Fa-f]{6}$", ink.GetProperty("pattern").GetString());
    }
}
