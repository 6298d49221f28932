using System.Collections.Immutable;
using OilRevenueSim.Scenarios.Reading;
using OilRevenueSim.Scenarios.Text;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Themes;

/// <summary>Reads theme files: a theme, or every reason why there is none.</summary>
public static class ThemeReader
{
    /// <summary>Reads a theme from a file, with its fonts and its logo.</summary>
    /// <param name="path">File to read; messages name it as given here.</param>
    /// <param name="inspect">Finds what only someone who can draw the theme sees; asked once, about what could be read.</param>
    public static ThemeReading Read(string path, Func<WrittenTheme, IEnumerable<ThemeFault>> inspect)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(inspect);
        return Read(path, new DiskFiles(), inspect);
    }

    internal static ThemeReading Read(
        string path,
        IScenarioFiles files,
        Func<WrittenTheme, IEnumerable<ThemeFault>> inspect
    )
    {
        var diagnostics = new DiagnosticList();
        var theme = Top(path, files, diagnostics) is { } top ? Interpret(top, path, files, diagnostics, inspect) : null;
        return new ThemeReading
        {
            Theme = diagnostics.HasErrors ? null : theme,
            Diagnostics = diagnostics.ToImmutable(),
        };
    }

    private static MappingNode? Top(string path, IScenarioFiles files, DiagnosticList diagnostics)
    {
        var (bytes, rule, problem) = files.Load(path, Path.GetFileName(path));
        if (bytes is null)
        {
            var hint = rule == DiagnosticTable.FileNotFound ? "a theme is print, screen or a YAML file" : null;
            diagnostics.Add(rule!, new SourceText(path, "").SpanAt(0, 1), problem!, hint);
            return null;
        }

        return TextDecoding.Decode(bytes, path, diagnostics, FileForm.Theme) is { } source
            ? YamlTree.Read(source, diagnostics, FileForm.Theme)
            : null;
    }

    private static WrittenTheme Interpret(
        MappingNode top,
        string path,
        IScenarioFiles files,
        DiagnosticList diagnostics,
        Func<WrittenTheme, IEnumerable<ThemeFault>> inspect
    )
    {
        var context = new ReadingContext(
            diagnostics,
            new NameIndex(),
            new OverrideTable([], OverrideOrigin.CommandLine, diagnostics),
            new PriceFiles(files, path),
            new DrawTables(files, path)
        );
        var values = new SectionReader(context).Read(top, ThemeKeys.Top, "", "");
        var colours = values.Section("colours");
        var (fonts, logo) = (values.Section("fonts"), values.Section("logo"));
        var assets = new ThemeAssets(path, files, diagnostics);
        var theme = new WrittenTheme
        {
            Name = values.Text("name") ?? Path.GetFileNameWithoutExtension(path),
            Base = values.Text("base") ?? "print",
            Colours = ThemeKeys
                .Colours.Keys.Where(k => k.Kind is ColourKey && colours?.Text(k.Name) is not null)
                .ToImmutableSortedDictionary(k => k.Name, k => colours!.Text(k.Name)!, StringComparer.Ordinal),
            Categories = colours?.Names(ThemeKeys.Categories) ?? [],
            Regular = assets.Load(fonts?.Get<ScalarNode>("regular")),
            Semibold = assets.Load(fonts?.Get<ScalarNode>("semibold")),
            Logo = assets.Load(logo?.Get<ScalarNode>("file")),
            LogoPlace = logo?.Text("place") ?? "head",
        };
        foreach (var fault in inspect(theme))
        {
            context.Add(RuleOf(fault.Kind), Place(fault.Address), fault.Message, fault.Hint);
        }

        return theme;

        // A colour that the file does not give clashes with one that it gives: the section tells.
        SourceSpan Place(string address) => context.PlaceOf(address, context.PlaceOf(address.Split('.')[0], top.Span));
    }

    private static DiagnosticRule RuleOf(ThemeFaultKind kind) =>
        kind switch
        {
            ThemeFaultKind.Unreadable => DiagnosticTable.ThemeUnreadable,
            ThemeFaultKind.Weak => DiagnosticTable.ThemeWeak,
            ThemeFaultKind.NotAFont => DiagnosticTable.NotAFont,
            ThemeFaultKind.LacksLetters => DiagnosticTable.FontLacksLetters,
            _ => DiagnosticTable.NotALogo,
        };
}
