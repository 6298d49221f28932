using OilRevenueSim.Scenarios.Text;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Files that a scenario names: relative to the file that names them, inside the folder of the main file.</summary>
internal static class RelativeName
{
    /// <summary>Path from the main file's folder, with slashes; null where it lies outside.</summary>
    /// <param name="written">Path as written.</param>
    /// <param name="namingFile">Path, from the main file's folder, of the file it stands in.</param>
    public static string? Of(string written, string namingFile)
    {
        var text = written.Replace('\\', '/');
        var parts = new List<string>(namingFile.Split('/').SkipLast(1));
        var outside =
            text.StartsWith('/')
            || text.Contains(':', StringComparison.Ordinal)
            || text.Contains('\0', StringComparison.Ordinal);
        foreach (var part in text.Split('/').Where(p => p is not ("" or ".")))
        {
            outside |= part == ".." && parts.Count == 0;
            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }

        return outside ? null : string.Join('/', parts);
    }

    /// <summary>Path to open for a name.</summary>
    public static string PathOf(string name, string mainPath)
    {
        var folder = Path.GetDirectoryName(mainPath) ?? "";
        return folder.Length == 0 ? name : $"{folder}/{name}";
    }

    /// <summary>A file's path from the main file's folder; what is set on the command line stands there too.</summary>
    public static string NameOf(SourceText source, string mainPath)
    {
        var folder = PathOf("", mainPath);
        return folder.Length > 0 && source.DisplayName.StartsWith(folder, StringComparison.Ordinal)
            ? source.DisplayName[folder.Length..]
            : source.DisplayName;
    }

    public static void ReportOutside(ScalarNode written, DiagnosticList diagnostics) =>
        diagnostics.Add(
            DiagnosticTable.IncludeOutside,
            written.Span,
            $"'{written.Text}' lies outside the folder of the scenario",
            "put the file into the scenario's folder or below, so that the folder can be shared as a whole"
        );
}
