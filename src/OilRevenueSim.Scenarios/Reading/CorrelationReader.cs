using System.Collections.Immutable;
using System.Globalization;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios.Text;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Reads <c>correlations:</c> once every quantity is known.</summary>
internal static class CorrelationReader
{
    public static ImmutableArray<RankCorrelation> Read(SectionValues top, ReadingContext context)
    {
        if (top.Get<YamlNode>("correlations") is not { } node)
        {
            return [];
        }

        if (node is not ListNode list)
        {
            Misshapen(node, context);
            return [];
        }

        var found = new SortedDictionary<(string, string), (RankCorrelation Value, SourceSpan Span)>();
        foreach (var item in list.Items)
        {
            if (item is ListNode { Items: [ScalarNode first, ScalarNode second, ScalarNode r] })
            {
                Add(first, second, r, found, context);
            }
            else
            {
                Misshapen(item, context);
            }
        }

        return [.. found.Values.Select(f => f.Value)];
    }

    private static void Add(
        ScalarNode first,
        ScalarNode second,
        ScalarNode r,
        SortedDictionary<(string, string), (RankCorrelation Value, SourceSpan Span)> found,
        ReadingContext context
    )
    {
        var a = Resolve(first, context);
        var b = Resolve(second, context);
        var value = Coefficient(r, context);
        if (a is null || b is null || value is not { } spearman)
        {
            return;
        }

        if (a == b)
        {
            var why = first.Text == second.Text ? "with itself" : $"with itself: both draw {a}";
            context.Add(
                DiagnosticTable.CorrelationTwice,
                second.Span,
                $"'{first.Text}' is correlated {why}",
                "name two different quantities"
            );
            return;
        }

        var key = string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
        if (found.TryGetValue(key, out var other))
        {
            context.Add(
                DiagnosticTable.CorrelationTwice,
                first.Span,
                $"the pair {key.Item1}, {key.Item2} already stands at {other.Span.Describe(first.Span.Source)}",
                "keep one of the two"
            );
            return;
        }

        found.Add(key, (new RankCorrelation(key.Item1, key.Item2, spearman), first.Span));
    }

    /// <summary>The draw address behind an address, or null (reported).</summary>
    private static string? Resolve(ScalarNode address, ReadingContext context)
    {
        if (!context.Quantities.TryGetValue(address.Text, out var quantity))
        {
            if (context.EventLaws.ContainsKey(address.Text))
            {
                context.Add(
                    DiagnosticTable.UnknownAddress,
                    address.Span,
                    $"'{address.Text}' is drawn for every event, so nothing can go with it",
                    "write its law by parts, such as { median: 2 to 5 months, p95: 24 months }, and name one: its address ends in .median"
                );
                return null;
            }

            // An address whose quantity was not understood has been reported already.
            if (!context.Places.ContainsKey(address.Text))
            {
                context.Add(
                    DiagnosticTable.UnknownAddress,
                    address.Span,
                    $"no quantity has the address '{address.Text}'",
                    NearestName.FindAll(address.Text, context.Quantities.Keys, 3) is { Count: > 0 } near
                        ? $"near it: {string.Join(", ", near)}"
                        : "an address is the path of keys, such as benchmarks.brent.long-run or parameters.NAME"
                );
            }

            return null;
        }

        // The pair stays: a certain quantity keeps its place in the copula, so that making one certain moves no other draw.
        // Where --set made it certain, that is a question asked on purpose.
        if (
            quantity.Law.IsCertain
            && !context.Overrides.HasEver(address.Text)
            && !context.Overrides.HasEver(quantity.DrawAddress)
        )
        {
            context.Add(
                DiagnosticTable.CorrelationIdle,
                address.Span,
                $"'{address.Text}' is a certain number ({quantity.Text}), so the correlation changes nothing",
                "give it a range, such as 40 to 70 USD/bbl, or remove the correlation"
            );
        }

        return quantity.DrawAddress;
    }

    private static double? Coefficient(ScalarNode text, ReadingContext context)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!double.TryParse(text.Text, Style, CultureInfo.InvariantCulture, out var r))
        {
            context.Add(
                DiagnosticTable.MustBeCertain,
                text.Span,
                $"a rank correlation is one number from -1 to 1, not '{text.Text}'",
                "write for example -0.2"
            );
            return null;
        }

        if (r is >= -1.0 and <= 1.0)
        {
            return r;
        }

        context.Add(
            DiagnosticTable.OutOfRange,
            text.Span,
            $"'{text.Text}' lies outside what is possible: a correlation lies between -1 and 1",
            null
        );
        return null;
    }

    private static void Misshapen(YamlNode node, ReadingContext context) =>
        context.Add(
            DiagnosticTable.WrongShape,
            node.Span,
            "an entry of correlations: is a list of two addresses and a number",
            "write - [benchmarks.brent.long-run, benchmarks.brent.volatility, -0.2]"
        );
}
