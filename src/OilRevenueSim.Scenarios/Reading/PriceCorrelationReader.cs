using System.Collections.Immutable;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Scenarios.Catalogue;
using OilRevenueSim.Scenarios.Text;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Reads <c>price-correlations:</c>; the address of a pair is <c>price-correlations.A+B</c>, names in ordinal order.</summary>
internal static class PriceCorrelationReader
{
    public static ImmutableArray<PriceCorrelation> Read(SectionValues top, ReadingContext context)
    {
        if (top.Get<YamlNode>("price-correlations") is not { } node)
        {
            return [];
        }

        if (node is not ListNode list)
        {
            Misshapen(node, context);
            return [];
        }

        var found = new SortedDictionary<string, PriceCorrelation>(StringComparer.Ordinal);
        var models = top.Sections("benchmarks")
            .GroupBy(b => b.Identity, StringComparer.Ordinal)
            .ToDictionary(b => b.Key, b => b.First().Text("model"), StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            if (item is ListNode { Items: [ScalarNode first, ScalarNode second, var value] })
            {
                Add(first, second, value, models, found, context);
            }
            else
            {
                Misshapen(item, context);
            }
        }

        return [.. found.Values];
    }

    private static void Add(
        ScalarNode first,
        ScalarNode second,
        YamlNode value,
        Dictionary<string, string?> models,
        SortedDictionary<string, PriceCorrelation> found,
        ReadingContext context
    )
    {
        var known = IsMotion(first, models, context) & IsMotion(second, models, context);
        var (a, b) = string.CompareOrdinal(first.Text, second.Text) < 0 ? (first, second) : (second, first);
        if (known && BenchmarkOf(a.Text) == BenchmarkOf(b.Text))
        {
            context.Add(
                DiagnosticTable.CorrelationTwice,
                second.Span,
                $"'{first.Text}' and '{second.Text}' belong to one benchmark",
                first.Text == second.Text
                    ? "name two different benchmarks"
                    : "the correlation of its two factors is factor-correlation: of the benchmark"
            );
            return;
        }

        var address = $"price-correlations.{a.Text}+{b.Text}";
        context.Settable.Add(address);
        if (context.Places.TryGetValue(address, out var other))
        {
            context.Add(
                DiagnosticTable.CorrelationTwice,
                first.Span,
                $"the pair {a.Text}, {b.Text} already stands at {other.Describe(first.Span.Source)}",
                "keep one of the two"
            );
            return;
        }

        var quantity = new QuantityReader(context).Read(
            context.Overrides.Take(address) ?? value,
            address,
            Rules.Correlation
        );
        if (known && quantity is not null)
        {
            found.Add(address, new PriceCorrelation(a.Text, b.Text, quantity));
        }
    }

    /// <summary>True for a Brownian motion, or what was reported already and may be one.</summary>
    private static bool IsMotion(ScalarNode name, Dictionary<string, string?> models, ReadingContext context)
    {
        var benchmark = BenchmarkOf(name.Text);
        if (!context.Names.Has(EntityKind.Benchmark, benchmark))
        {
            context.UnknownName(EntityKind.Benchmark, benchmark, name.Part(0, benchmark.Length));
            return false;
        }

        var factor = name.Text[benchmark.Length..];
        var model = models.GetValueOrDefault(benchmark);
        var (fits, message, hint) = model switch
        {
            null => (false, null, null),
            "gbm" or "schwartz" => (
                factor.Length == 0,
                $"'{benchmark}' has one factor, and no part '{factor.TrimStart('.')}'",
                $"write {benchmark}"
            ),
            "schwartz-smith" => (
                factor is ".short" or ".long",
                $"'{benchmark}' has two factors, and a correlation holds for one of them",
                $"write {benchmark}.short or {benchmark}.long"
            ),
            "bootstrap" => (
                false,
                $"'{benchmark}' repeats a history, and has no random movement of its own to correlate",
                "bootstrapped benchmarks with histories of the same days move together by themselves"
            ),
            _ => (
                false,
                $"a price of model {model} cannot be correlated: '{benchmark}'",
                "correlations hold between benchmarks of gbm, schwartz and schwartz-smith"
            ),
        };
        if (!fits && message is not null)
        {
            context.Add(DiagnosticTable.PriceCannotCorrelate, name.Span, message, hint);
        }

        return fits;
    }

    /// <summary>The benchmark of <c>NAME</c>, <c>NAME.short</c> and <c>NAME.long</c>.</summary>
    private static string BenchmarkOf(string name) => name.Split('.', 2)[0];

    private static void Misshapen(YamlNode node, ReadingContext context) =>
        context.Add(
            DiagnosticTable.WrongShape,
            node.Span,
            "an entry of price-correlations: is a list of two benchmarks and a number",
            "write - [brent, dubai, 0.9]"
        );
}
