using System.Collections.Immutable;

namespace OilRevenueSim.Scenarios.Text;

/// <summary>A file's text with its lines.</summary>
internal sealed class SourceText
{
    private readonly ImmutableArray<int> lineStarts;

    public SourceText(string displayName, string text)
    {
        DisplayName = displayName;
        Text = text;
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        lineStarts = starts.ToImmutable();
    }

    /// <summary>The file as the user named it.</summary>
    public string DisplayName { get; }

    public string Text { get; }

    public int LineCount => lineStarts.Length;

    /// <summary>Text of a line, from 1, without its end.</summary>
    public string Line(int line)
    {
        if (line < 1 || line > lineStarts.Length)
        {
            return "";
        }

        var start = lineStarts[line - 1];
        var end = line < lineStarts.Length ? lineStarts[line] : Text.Length;
        return Text[start..end].TrimEnd('\r', '\n');
    }

    /// <summary>Index of the first character of a line that there is, from 1.</summary>
    public int StartOf(int line) => lineStarts[line - 1];

    /// <summary>Line and column, from 1, of a character.</summary>
    public (int Line, int Column) PositionOf(int index)
    {
        var found = lineStarts.BinarySearch(index);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, index - lineStarts[line] + 1);
    }

    public SourceSpan SpanAt(int index, int length)
    {
        var (line, column) = PositionOf(Math.Clamp(index, 0, Text.Length));
        return new SourceSpan(this, line, column, Math.Max(1, length));
    }
}

/// <summary>A place in a file, on one line.</summary>
internal readonly record struct SourceSpan(SourceText Source, int Line, int Column, int Length)
{
    /// <summary>A part of this span.</summary>
    public SourceSpan Part(int start, int length) =>
        new(Source, Line, Column + start, Math.Max(1, Math.Min(length, Math.Max(1, Length - start))));

    /// <summary>For messages that name another place: <c>line 12</c> or <c>world.yaml, line 12</c>.</summary>
    public string Describe(SourceText from) =>
        ReferenceEquals(from, Source) ? $"line {Line}" : $"{Source.DisplayName}, line {Line}";
}
