using System.Text;

namespace OilRevenueSim.Scenarios;

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>The scenario can run; something is probably not meant.</summary>
    Warning,

    /// <summary>The scenario cannot run.</summary>
    Error,
}

/// <summary>One finding about a scenario or a file of prices: what, where, and what would have worked.</summary>
public sealed record Diagnostic
{
    /// <summary>Code, e.g. <c>ORS3002</c>; <see cref="DiagnosticTable"/> says what it means.</summary>
    public required string Code { get; init; }

    /// <summary>Error or warning.</summary>
    public required Severity Severity { get; init; }

    /// <summary>File as the user named it.</summary>
    public required string File { get; init; }

    /// <summary>Line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Column in characters, from 1.</summary>
    public required int Column { get; init; }

    /// <summary>Characters the finding covers on its line, at least 1.</summary>
    public int Length { get; init; } = 1;

    /// <summary>What was found and what was expected.</summary>
    public required string Message { get; init; }

    /// <summary>What would have worked, or null.</summary>
    public string? Hint { get; init; }

    /// <summary>The line of the file, or null where there is none.</summary>
    public string? SourceLine { get; init; }

    /// <summary><c>file(line,column): error ORSnnnn: message</c>, the source line with carets, and the hint.</summary>
    public string Render()
    {
        var word = Severity == Severity.Error ? "error" : "warning";
        var text = new StringBuilder($"{File}({Line},{Column}): {word} {Code}: {Message}");
        if (!string.IsNullOrEmpty(SourceLine))
        {
            var (line, start, length) = Window(SourceLine, Column, Length);
            text.Append("\n    ").Append(line);
            text.Append("\n    ").Append(' ', start).Append('^', length);
        }

        if (Hint is not null)
        {
            text.Append("\n  hint: ").Append(Hint);
        }

        return text.ToString();
    }

    /// <inheritdoc />
    public override string ToString() => Render();

    /// <summary>At most 140 characters of a line around the finding; control characters become spaces.</summary>
    private static (string Line, int Start, int Length) Window(string line, int column, int length)
    {
        const int Width = 140;
        const int Before = 60;
        var start = Math.Clamp(column - 1, 0, line.Length);
        var cut = line.Length > Width && start > Before ? start - Before : 0;
        var prefix = cut > 0 ? "…" : "";
        var end = Math.Min(line.Length, cut + Width);
        var suffix = end < line.Length ? "…" : "";
        var shown = prefix + line[cut..end] + suffix;
        shown = new string([.. shown.Select(c => char.IsControl(c) ? ' ' : c)]);
        var shownStart = start - cut + prefix.Length;
        return (shown, shownStart, Math.Max(1, Math.Min(length, shown.Length - shownStart)));
    }
}
