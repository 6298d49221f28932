using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios.Text;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Checks what Core's own functions say of the laws: how much a hard range cuts, and whether correlations can hold.</summary>
internal static class LawChecks
{
    public static void Run(Scenario scenario, SectionValues top, ReadingContext context)
    {
        foreach (var quantity in scenario.Quantities.Where(q => q.Law is NormalLaw or LogNormalLaw))
        {
            Cut(quantity, context);
        }

        foreach (var law in context.EventLaws.Values.Where(l => l.Law is NormalLaw or LogNormalLaw))
        {
            Cut(
                new Quantity
                {
                    Address = law.Address,
                    Law = law.Law!,
                    Range = law.Range,
                    Text = law.Text,
                },
                context
            );
        }

        Correlations(scenario, top, context);
    }

    private static void Cut(Quantity quantity, ReadingContext context)
    {
        var mass = new TruncatedLaw(quantity.Law, quantity.Range).CutMass;
        if (!(mass > 0.0) || !context.Places.TryGetValue(quantity.Address, out var place))
        {
            return;
        }

        var range =
            quantity.Range.Low < 0.0 ? "-1 to 1"
            : quantity.Range.High <= 1.0 ? "0% to 100%"
            : "zero and above";
        if (mass > TruncatedLaw.LargestCutMass)
        {
            context.Add(
                DiagnosticTable.CutTooMuch,
                place,
                $"{100.0 * mass:0.##}% of '{quantity.Text}' lies outside what is possible ({range})",
                quantity.Range.Low < 0.0
                    ? $"write a narrower interval, or uniform {quantity.Text}"
                    : "write a 90 % interval, such as 25 to 45 kb/d: its law keeps inside by itself"
            );
        }
        else if (mass >= 1e-6)
        {
            context.Add(
                DiagnosticTable.CutSome,
                place,
                $"{100.0 * mass:0.####}% of '{quantity.Text}' lies outside what is possible ({range}) and is cut off",
                "a 90 % interval, such as 25 to 45 kb/d, keeps inside by itself"
            );
        }
    }

    private static void Correlations(Scenario scenario, SectionValues top, ReadingContext context)
    {
        if (scenario.Correlations.IsEmpty || top.Get<YamlNode>("correlations") is not { } node)
        {
            return;
        }

        var addresses = scenario
            .Correlations.SelectMany(c => new[] { c.First, c.Second })
            .Distinct(StringComparer.Ordinal);
        if (
            Copula.TryCompile([.. addresses.Order(StringComparer.Ordinal)], scenario.Correlations, out _, out var error)
        )
        {
            return;
        }

        var pairs = NearestName.Join([.. error.Pairs.Select(p => $"{p.First} ~ {p.Second} {p.Spearman:0.##}")], 6);
        context.Add(
            DiagnosticTable.CorrelationsContradict,
            node.Span,
            $"these correlations cannot all hold at once: {pairs}",
            "bring them nearer to 0, or change the sign of one: if a goes with b and b with c, then a cannot go strongly against c"
        );
    }
}
