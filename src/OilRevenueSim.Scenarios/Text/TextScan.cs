namespace OilRevenueSim.Scenarios.Text;

/// <summary>
/// A look over the text before YAML is parsed: tabs, depth of brackets, and which bracket or quotation mark is open where.
/// The parser itself gives no place for an unclosed bracket, and deep nesting is cheaper refused than parsed.
/// </summary>
internal sealed class TextScan
{
    /// <summary>Deepest nesting allowed.</summary>
    public const int DeepestNesting = 100;

    private readonly string text;
    private readonly Stack<int> open = new();
    private readonly int stopAt;
    private bool atTokenStart = true;
    private int lineStart;

    private TextScan(string text, int stopAt)
    {
        this.text = text;
        this.stopAt = Math.Min(stopAt, text.Length);
        Walk();
    }

    /// <summary>Place of the first tab outside quotes, comments and text blocks, or −1.</summary>
    public int FirstTab { get; private set; } = -1;

    /// <summary>Place of the bracket that goes too deep, or −1.</summary>
    public int TooDeep { get; private set; } = -1;

    /// <summary>Places of anchors and aliases; the parser trips over some of them.</summary>
    public List<int> Anchors { get; } = [];

    /// <summary>Innermost bracket still open where the scan stopped, or −1.</summary>
    public int OpenBracket => open.Count > 0 ? open.Peek() : -1;

    /// <summary>Quotation mark still open where the scan stopped, or −1.</summary>
    public int OpenQuote { get; private set; } = -1;

    /// <summary>Last quotation mark whose text runs over several lines, or −1.</summary>
    public int LongQuote { get; private set; } = -1;

    /// <summary>Where the text of <see cref="LongQuote"/> ends.</summary>
    public int LongQuoteEnd { get; private set; } = -1;

    /// <summary>Scans a text up to a place, by default to its end.</summary>
    public static TextScan Of(string text, int stopAt = int.MaxValue) => new(text, stopAt);

    private void Walk()
    {
        for (var i = 0; i < stopAt && TooDeep < 0; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '\n' or '\r':
                    atTokenStart = true;
                    lineStart = i + 1;
                    break;
                case '\t':
                    FirstTab = FirstTab < 0 ? i : FirstTab;
                    break;
                case ' ':
                    break;
                case '#' when i == lineStart || text[i - 1] is ' ' or '\t':
                    i = EndOfLine(i) - 1;
                    break;
                case '"' or '\'' when atTokenStart:
                    i = SkipQuote(i);
                    atTokenStart = false;
                    break;
                case '|' or '>' when atTokenStart && open.Count == 0:
                    i = SkipBlock(i) - 1;
                    atTokenStart = true;
                    break;
                default:
                    Indicator(i, c);
                    break;
            }
        }
    }

    private void Indicator(int i, char c)
    {
        switch (c)
        {
            case '[' or '{' when atTokenStart || open.Count > 0:
                open.Push(i);
                TooDeep = open.Count > DeepestNesting ? i : TooDeep;
                atTokenStart = true;
                break;
            case '&' or '*' when atTokenStart && !IsBlank(i + 1):
                Anchors.Add(i);
                break;
            case ']' or '}' when open.Count > 0:
                open.Pop();
                atTokenStart = false;
                break;
            case ',' when open.Count > 0:
            case ':' or '-' or '?' when IsBlank(i + 1):
                atTokenStart = atTokenStart || c is ',' or ':';
                break;
            default:
                atTokenStart = false;
                break;
        }
    }

    private bool IsBlank(int i) => i >= text.Length || text[i] is ' ' or '\n' or '\r' or '\t';

    private int EndOfLine(int i)
    {
        var end = text.AsSpan(i).IndexOfAny('\n', '\r');
        return end < 0 ? text.Length : i + end;
    }

    private int SkipQuote(int start)
    {
        var quote = text[start];
        var lines = false;
        for (var i = start + 1; i < text.Length; i++)
        {
            lines |= text[i] == '\n';
            if (text[i] == '\\' && quote == '"')
            {
                i++;
            }
            else if (text[i] == quote)
            {
                if (quote == '\'' && i + 1 < text.Length && text[i + 1] == '\'')
                {
                    i++;
                    continue;
                }

                if (lines)
                {
                    LongQuote = start;
                    LongQuoteEnd = i;
                }

                return i;
            }
        }

        OpenQuote = start;
        return text.Length;
    }

    /// <summary>Skips a text block (<c>|</c> or <c>&gt;</c>): the following lines that are blank or deeper than its key.</summary>
    private int SkipBlock(int start)
    {
        var column = lineStart;
        var dash = -1;
        while (column < start && (text[column] == ' ' || (text[column] == '-' && IsBlank(column + 1))))
        {
            dash = text[column] == '-' ? column : dash;
            column++;
        }

        var indent = (column == start && dash >= 0 ? dash : column) - lineStart;
        var i = EndOfLine(start);
        while (i < text.Length)
        {
            var next = i + (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 2 : 1);
            var first = next;
            while (first < text.Length && text[first] == ' ')
            {
                first++;
            }

            var blank = first >= text.Length || text[first] is '\n' or '\r';
            if (!blank && first - next <= indent)
            {
                break;
            }

            i = EndOfLine(first);
        }

        return i;
    }
}
