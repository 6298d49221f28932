using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios.Text;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Checks that correlated Brownian motions can exist: their matrix is positive definite.</summary>
/// <remarks>
/// That of a step, D·R·D summed over the step with D = diag(σe^(−κs)), is definite wherever R is. A single correlation always
/// can be; where several hang together they must be certain, so that the matrix is the same in every future.
/// </remarks>
internal static class PriceCorrelationChecks
{
    /// <summary>Smallest pivot of the factorisation that counts as positive.</summary>
    private const double SmallestPivot = 1e-12;

    private const string Section = "price-correlations.";

    public static void Run(Scenario scenario, ReadingContext context)
    {
        var pairs = scenario
            .PriceCorrelations.Concat(
                scenario
                    .Benchmarks.OfType<SchwartzSmithBenchmark>()
                    .Select(b => new PriceCorrelation($"{b.Name}.short", $"{b.Name}.long", b.FactorCorrelation))
            )
            .Where(p => p.Value.Law is not CertainLaw { Value: 0.0 or double.NaN })
            .ToList();
        foreach (var group in Groups(pairs))
        {
            if (group.Count == 1)
            {
                Single(group[0], context);
            }
            else if (group.Find(p => !p.Value.Law.IsCertain) is { } uncertain)
            {
                context.Add(
                    DiagnosticTable.MustBeCertain,
                    context.Places[uncertain.Value.Address],
                    $"the correlation of {uncertain.First} and {uncertain.Second} hangs together with others ({Names(group)}), so it must be one number",
                    "write its middle, or remove the others"
                );
            }
            else
            {
                Together(group, context);
            }
        }
    }

    /// <summary>Correlations that share motions, directly or through others.</summary>
    private static IEnumerable<List<PriceCorrelation>> Groups(List<PriceCorrelation> pairs)
    {
        var left = new List<PriceCorrelation>(pairs);
        while (left.Count > 0)
        {
            var group = new List<PriceCorrelation>();
            var names = new HashSet<string>(StringComparer.Ordinal) { left[0].First };
            while (left.Find(p => names.Contains(p.First) || names.Contains(p.Second)) is { } next)
            {
                left.Remove(next);
                group.Add(next);
                names.Add(next.First);
                names.Add(next.Second);
            }

            yield return group;
        }
    }

    /// <summary>A certain correlation of 1 leaves no second movement; between the factors of one price it may stand.</summary>
    private static void Single(PriceCorrelation pair, ReadingContext context)
    {
        if (
            pair.Value is { Law: CertainLaw { Value: 1.0 or -1.0 }, Address: var address }
            && address.StartsWith(Section, StringComparison.Ordinal)
        )
        {
            Contradict([pair], pair, context);
        }
    }

    private static void Together(List<PriceCorrelation> group, ReadingContext context)
    {
        string[] names =
        [
            .. group
                .SelectMany(p => new[] { p.First, p.Second })
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        double Entry(int i, int j) =>
            group.Find(p =>
                (p.First == names[i] && p.Second == names[j]) || (p.First == names[j] && p.Second == names[i])
            )
                is { Value.Law: CertainLaw { Value: var value } }
                ? value
                : 0.0;
        var lower = new double[names.Length, names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            var pivot = 1.0;
            for (var j = 0; j < i; j++)
            {
                var sum = Entry(i, j);
                for (var k = 0; k < j; k++)
                {
                    sum -= lower[i, k] * lower[j, k];
                }

                lower[i, j] = sum / lower[j, j];
                pivot -= lower[i, j] * lower[i, j];
            }

            if (!(pivot > SmallestPivot))
            {
                var involved = names[..(i + 1)];
                var torn = group.FindAll(p => involved.Contains(p.First) && involved.Contains(p.Second));
                Contradict(torn, torn.Find(p => p.First == names[i] || p.Second == names[i]) ?? torn[^1], context);
                return;
            }

            lower[i, i] = Math.Sqrt(pivot);
        }
    }

    private static void Contradict(List<PriceCorrelation> pairs, PriceCorrelation at, ReadingContext context) =>
        context.Add(
            DiagnosticTable.PriceCorrelationsContradict,
            context.Places[at.Value.Address],
            $"these correlations of prices cannot all hold at once: {Names(pairs)}",
            "bring them nearer to 0; a pair that is not listed counts as 0, so list all pairs of prices that move together"
        );

    private static string Names(IReadOnlyList<PriceCorrelation> pairs) =>
        NearestName.Join([.. pairs.Select(p => $"{p.First} ~ {p.Second} {p.Value.Text}")], 8);
}
