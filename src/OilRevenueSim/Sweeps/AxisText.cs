using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace OilRevenueSim;

/// <summary>The levels or the range of an axis as written; units may be missing.</summary>
internal sealed partial record AxisText
{
    /// <summary>As written.</summary>
    public required string Written { get; init; }

    /// <summary>Levels; empty for a range without a step. A level that is a bare number takes <see cref="Unit"/>.</summary>
    public ImmutableArray<string> Levels { get; init; } = [];

    /// <summary>Ends of a range without a step.</summary>
    public (decimal From, decimal To)? Range { get; init; }

    /// <summary>Unit of the bare numbers; empty where none was given.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Reads levels or a range.</summary>
    /// <exception cref="FormatException">They cannot be read.</exception>
    public static AxisText Read(string address, string text)
    {
        var written = text.Trim();
        if (written.Length == 0)
        {
            throw Wrong(address, "has no levels", "20:100:10 USD/bbl or 20|40|80 USD/bbl");
        }

        if (written.Contains('|', StringComparison.Ordinal))
        {
            return List(address, written);
        }

        if (RangeForm().Match(written) is { Success: true } range)
        {
            return Stepped(address, written, range);
        }

        if (RangeStart().IsMatch(written))
        {
            throw Wrong(
                address,
                $"'{written}' is no range of numbers",
                "FROM:TO:STEP UNIT such as 20:100:10 USD/bbl, or a list such as 2016-12|2017-12 for what is no number"
            );
        }

        return List(address, written);
    }

    /// <summary>A bare number and what follows it, or null where a text does not begin with one or goes on as a law.</summary>
    public static (string Number, string Unit)? Cut(string text) =>
        Level().Match(text) is { Success: true } match
            ? (match.Groups["number"].Value, match.Groups["unit"].Value.Trim())
            : null;

    private static AxisText List(string address, string written)
    {
        string[] levels = [.. written.Split('|', StringSplitOptions.TrimEntries)];
        if (levels.Any(l => l.Length == 0))
        {
            throw Wrong(
                address,
                $"'{written}' has an empty level",
                "one level between two bars, such as 20|40|80 USD/bbl"
            );
        }

        // A unit at the end holds for the bare numbers before it; levels that name another stay as they are.
        var unit = Cut(levels[^1])?.Unit ?? "";
        string[] plain = [.. levels.Select(l => Cut(l) is { } cut && cut.Unit == unit ? cut.Number : l)];
        if (plain.Distinct(StringComparer.Ordinal).Count() < plain.Length)
        {
            throw Wrong(address, $"'{written}' has a level twice", "each level once");
        }

        return new AxisText
        {
            Written = written,
            Levels = [.. plain],
            Unit = unit,
        };
    }

    private static AxisText Stepped(string address, string written, Match match)
    {
        var percents = match.Groups.Values.Skip(1).Where(g => g.Name.StartsWith('u') && g.Length > 0).ToList();
        var unit = (percents.Count > 0 ? "%" : "") + match.Groups["tail"].Value;
        unit = unit.Replace("%%", "%", StringComparison.Ordinal).Trim();
        var (from, to) = (Number(address, match.Groups["from"].Value), Number(address, match.Groups["to"].Value));
        if (from > to)
        {
            throw Wrong(address, $"'{written}' begins above its end", $"the smaller number first: {to}:{from}");
        }

        if (!match.Groups["step"].Success)
        {
            return from < to
                ? new AxisText
                {
                    Written = written,
                    Range = (from, to),
                    Unit = unit,
                }
                : throw Wrong(address, $"'{written}' begins where it ends", "two different ends");
        }

        var step = Number(address, match.Groups["step"].Value);
        if (step <= 0)
        {
            throw Wrong(address, $"'{written}' has a step of {step}", "a step above zero, such as 20:100:10");
        }

        var steps = (to - from) / step;
        if (steps >= Axis.MostLevels)
        {
            throw Wrong(address, $"'{written}' has more than {Axis.MostLevels:N0} levels", "a longer step");
        }

        return new AxisText
        {
            Written = written,
            Levels =
            [
                .. Enumerable
                    .Range(0, (int)steps + 1)
                    .Select(i =>
                        (from + (i * step)).ToString("0.############################", CultureInfo.InvariantCulture)
                    ),
            ],
            Unit = unit,
        };
    }

    private static decimal Number(string address, string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) < 1e15m
            ? number
            : throw Wrong(address, $"'{text}' is too large or too small", "a number below 1e15");

    private static FormatException Wrong(string address, string found, string expected) =>
        new($"{address}: {found}; write {expected}");

    [GeneratedRegex(
        @"^(?<from>[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)(?<u1>\s*%)?\s*:\s*(?<to>[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)(?<u2>\s*%)?"
            + @"(?:\s*:\s*(?<step>[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)(?<u3>\s*%)?)?(?<tail>\s*(?:[A-Za-z%].*)?)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex RangeForm();

    [GeneratedRegex(@"^[-+\d][^ ]*:", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RangeStart();

    [GeneratedRegex(
        @"^(?<number>[-+]?\d+(\.\d+)?([eE][-+]?\d+)?)(?<unit>\s*|\s*%|\s*%?\s*(?!to\b|sd\b|p95\b)([A-Za-z].*))$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Level();
}
