using System.Diagnostics;
using Xunit;

namespace OilRevenueSim.Reporting.Tests;

public sealed class SecondProcessTests
{
    private const string Folder = "OILSIM_SECOND_PROCESS";

    // The first of each kind: those that begin with one word are alike.
    private static IEnumerable<string> Kinds => Gallery.Figures.Keys.DistinctBy(name => name.Split('-')[0]);

    [Fact]
    public void One_figure_of_each_kind_is_saved()
    {
        var told = Environment.GetEnvironmentVariable(Folder);
        var folder = told ?? Directory.CreateTempSubdirectory("figures").FullName;
        try
        {
            foreach (var kind in Kinds)
            {
                var figure = Marked(kind);
                figure.SavePng(Path.Combine(folder, kind + ".png"), 800, 500);
                figure.SaveSvg(Path.Combine(folder, kind + ".svg"));
                figure.SaveSvg(Path.Combine(folder, kind + "-outlined.svg"), isTextOutlined: true);
                figure.SavePdf(Path.Combine(folder, kind + ".pdf"));
                Assert.Equal(figure.ToPng(800, 500), File.ReadAllBytes(Path.Combine(folder, kind + ".png")));
                Assert.Equal(figure.ToSvg(), File.ReadAllText(Path.Combine(folder, kind + ".svg")));
            }
        }
        finally
        {
            if (told is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    [Fact]
    public void Second_process_without_font_settings_saves_the_same_bytes()
    {
        var folder = Directory.CreateTempSubdirectory("figures").FullName;
        try
        {
            Run(folder);
            foreach (var kind in Kinds)
            {
                var figure = Marked(kind);
                Assert.Equal(figure.ToPng(800, 500), File.ReadAllBytes(Path.Combine(folder, kind + ".png")));
                Assert.Equal(figure.ToSvg(), File.ReadAllText(Path.Combine(folder, kind + ".svg")));
                Assert.Equal(
                    figure.ToSvg(isTextOutlined: true),
                    File.ReadAllText(Path.Combine(folder, kind + "-outlined.svg"))
                );
                Assert.Equal(figure.ToPdf(), File.ReadAllBytes(Path.Combine(folder, kind + ".pdf")));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Figure Marked(string kind) =>
        Gallery
            .Figures[kind]()
            .With(
                new FigureOptions
                {
                    Marking = SampleThemes.Marking,
                    Theme = FigureTheme.Screen.WithLogo(LogoPlace.Foot),
                }
            );

    // This very test assembly again, asked for the one test above.
    private static void Run(string folder)
    {
        var nothing = Path.Combine(folder, "no-fonts.conf");
        File.WriteAllText(nothing, "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "exec",
                typeof(SecondProcessTests).Assembly.Location,
                "-method",
                $"{typeof(SecondProcessTests).FullName}.{nameof(One_figure_of_each_kind_is_saved)}",
            },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                [Folder] = folder,
                ["FONTCONFIG_FILE"] = nothing,
                ["FONTCONFIG_PATH"] = folder,
                ["XDG_DATA_HOME"] = folder,
            },
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(120_000), "the second process did not end");
        Assert.True(process.ExitCode == 0, output + error.Result);
    }
}
