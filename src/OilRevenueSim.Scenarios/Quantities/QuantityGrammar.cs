using System.Collections.Frozen;
using System.Globalization;
using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Scenarios.Quantities;

/// <summary>
/// Reads the text of a quantity: <c>35 kb/d</c>, <c>25 to 45 kb/d</c>, <c>uniform 25 to 45 kb/d</c>, <c>normal 35 sd 5 kb/d</c>,
/// <c>lognormal 3 p95 24 months</c>, <c>beta 2 8</c>, <c>discrete 0:0.9 1.5:0.1</c>, a parameter's name; with <c>per</c> and <c>within</c>.
/// </summary>
internal sealed class QuantityGrammar
{
    private static readonly FrozenDictionary<string, ShapeKind> Shapes = new Dictionary<string, ShapeKind>(
        StringComparer.Ordinal
    )
    {
        ["uniform"] = ShapeKind.Uniform,
        ["triangular"] = ShapeKind.Triangular,
        ["pert"] = ShapeKind.Pert,
        ["normal"] = ShapeKind.Normal,
        ["lognormal"] = ShapeKind.LogNormal,
        ["beta"] = ShapeKind.Beta,
        ["discrete"] = ShapeKind.Discrete,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly string text;
    private readonly List<Token> tokens;
    private readonly List<WrittenValue> values = [];
    private readonly List<double> probabilities = [];
    private int at;
    private QuantityProblem? problem;

    private QuantityGrammar(string text, List<Token> tokens)
    {
        this.text = text;
        this.tokens = tokens;
    }

    /// <summary>The shape a text describes, or what is wrong with it.</summary>
    public static (QuantityShape? Shape, QuantityProblem? Problem) Read(string text)
    {
        var (tokens, problem) = QuantityTokens.Cut(text);
        if (problem is not null)
        {
            return (null, problem);
        }

        var grammar = new QuantityGrammar(text, tokens);
        var shape = grammar.Shape();
        return grammar.problem is null ? (shape, null) : (null, grammar.problem);
    }

    private QuantityShape? Shape()
    {
        if (tokens.Count == 0)
        {
            return Fail(0, Math.Max(1, text.Length), "there is no quantity here", null);
        }

        var kind = ShapeKind.Certain;
        string? parameter = null;
        if (tokens[0].Kind == TokenKind.Word)
        {
            if (Shapes.TryGetValue(tokens[0].Text, out var named))
            {
                kind = named;
                at = 1;
            }
            else if (Names.Pattern().IsMatch(tokens[0].Text) && (tokens.Count == 1 || Next(1) is "within"))
            {
                kind = ShapeKind.Parameter;
                parameter = tokens[0].Text;
                at = 1;
            }
            else
            {
                return NotUnderstood(tokens[0]);
            }
        }

        kind = Body(kind);
        var within = problem is null && Take("within") ? Value() : null;
        if (problem is null && at < tokens.Count)
        {
            return NotUnderstood(tokens[at]);
        }

        return problem is not null
            ? null
            : new QuantityShape
            {
                Kind = kind,
                Values = SpreadUnits(values),
                Probabilities = probabilities,
                Parameter = parameter,
                Within = within,
                Text = text,
            };
    }

    private ShapeKind Body(ShapeKind kind)
    {
        switch (kind)
        {
            case ShapeKind.Certain:
                Keep(Value());
                if (problem is null && Take("to"))
                {
                    Keep(Value());
                    return ShapeKind.Interval;
                }

                break;
            case ShapeKind.Uniform:
                Parts("to");
                break;
            case ShapeKind.Triangular or ShapeKind.Pert:
                Parts("to", "to");
                break;
            case ShapeKind.Normal:
                Parts("sd");
                break;
            case ShapeKind.LogNormal:
                Parts("p95");
                break;
            case ShapeKind.Beta:
                Keep(Value());
                Keep(problem is null ? Value() : null);
                break;
            case ShapeKind.Discrete:
                Discrete();
                break;
            default:
                break;
        }

        return kind;
    }

    private void Parts(params ReadOnlySpan<string> words)
    {
        Keep(Value());
        foreach (var word in words)
        {
            if (problem is not null)
            {
                return;
            }

            if (!Take(word))
            {
                var name = tokens[0].Text;
                Fail(Here().Start, Here().Length, $"'{word}' was expected here", $"write {QuantityHints.Form(name)}");
                return;
            }

            Keep(Value());
        }
    }

    private void Discrete()
    {
        while (problem is null && at < tokens.Count && tokens[at].Kind == TokenKind.Number)
        {
            Keep(Value());
            if (problem is not null)
            {
                return;
            }

            if (at >= tokens.Count || tokens[at].Kind != TokenKind.Colon)
            {
                Fail(
                    Here().Start,
                    Here().Length,
                    "a value of a discrete law needs ':' and its probability",
                    $"write {QuantityHints.Form("discrete")}"
                );
                return;
            }

            at++;
            if (at >= tokens.Count || tokens[at].Kind != TokenKind.Number)
            {
                Fail(
                    Here().Start,
                    Here().Length,
                    "a probability was expected here",
                    $"write {QuantityHints.Form("discrete")}"
                );
                return;
            }

            probabilities.Add(double.Parse(tokens[at++].Text, NumberStyles.Float, CultureInfo.InvariantCulture));
        }

        if (values.Count == 0)
        {
            Fail(
                Here().Start,
                Here().Length,
                "a discrete law needs values with probabilities",
                $"write {QuantityHints.Form("discrete")}"
            );
            return;
        }

        var (unit, per) = UnitHere();
        if (problem is null && (unit is not null || per is not null))
        {
            values[^1] = values[^1] with { Unit = values[^1].Unit ?? unit, Per = values[^1].Per ?? per };
        }
    }

    private void Keep(WrittenValue? value)
    {
        if (value is not null)
        {
            values.Add(value);
        }
    }

    private WrittenValue? Value()
    {
        if (at >= tokens.Count || tokens[at].Kind != TokenKind.Number)
        {
            var (here, found) = (Here(), Next(at));
            Fail(
                found is not null && QuantityHints.IsCurrency(found)
                    ? DiagnosticTable.UnitUnknown
                    : DiagnosticTable.NotAQuantity,
                here.Start,
                here.Length,
                found is null ? "a number is missing at the end" : $"a number was expected, not '{found}'",
                QuantityHints.ForNumber(found)
            );
            return null;
        }

        var number = tokens[at++];
        var (unit, per) = UnitHere();
        var end = tokens[at - 1].Start + tokens[at - 1].Length;
        return problem is null ? new WrittenValue(number.Text, unit, per, number.Start, end - number.Start) : null;
    }

    private (Unit? Unit, Unit? Per) UnitHere()
    {
        Unit? unit = null;
        Unit? per = null;
        if (at < tokens.Count && tokens[at] is { Kind: TokenKind.Word } word && !Names.IsGrammarWord(word.Text))
        {
            unit = Unit.Find(word.Text);
            if (unit is null)
            {
                UnknownUnit(word);
                return (null, null);
            }

            at++;
        }

        if (Take("per"))
        {
            per = at < tokens.Count ? Unit.Find(tokens[at].Text) : null;
            if (per is not { Dimension: Dimension.Duration })
            {
                Fail(
                    DiagnosticTable.UnitUnknown,
                    Here().Start,
                    Here().Length,
                    "a time was expected after 'per'",
                    "per day, per week, per month or per year"
                );
                return (null, null);
            }

            at++;
        }

        return (unit, per);
    }

    private void UnknownUnit(Token word) =>
        Fail(
            DiagnosticTable.UnitUnknown,
            word.Start,
            word.Length,
            $"the unit '{word.Text}' is unknown",
            QuantityHints.ForUnit(word.Text)
        );

    private QuantityShape? NotUnderstood(Token token) =>
        Fail(
            QuantityHints.IsCurrency(token.Text) ? DiagnosticTable.UnitUnknown : DiagnosticTable.NotAQuantity,
            token.Start,
            token.Length,
            $"'{token.Text}' was not expected here",
            QuantityHints.ForUnexpected(token, first: at == 0)
        );

    /// <summary>A value without a unit takes the next unit to its right.</summary>
    private static List<WrittenValue> SpreadUnits(List<WrittenValue> values)
    {
        var spread = new List<WrittenValue>(values);
        for (var i = spread.Count - 2; i >= 0; i--)
        {
            var (value, next) = (spread[i], spread[i + 1]);
            spread[i] =
                value.Unit is null && value.Per is null
                    ? value with
                    {
                        Unit = next.Unit,
                        Per = next.Per,
                    }
                    : value with
                    {
                        Per = value.Per ?? next.Per,
                    };
        }

        return spread;
    }

    private Token Here() =>
        at < tokens.Count ? tokens[at] : new Token(TokenKind.Word, " ", Math.Max(0, text.TrimEnd().Length - 1));

    private string? Next(int index) => index < tokens.Count ? tokens[index].Text : null;

    private bool Take(string word)
    {
        if (problem is null && at < tokens.Count && tokens[at].Kind == TokenKind.Word && tokens[at].Text == word)
        {
            at++;
            return true;
        }

        return false;
    }

    private QuantityShape? Fail(int start, int length, string message, string? hint) =>
        Fail(DiagnosticTable.NotAQuantity, start, length, message, hint);

    private QuantityShape? Fail(DiagnosticRule rule, int start, int length, string message, string? hint)
    {
        problem ??= new QuantityProblem(rule, start, length, message, hint);
        return null;
    }
}
