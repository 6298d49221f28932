using System.Collections.Immutable;
using OilRevenueSim.Scenarios.Reading;
using OilRevenueSim.Scenarios.Text;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Themes;

/// <summary>Fonts and pictures that a theme names: beside its file or below.</summary>
internal sealed class ThemeAssets(string themePath, IScenarioFiles files, DiagnosticList diagnostics)
{
    /// <summary>The bytes of a file, or null where none is named or it cannot be read (reported).</summary>
    public ImmutableArray<byte>? Load(ScalarNode? file)
    {
        if (file is null)
        {
            return null;
        }

        if (RelativeName.Of(file.Text, Path.GetFileName(themePath)) is not { } name)
        {
            Report(
                file,
                $"'{file.Text}' lies outside the folder of the theme",
                "put the file beside the theme file or below, so that the folder can be shared as a whole"
            );
            return null;
        }

        var (bytes, _, problem) = files.Load(RelativeName.PathOf(name, themePath), name);
        if (bytes is null)
        {
            Report(
                file,
                $"the file '{file.Text}' cannot be used: {problem}",
                "names are relative to the folder of the theme file"
            );
            return null;
        }

        return [.. bytes];
    }

    private void Report(ScalarNode file, string message, string hint) =>
        diagnostics.Add(DiagnosticTable.ThemeFileUnreadable, file.Span, message, hint);
}
