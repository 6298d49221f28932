using OilRevenueSim.Scenarios.Quantities;

namespace OilRevenueSim.Scenarios.Catalogue;

/// <summary>Drivers of hazards, and the conditions that hazards, taps, transfers and triggers share.</summary>
internal static class DriverKeys
{
    private static readonly KeyDefinition Name = new("name", new NameKey(), "Identity of its own, where two are alike.")
    {
        Absent = "the place or actor it names",
    };

    private static readonly SectionShape StrengthOf = Variant(
        "dependency on strength",
        "The hazard goes with an actor's strength relative to the first day.",
        new("strength-of", new ReferenceKey(EntityKind.Actor), "Actor, which needs finance.")
        {
            Required = true,
            Example = "islamic-state",
        },
        Elasticity("Elasticity to that strength, which is held between 0.01 and 100.")
    );

    private static readonly SectionShape PayOf = Variant(
        "dependency on pay",
        "The hazard goes with the share of the wages that an actor pays.",
        new("pay-of", new ReferenceKey(EntityKind.Actor), "Actor, which needs finance.")
        {
            Required = true,
            Example = "islamic-state",
        },
        Elasticity("Elasticity to the pay ratio, which is held between 0.01 and 1.")
    );

    private static readonly SectionShape PhaseRules = Variant(
        "condition on the phase",
        "A phase rules.",
        new("phase", new ReferenceKey(EntityKind.Phase), "Phase that must rule.")
        {
            Required = true,
            Example = "unity-government",
        },
        new("theatre", new ReferenceKey(EntityKind.Theatre), "Theatre in which it rules.")
        {
            Absent = "its own, else the one that has the phase",
            Example = "main",
        }
    );

    private static readonly SectionShape PriceIs = Variant(
        "condition on a price",
        "A benchmark is above or below a price.",
        new("price", new ReferenceKey(EntityKind.Benchmark), "Benchmark.") { Required = true, Example = "brent" },
        new("above", new QuantityKey(Rules.Cost), "It must be above this.") { Group = "limit", Example = "80 USD/bbl" },
        new("below", new QuantityKey(Rules.Cost), "It must be below this.") { Group = "limit", Example = "40 USD/bbl" }
    ) with
    {
        RequiredGroups = ["limit"],
    };

    private static readonly SectionShape RevenueIs = Variant(
        "condition on revenue",
        "An actor's gross oil revenue of the previous step is above a rate.",
        new("revenue", new ReferenceKey(EntityKind.Actor), "Actor.") { Required = true, Example = "islamic-state" },
        new("above", new QuantityKey(Rules.MoneyRate), "Its revenue must be above this.")
        {
            Required = true,
            Example = "10 MUSD per month",
        }
    );

    /// <summary>Dependencies, with the actor that <c>by:</c> means where absent; null where it must be given.</summary>
    public static VariantsKey Depends(string? by) => new("dependency", [HoldsDepends(by), StrengthOf, PayOf]);

    /// <summary>Conditions of <c>while:</c>.</summary>
    public static VariantsKey While(string? by) => new("condition", [Holds(by), PhaseRules]);

    /// <summary>Conditions of <c>when:</c>.</summary>
    public static VariantsKey When => new("condition", [Holds(null), PhaseRules, PriceIs, RevenueIs]);

    /// <summary>The drivers of a change, blockade or attack.</summary>
    /// <param name="by">Key whose actor takes, shuts or attacks.</param>
    public static IEnumerable<KeyDefinition> All(string by) =>
        [
            new("phases", new QuantityMapKey(EntityKind.Phase, Rules.Ratio), "Hazard ratio while a phase rules.")
            {
                Absent = "1",
                Example = "{ unity-government: 0.5 }",
            },
            new(
                "per-neighbour",
                new QuantityKey(Rules.Ratio),
                $"Hazard ratio for each neighbouring area that `{by}` holds."
            )
            {
                Absent = "1",
                Example = "1.6",
            },
            new(
                "price-elasticity",
                new QuantityKey(Rules.Elasticity),
                "Elasticity of the hazard to a benchmark relative to its first day."
            )
            {
                Absent = "0",
                Example = "0.2 to 0.8",
            },
            new("follows", new ReferenceKey(EntityKind.Benchmark), "Benchmark of price-elasticity.")
            {
                Required = true,
                Only = new KeyCondition("price-elasticity"),
                Example = "brent",
            },
            new(
                "strength-elasticity",
                new QuantityKey(Rules.Elasticity),
                $"Elasticity of the hazard to the strength of `{by}` over that of the holder, both relative to the first day."
            )
            {
                Absent = "0",
                Example = "0.5",
            },
            new("depends", Depends(by), "Dependence on a place, or on an actor's strength or pay, of any theatre.")
            {
                Absent = "none",
                Example = "{ holds: raqqa, hazard-ratio: 2 }",
            },
            new("while", While(by), "Conditions outside which it cannot happen; all of them must hold.")
            {
                Absent = "always",
                Example = "{ holds: sirte }",
            },
            new(
                "hazard-ratio",
                new QuantityKey(Rules.Ratio),
                "Hazard ratio while the one condition of while: holds; outside it the hazard is as it is, not 0."
            )
            {
                Only = new KeyCondition("while"),
                Absent = "nothing happens outside the condition",
                Example = "3",
            },
        ];

    private static SectionShape Holds(string? by) =>
        Variant(
            "condition on an area",
            "An actor holds an area.",
            new("holds", new ReferenceKey(EntityKind.Area), "Area that must be held.")
            {
                Required = true,
                Example = "sirte",
            },
            By(by)
        );

    private static SectionShape HoldsDepends(string? by) =>
        Variant(
            "dependency on an area",
            "The hazard is scaled while an actor holds an area.",
            new("holds", new ReferenceKey(EntityKind.Area), "Area.") { Required = true, Example = "raqqa" },
            By(by),
            new("hazard-ratio", new QuantityKey(Rules.Ratio), "Hazard ratio while it is held.")
            {
                Required = true,
                Example = "2",
            }
        );

    private static KeyDefinition By(string? by) =>
        new("by", new ReferenceKey(EntityKind.Actor, OrNobody: true), "Actor that holds it.")
        {
            Required = by is null,
            Absent = by is null ? null : $"the `{by}` of the item",
            Example = "islamic-state",
        };

    private static KeyDefinition Elasticity(string meaning) =>
        new("elasticity", new QuantityKey(Rules.Elasticity), meaning) { Required = true, Example = "-0.5" };

    private static SectionShape Variant(string name, string meaning, params ReadOnlySpan<KeyDefinition> keys) =>
        new(name, meaning, [.. keys, Name]) { Identity = IdentityRule.FirstValue };
}
