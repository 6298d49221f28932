using System.Collections.Immutable;
using System.Security.Cryptography;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Scenarios.Catalogue;
using OilRevenueSim.Scenarios.Text;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Loads a scenario's file and what it includes, and joins them into one tree.</summary>
internal sealed class WorldFiles(IScenarioFiles files, DiagnosticList diagnostics)
{
    private readonly ImmutableArray<SourceFile>.Builder loaded = ImmutableArray.CreateBuilder<SourceFile>();
    private readonly List<string> underWay = [];
    private string mainPath = "";

    /// <summary>The joined top level and the files with their hashes, main file first; null where nothing could be read.</summary>
    public (MappingNode Top, ImmutableArray<SourceFile> Files)? Load(string path)
    {
        mainPath = path;
        var name = Path.GetFileName(path);
        var place = new SourceText(path, "").SpanAt(0, 1);
        var top = LoadFile(path, name, place, null);
        return top is null ? null : (top, loaded.ToImmutable());
    }

    private MappingNode? LoadFile(string path, string name, SourceSpan place, string? includedAs)
    {
        var (bytes, rule, problem) = files.Load(path, name);
        if (bytes is null)
        {
            ReportUnreadable(rule!, problem!, place, includedAs);
            return null;
        }

        loaded.Add(new SourceFile(name, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        if (
            TextDecoding.Decode(bytes, path, diagnostics) is not { } source
            || YamlTree.Read(source, diagnostics) is not { } top
        )
        {
            return null;
        }

        underWay.Add(name);
        foreach (var include in Includes(top))
        {
            if (
                Resolve(include, name) is { } found
                && LoadFile(found.Path, found.Name, include.Span, include.Text) is { } world
            )
            {
                top = WorldMerge.Join(world, top, ParameterCatalogue.Top, diagnostics);
            }
        }

        underWay.RemoveAt(underWay.Count - 1);
        return top;
    }

    private void ReportUnreadable(DiagnosticRule rule, string problem, SourceSpan place, string? includedAs)
    {
        if (includedAs is not null)
        {
            diagnostics.Add(
                DiagnosticTable.IncludeUnreadable,
                place,
                $"the included file '{includedAs}' cannot be used: {problem}",
                "include: is relative to the folder of the file that includes"
            );
            return;
        }

        var hint =
            rule == DiagnosticTable.FileTooLarge ? "a scenario is a text of some hundred lines; is this a results file?"
            : rule == DiagnosticTable.FileNotFound ? NearFile(mainPath)
            : null;
        diagnostics.Add(rule, place, problem, hint);
    }

    /// <summary>A file of the same folder that was probably meant.</summary>
    private static string? NearFile(string path)
    {
        try
        {
            var folder = Path.GetDirectoryName(path) is { Length: > 0 } directory ? directory : ".";
            var names = Directory.EnumerateFiles(folder, "*.yaml").Take(1000).Select(f => Path.GetFileName(f));
            return NearestName.Find(Path.GetFileName(path), names) is { } near
                ? $"did you mean {near}?"
                : "check the path; `oilsim new FILE` writes a scenario to start from";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return "check the path; `oilsim new FILE` writes a scenario to start from";
        }
    }

    private List<ScalarNode> Includes(MappingNode top)
    {
        switch (top.Find("include")?.Value)
        {
            case null or ScalarNode { IsEmpty: true }:
                return [];
            case ScalarNode one:
                return [one];
            case ListNode list when list.Items.All(i => i is ScalarNode):
                return [.. list.Items.Cast<ScalarNode>()];
            case var other:
                diagnostics.Add(
                    DiagnosticTable.WrongShape,
                    other.Span,
                    "include: holds a file name or a list of file names",
                    "write include: world.yaml"
                );
                return [];
        }
    }

    private (string Path, string Name)? Resolve(ScalarNode include, string includingName)
    {
        if (RelativeName.Of(include.Text, includingName) is not { } name)
        {
            RelativeName.ReportOutside(include, diagnostics);
            return null;
        }

        if (underWay.Contains(name, StringComparer.Ordinal))
        {
            diagnostics.Add(
                DiagnosticTable.IncludeCycle,
                include.Span,
                $"'{include.Text}' is included by itself: {string.Join(" → ", underWay.SkipWhile(n => n != name))} → {name}",
                "remove one of the include: lines"
            );
            return null;
        }

        if (loaded.Any(f => f.Name == name))
        {
            return null;
        }

        return (RelativeName.PathOf(name, mainPath), name);
    }
}
