using System.Buffers;
using OilRevenueSim.Scenarios.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OilRevenueSim.Scenarios.Yaml;

/// <summary>Builds the node tree from parser events, without recursion.</summary>
internal sealed class YamlTree
{
    private static readonly SearchValues<char> AnchorEnds = SearchValues.Create(" ,]}\r\n");

    private readonly SourceText source;
    private readonly DiagnosticList diagnostics;
    private readonly Stack<OpenNode> open = new();
    private readonly FileForm form;
    private YamlNode? root;

    private YamlTree(SourceText source, DiagnosticList diagnostics, FileForm form)
    {
        this.form = form;
        this.source = source;
        this.diagnostics = diagnostics;
    }

    /// <summary>The top-level mapping, or null where there is none; the reasons go to <paramref name="diagnostics"/>.</summary>
    public static MappingNode? Read(SourceText source, DiagnosticList diagnostics, FileForm? form = null)
    {
        if (!CheckText(source, diagnostics))
        {
            return null;
        }

        var tree = new YamlTree(source, diagnostics, form ?? FileForm.Scenario);
        return tree.Parse() ? tree.TopMapping() : null;
    }

    private static bool CheckText(SourceText source, DiagnosticList diagnostics)
    {
        var scan = TextScan.Of(source.Text);
        if (scan.FirstTab >= 0)
        {
            diagnostics.Add(
                DiagnosticTable.TabCharacter,
                source.SpanAt(scan.FirstTab, 1),
                "a tab stands here; YAML is indented with spaces",
                "replace every tab by spaces (two per level)"
            );
        }

        if (scan.TooDeep >= 0)
        {
            diagnostics.Add(
                DiagnosticTable.NestedTooDeep,
                source.SpanAt(scan.TooDeep, 1),
                $"nested deeper than {TextScan.DeepestNesting} levels",
                "a scenario needs fewer than ten levels; is a bracket repeated by mistake?"
            );
        }

        foreach (var anchor in scan.Anchors)
        {
            RefuseAnchor(source, anchor, diagnostics);
        }

        return scan is { FirstTab: < 0, TooDeep: < 0, Anchors.Count: 0 };
    }

    private bool Parse()
    {
        var last = Mark.Empty;
        try
        {
            var parser = new Parser(new StringReader(source.Text));
            var documents = 0;
            while (parser.MoveNext())
            {
                var current = parser.Current!;
                last = current.End;
                if (current is DocumentStart && ++documents > 1)
                {
                    diagnostics.Add(
                        DiagnosticTable.SeveralDocuments,
                        Span(current.Start, 3),
                        "a second document begins here; a scenario is one document",
                        "remove the line '---', or move what follows to a file of its own and include: it"
                    );
                    return false;
                }

                if (!Accept(current))
                {
                    return false;
                }
            }

            return true;
        }
        catch (YamlException failure)
        {
            ReportSyntax(failure.Message, failure.Start, failure.End, last);
            return false;
        }
        catch (Exception failure) when (failure is InvalidOperationException or ArgumentException)
        {
            // The scanner gives up on some broken texts without a place, such as a key after an unclosed bracket.
            ReportSyntax("unexpected text", Mark.Empty, Mark.Empty, last);
            return false;
        }
    }

    private bool Accept(ParsingEvent current)
    {
        switch (current)
        {
            case AnchorAlias alias:
                RefuseAnchor(source, (int)alias.Start.Index, diagnostics);
                Place(new ScalarNode(Span(alias.Start, alias.End), "", 0));
                return true;
            case Scalar scalar:
                CheckNode(scalar);
                Place(ToNode(scalar));
                return true;
            case SequenceStart start:
                CheckNode(start);
                return Open(new OpenNode(Span(start.Start, 1), false, false));
            case MappingStart start:
                CheckNode(start);
                return Open(new OpenNode(Span(start.Start, 1), true, start.Style == MappingStyle.Flow));
            case SequenceEnd or MappingEnd:
                Place(open.Pop().Close(diagnostics));
                return true;
            default:
                return true;
        }
    }

    private bool Open(OpenNode node)
    {
        open.Push(node);
        if (open.Count <= TextScan.DeepestNesting)
        {
            return true;
        }

        diagnostics.Add(
            DiagnosticTable.NestedTooDeep,
            node.Span,
            $"nested deeper than {TextScan.DeepestNesting} levels",
            "a scenario needs fewer than ten levels"
        );
        return false;
    }

    private void CheckNode(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            RefuseAnchor(source, (int)node.Start.Index, diagnostics);
        }

        if (!node.Tag.IsEmpty && node is not Scalar { Tag.Value: "!" })
        {
            diagnostics.Add(
                DiagnosticTable.TagUsed,
                Span(node.Start, 1),
                $"the tag '{(node.Tag.IsNonSpecific ? "!" : node.Tag.Value)}' is not used here",
                "write the plain value: the format knows what each key holds"
            );
        }
    }

    private static void RefuseAnchor(SourceText source, int start, DiagnosticList diagnostics)
    {
        var end = source.Text.AsSpan(start).IndexOfAny(AnchorEnds);
        var text = source.Text.Substring(start, end < 0 ? source.Text.Length - start : end);
        diagnostics.Add(
            DiagnosticTable.AnchorUsed,
            source.SpanAt(start, text.Length),
            $"'{text}': anchors and aliases are not used here",
            "give the value a name under parameters: and write that name wherever it is needed (one draw for all)"
        );
    }

    private void Place(YamlNode node)
    {
        if (open.Count == 0)
        {
            root = node;
        }
        else
        {
            open.Peek().Add(node, diagnostics);
        }
    }

    private ScalarNode ToNode(Scalar scalar)
    {
        var quoted = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted;
        return new ScalarNode(Span(scalar.Start, scalar.End), scalar.Value, quoted ? 1 : 0);
    }

    private MappingNode? TopMapping()
    {
        if (root is MappingNode mapping)
        {
            return mapping;
        }

        if (root is null or ScalarNode { IsEmpty: true })
        {
            diagnostics.Add(DiagnosticTable.FileEmpty, source.SpanAt(0, 1), "the file says nothing", form.Start);
            return null;
        }

        diagnostics.Add(
            DiagnosticTable.NotAScenario,
            root.Span,
            $"{form.Noun} is a mapping of keys such as {form.Keys}, but this is {root.Form}",
            form.Start
        );
        return null;
    }

    private void ReportSyntax(string message, Mark start, Mark end, Mark last)
    {
        if (TwoValues.Report(source, [start.Line, end.Line, last.Line], diagnostics))
        {
            return;
        }

        var index = start.Index > 0 || end.Index > 0 ? start.Index : last.Index;
        var at = (int)Math.Clamp(Math.Max(index, end.Index), 0, source.Text.Length);
        var scan = TextScan.Of(source.Text, at);
        var (line, _) = source.PositionOf(Math.Max(0, at - 1));
        var whole = TextScan.Of(source.Text);
        var found = whole.OpenQuote;
        scan = scan.OpenBracket < 0 && start.Index == 0 && end.Index == 0 ? whole : scan;
        if (found >= 0 || (scan.LongQuote >= 0 && source.PositionOf(scan.LongQuoteEnd).Line >= line))
        {
            var quote =
                scan.LongQuote >= 0 && source.PositionOf(scan.LongQuoteEnd).Line >= line ? scan.LongQuote : found;
            diagnostics.Add(
                DiagnosticTable.QuoteNotClosed,
                source.SpanAt(quote, 1),
                "the quotation mark opened here is not closed on its line",
                $"put {source.Text[quote]} at the end of the text"
            );
        }
        else if (scan.OpenBracket >= 0)
        {
            var bracket = source.Text[scan.OpenBracket];
            var opened = source.PositionOf(scan.OpenBracket).Line;
            diagnostics.Add(
                DiagnosticTable.BracketNotClosed,
                source.SpanAt(scan.OpenBracket, 1),
                $"the bracket {bracket} opened here is not closed{(line == opened ? "" : $" (noticed at line {line})")}",
                $"put {(bracket == '[' ? ']' : '}')} where the list ends; quote text that holds brackets or commas"
            );
        }
        else
        {
            diagnostics.Add(
                DiagnosticTable.NotYaml,
                source.SpanAt((int)Math.Clamp(index, 0, source.Text.Length), 1),
                $"this is not YAML: {Wording(message)}",
                "check the indentation of this line and the one before, and the colons; quote text that holds ': ' or ' #'"
            );
        }
    }

    /// <summary>The parser's words without its own place.</summary>
    private static string Wording(string message)
    {
        var colon = message.StartsWith('(') ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        var words = (colon >= 0 ? message[(colon + 3)..] : message).TrimEnd('.');
        return words.Length == 0 ? "unexpected text" : char.ToLowerInvariant(words[0]) + words[1..];
    }

    private SourceSpan Span(Mark start, int length) => new(source, (int)start.Line, (int)start.Column, length);

    private SourceSpan Span(Mark start, Mark end)
    {
        var sameLine = start.Line == end.Line;
        var length = sameLine
            ? (int)(end.Column - start.Column)
            : source.Line((int)start.Line).Length - (int)start.Column + 1;
        return Span(start, Math.Max(1, length));
    }

    /// <summary>A list or mapping whose end has not come yet.</summary>
    private sealed class OpenNode(SourceSpan span, bool isMapping, bool isFlow)
    {
        private readonly List<YamlNode> items = [];
        private readonly List<MappingEntry> entries = [];
        private ScalarNode? key;
        private bool skipValue;

        public SourceSpan Span { get; } = span;

        public void Add(YamlNode node, DiagnosticList diagnostics)
        {
            if (!isMapping)
            {
                items.Add(node);
            }
            else if (skipValue)
            {
                skipValue = false;
            }
            else if (key is null)
            {
                TakeKey(node, diagnostics);
            }
            else
            {
                entries.Add(new MappingEntry(key, node));
                key = null;
            }
        }

        public YamlNode Close(DiagnosticList diagnostics)
        {
            if (!isMapping)
            {
                return new ListNode(Span, items);
            }

            var first = new Dictionary<string, MappingEntry>(StringComparer.Ordinal);
            var kept = new List<MappingEntry>();
            foreach (var entry in entries)
            {
                if (first.TryGetValue(entry.Key.Text, out var other))
                {
                    diagnostics.Add(
                        DiagnosticTable.KeyTwice,
                        entry.Key.Span,
                        $"'{entry.Key.Text}' already stands at {other.Key.Span.Describe(Span.Source)}",
                        "remove one of the two, or join their contents"
                    );
                    continue;
                }

                first.Add(entry.Key.Text, entry);
                kept.Add(entry);
            }

            return new MappingNode(Span, kept, isFlow);
        }

        private void TakeKey(YamlNode node, DiagnosticList diagnostics)
        {
            switch (node)
            {
                case ScalarNode { Text: "<<", TextStart: 0 }:
                    skipValue = true;
                    diagnostics.Add(
                        DiagnosticTable.MergeKeyUsed,
                        node.Span,
                        "merge keys ('<<') are not used here",
                        "write the keys out, or use parameters: for a value and include: for a shared world"
                    );
                    break;
                case ScalarNode scalar:
                    key = scalar;
                    break;
                default:
                    skipValue = true;
                    diagnostics.Add(
                        DiagnosticTable.KeyNotText,
                        node.Span,
                        $"a key must be plain text, but this is {node.Form}",
                        "write `key: value`"
                    );
                    break;
            }
        }
    }
}
