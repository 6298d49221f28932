using System.Text.RegularExpressions;

namespace OilRevenueSim.Scenarios.Quantities;

internal enum TokenKind
{
    Number,
    Word,
    Colon,
}

/// <summary>A piece of a quantity's text with its place.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Start)
{
    public int Length => Text.Length;
}

/// <summary>What is wrong with a quantity's text, and where in it.</summary>
internal sealed record QuantityProblem(DiagnosticRule Rule, int Start, int Length, string Message, string? Hint);

/// <summary>Cuts a quantity's text into numbers, words and colons; knows nothing of culture.</summary>
internal static partial class QuantityTokens
{
    public static (List<Token> Tokens, QuantityProblem? Problem) Cut(string text)
    {
        var tokens = new List<Token>();
        for (var i = 0; i < text.Length; )
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            if (text[i] == ':')
            {
                tokens.Add(new Token(TokenKind.Colon, ":", i++));
                continue;
            }

            var number = NumberPattern().Match(text, i);
            if (number.Success)
            {
                if (BadNumber(text, i, number.Length) is { } problem)
                {
                    return (tokens, problem);
                }

                tokens.Add(new Token(TokenKind.Number, number.Value, i));
                i += number.Length;
                continue;
            }

            if (text[i] == '%')
            {
                tokens.Add(new Token(TokenKind.Word, "%", i++));
                continue;
            }

            var word = WordPattern().Match(text, i);
            tokens.Add(new Token(TokenKind.Word, word.Value, i));
            i += word.Length;
        }

        return (tokens, null);
    }

    private static QuantityProblem? BadNumber(string text, int start, int length)
    {
        var odd = OddNumberPattern().Match(text, start);
        if (odd.Success && odd.Length > length)
        {
            var hint = ThousandsSeparators.IsIn(odd.Value)
                ? ThousandsSeparators.Hint(text)
                : $"write {text[..start]}{odd.Value.Replace(',', '.')}{text[(start + odd.Length)..]}";
            return new QuantityProblem(
                DiagnosticTable.NumberFormat,
                start,
                odd.Length,
                $"'{odd.Value}': numbers are written with a decimal point and without separators",
                hint
            );
        }

        var digits = text.AsSpan(start, length);
        var exponent = digits.IndexOfAny('e', 'E');
        return exponent >= 0 && digits.Length - exponent > 5 || length > 40
            ? new QuantityProblem(
                DiagnosticTable.NumberFormat,
                start,
                length,
                $"'{digits}' is longer than a number can be",
                "write it with fewer digits"
            )
            : null;
    }

    [GeneratedRegex(
        @"\G[+-]?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d+(?![\w/]))?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex NumberPattern();

    [GeneratedRegex(
        @"\G[+-]?\d+([,_']\d+)+(\.\d+)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex OddNumberPattern();

    [GeneratedRegex(
        @"\G[^\s:]+?(?=%|\s|:|$)|\G[^\s:]+",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex WordPattern();
}
