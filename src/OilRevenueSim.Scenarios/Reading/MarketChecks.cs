using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios.Quantities;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Checks routes, proceeds and passage rules.</summary>
internal static class MarketChecks
{
    public static void Run(Scenario scenario, SectionValues top, ReadingContext context)
    {
        FieldsWithoutRoute(scenario, top, context);
        foreach (var market in scenario.Markets)
        {
            Proceeds(market, context);
        }

        foreach (var rule in scenario.Passage.Where(p => p.Policy == PassagePolicy.Toll))
        {
            TollGiven(rule, top, context);
        }

        for (var i = 0; i < scenario.Passage.Length; i++)
        {
            for (var j = i + 1; j < scenario.Passage.Length; j++)
            {
                Disagreement(scenario.Passage[i], scenario.Passage[j], context);
            }
        }
    }

    private static void FieldsWithoutRoute(Scenario scenario, SectionValues top, ReadingContext context)
    {
        // A route that was itself misread may be the one that carries the field.
        if (
            top.Misspelt.Contains("routes")
            || context.Diagnostics.Has(DiagnosticTable.UnknownField, DiagnosticTable.IdentityTwice)
        )
        {
            return;
        }

        var carried = scenario.Routes.SelectMany(r => r.Fields).ToHashSet(StringComparer.Ordinal);
        foreach (var field in scenario.Fields.Where(f => !carried.Contains(f.Name)))
        {
            var market = scenario.Markets.Length > 0 ? scenario.Markets[0].Name : "MARKET";
            context.Add(
                DiagnosticTable.FieldWithoutRoute,
                context.Places[$"fields.{field.Name}"],
                $"no route carries the field '{field.Name}', so its oil could never be sold",
                top.Has("routes")
                    ? $"add it to fields: of a route, or add - {{ fields: [{field.Name}], to: {market} }}"
                    : $"add routes: with - {{ fields: [{field.Name}], to: {market} }}"
            );
        }
    }

    private static void Proceeds(Market market, ReadingContext context)
    {
        if (market.Proceeds.IsEmpty || market.Proceeds.Any(p => p.Share.Law is CertainLaw { Value: double.NaN }))
        {
            return;
        }

        var place = context.Places[$"markets.{market.Name}.proceeds"];
        var (middle, high) = (0.0, 0.0);
        foreach (var share in market.Proceeds)
        {
            middle += LawRange90.Of(share.Share).Median;
            high += LawRange90.Of(share.Share).High;
        }

        if (middle > 1.0 + 1e-9)
        {
            context.Add(
                DiagnosticTable.ProceedsAboveWhole,
                place,
                $"the shares of the proceeds of '{market.Name}' add to {100.0 * middle:0.#}%",
                "together they may be at most 100%; what is left stays with the seller"
            );
        }
        else if (high > 1.0 + 1e-9 && market.Proceeds.Length > 1)
        {
            context.Add(
                DiagnosticTable.ProceedsMayPassWhole,
                place,
                $"the shares of the proceeds of '{market.Name}' may add to more than 100% (upper ends: {100.0 * high:0.#}%)",
                "narrow them, or give one party what is left by naming no share for the seller"
            );
        }
    }

    private static void TollGiven(PassageRule rule, SectionValues top, ReadingContext context)
    {
        var section = top.Sections("passage").First(s => s.Identity == rule.Identity);
        if (section.Has("toll") || section.Has("share") || section.Has("in-kind"))
        {
            return;
        }

        context.Add(
            DiagnosticTable.KeyOfGroupMissing,
            section.Span("policy"),
            $"the passage rule '{rule.Identity}' has policy: toll but says no toll",
            "add toll: 3 USD/bbl, or share: 10%, or in-kind: 10%"
        );
    }

    /// <summary>Rules of one rank that meet in a holder, seller, node and phase must say the same (model.md §8).</summary>
    private static void Disagreement(PassageRule a, PassageRule b, ReadingContext context)
    {
        var meet =
            a.Through == b.Through
            && a.Phase == b.Phase
            && a.Of.IsEmpty == b.Of.IsEmpty
            && a.At.IsEmpty == b.At.IsEmpty
            && (a.Of.IsEmpty || a.Of.Intersect(b.Of, StringComparer.Ordinal).Any())
            && (a.At.IsEmpty || a.At.Intersect(b.At, StringComparer.Ordinal).Any());
        if (!meet || (a.Policy == b.Policy && SameToll(a, b)))
        {
            return;
        }

        var (first, second) = (context.Places[$"passage.{a.Identity}"], context.Places[$"passage.{b.Identity}"]);
        var (place, other) = first.Line <= second.Line ? (second, first) : (first, second);
        context.Add(
            DiagnosticTable.PassageDisagrees,
            place,
            $"the passage rules '{a.Identity}' and '{b.Identity}' say different things of the same oil; the other stands at {other.Describe(place.Source)}",
            "a rule with phase: goes before one without, one that names the seller before any, one with at: before one without: make them differ in one of these"
        );
    }

    private static bool SameToll(PassageRule a, PassageRule b) =>
        Same(a.TollPerBarrel, b.TollPerBarrel) && Same(a.TollShare, b.TollShare) && Same(a.TollInKind, b.TollInKind);

    private static bool Same(Quantity? a, Quantity? b) =>
        (a is null && b is null)
        || (a is not null && b is not null && a.Law == b.Law && (a.Law.IsCertain || a.DrawAddress == b.DrawAddress));
}
