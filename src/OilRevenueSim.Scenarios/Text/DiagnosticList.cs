using System.Collections.Immutable;

namespace OilRevenueSim.Scenarios.Text;

/// <summary>Collects findings while a scenario is read.</summary>
internal sealed class DiagnosticList
{
    private readonly List<(int File, Diagnostic Diagnostic)> found = [];
    private readonly List<string> files = [];
    private readonly HashSet<(string, string, int, int, string)> seen = [];

    public bool HasErrors { get; private set; }

    public void Add(DiagnosticRule rule, SourceSpan span, string message, string? hint = null)
    {
        var diagnostic = new Diagnostic
        {
            Code = rule.Code,
            Severity = rule.Severity,
            File = span.Source.DisplayName,
            Line = span.Line,
            Column = span.Column,
            Length = span.Length,
            Message = message,
            Hint = hint,
            SourceLine = span.Source.Line(span.Line),
        };
        Add(diagnostic);
    }

    /// <summary>Adds what was found in a file that was read apart.</summary>
    public void AddAll(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Add(diagnostic);
        }
    }

    private void Add(Diagnostic diagnostic)
    {
        if (!seen.Add((diagnostic.Code, diagnostic.File, diagnostic.Line, diagnostic.Column, diagnostic.Message)))
        {
            return;
        }

        HasErrors |= diagnostic.Severity == Severity.Error;
        if (!files.Contains(diagnostic.File, StringComparer.Ordinal))
        {
            files.Add(diagnostic.File);
        }

        found.Add((files.IndexOf(diagnostic.File), diagnostic));
    }

    /// <summary>True when something of one of these kinds was found.</summary>
    public bool Has(params ReadOnlySpan<DiagnosticRule> rules)
    {
        foreach (var rule in rules)
        {
            if (found.Any(f => f.Diagnostic.Code == rule.Code))
            {
                return true;
            }
        }

        return false;
    }

    public ImmutableArray<Diagnostic> ToImmutable() =>
        [
            .. found
                .OrderBy(f => f.File)
                .ThenBy(f => f.Diagnostic.Line)
                .ThenBy(f => f.Diagnostic.Column)
                .Select(f => f.Diagnostic),
        ];
}
