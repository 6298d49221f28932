using OilRevenueSim.Scenarios.Text;

namespace OilRevenueSim.Scenarios.Yaml;

/// <summary>A node of a file with its place. Duplicate keys are kept, so that both places can be named.</summary>
internal abstract class YamlNode
{
    protected YamlNode(SourceSpan span) => Span = span;

    public SourceSpan Span { get; }

    /// <summary>For messages: <c>a list</c>, <c>a mapping</c>, <c>a value</c>.</summary>
    public abstract string Form { get; }
}

/// <summary>Text as written; numbers, dates and words are read by our own grammars.</summary>
internal sealed class ScalarNode : YamlNode
{
    public ScalarNode(SourceSpan span, string text, int textStart)
        : base(span)
    {
        Text = text;
        TextStart = textStart;
    }

    public string Text { get; }

    /// <summary>Characters between the span's start and the text's first: 1 for a quoted text.</summary>
    public int TextStart { get; }

    public bool IsEmpty => Text.Length == 0 && TextStart == 0;

    public override string Form => "a single value";

    /// <summary>Place of a part of the text, where the text stands on one line; else the whole.</summary>
    public SourceSpan Part(int start, int length) =>
        start < 0 || Text.Contains('\n', StringComparison.Ordinal) || Text.Length + TextStart > Span.Length + 1
            ? Span
            : new SourceSpan(Span.Source, Span.Line, Span.Column + TextStart + start, Math.Max(1, length));
}

/// <summary>A list.</summary>
internal sealed class ListNode(SourceSpan span, IReadOnlyList<YamlNode> items) : YamlNode(span)
{
    public IReadOnlyList<YamlNode> Items { get; } = items;

    public override string Form => "a list";
}

/// <summary>A mapping of keys to values, in file order.</summary>
internal sealed class MappingNode(SourceSpan span, IReadOnlyList<MappingEntry> entries, bool isFlow) : YamlNode(span)
{
    public IReadOnlyList<MappingEntry> Entries { get; } = entries;

    /// <summary>True when written in braces on a line.</summary>
    public bool IsFlow { get; } = isFlow;

    public override string Form => "a mapping of keys";

    public MappingEntry? Find(string key) => Entries.FirstOrDefault(e => e.Key.Text == key);

    /// <summary>Text of a key's plain value, or null.</summary>
    public string? TextOf(string key) => (Find(key)?.Value as ScalarNode)?.Text;
}

/// <summary>A key with its value.</summary>
internal sealed record MappingEntry(ScalarNode Key, YamlNode Value);
