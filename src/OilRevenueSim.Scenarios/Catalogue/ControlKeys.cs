using System.Collections.Immutable;
using OilRevenueSim.Scenarios.Quantities;

namespace OilRevenueSim.Scenarios.Catalogue;

/// <summary>Keys of actors, phases and areas.</summary>
internal static class ControlKeys
{
    public static readonly SectionShape Actor = new(
        "actor",
        "A government, armed group, company or outside power.",
        [
            new("label", new TextKey(), "Name for readers.")
            {
                Absent = "the name itself",
                Example = "Libyan National Army",
            },
            new(
                "kind",
                new ChoiceKey(["government", "armed-group", "company", "outside"], []),
                "Kind of actor, for reports."
            )
            {
                Absent = "not said",
                Example = "armed-group",
            },
            new(
                "aligned",
                new ReferencesKey(EntityKind.Actor),
                "Actors it lets pass and that let it pass; counts for both sides."
            )
            {
                Absent = "none",
                Example = "[noc]",
            },
            new(
                "sells",
                new ChoiceKey(["own-account", "for-owner"], []),
                "Whether oil of areas it holds is sold by itself or by the legal owner."
            )
            {
                Default = "for-owner",
                Example = "own-account",
            },
            new("skill", new QuantityKey(Rules.Share), "Output, as a share, that a field reaches under its own people.")
            {
                Default = "100%",
                Example = "15% to 35%",
            },
            new(
                "retention",
                new QuantityKey(Rules.Share),
                "Share of the workforce that stays when it takes a field over."
            )
            {
                Default = "100%",
                Example = "30% to 60%",
            },
            new(
                "retrain-time",
                new QuantityKey(Rules.Duration),
                "Time constant with which a field's workforce moves to its skill."
            )
            {
                Default = "12 months",
                Example = "6 to 18 months",
            },
            KeyDefinition.Later("upkeep", "Share of maintenance it performs."),
            KeyDefinition.Later("capability", "Speed of its repairs relative to the operator's."),
            KeyDefinition.Later("finance", "Fighters, wages and treasury."),
        ]
    );

    public static readonly SectionShape PhaseChange = new(
        "phase change",
        "One way in which the political situation may change.",
        [
            new("from", new NameKey(), "Phase that ends.") { Required = true, Example = "rival-governments" },
            new("to", new NameKey(), "Phase that begins.") { Required = true, Example = "unity-government" },
            .. Rules.HazardKeys,
            new("name", new NameKey(), "Identity of its own, where two changes share from and to.")
            {
                Absent = "FROM>TO",
            },
            new("stream", new TextKey(), "Keeps the random draws across a renaming.")
            {
                Absent = "phase/THEATRE/FROM>TO",
            },
            KeyDefinition.Later("depends", "Dependence on another theatre."),
        ]
    )
    {
        Identity = IdentityRule.FromTo,
        RequiredGroups = [Rules.Hazard],
    };

    public static readonly SectionShape Phases = new(
        "phases",
        "The political situation: which phase rules at the start and how it may change.",
        [
            new("start", new NameKey(), "Phase on the first day.") { Required = true, Example = "rival-governments" },
            new("changes", new ItemsKey(PhaseChange), "Possible changes.")
            {
                Absent = "none",
                Joining = Joining.Append,
            },
        ]
    );

    public static readonly SectionShape AreaChange = new(
        "change of control",
        "One way in which an area may change hands, while `from` holds it.",
        [
            new("from", new ReferenceKey(EntityKind.Actor, OrNobody: true), "Holder that loses the area.")
            {
                Required = true,
                Example = "guards",
            },
            new("to", new ReferenceKey(EntityKind.Actor, OrNobody: true), "Holder that takes it.")
            {
                Required = true,
                Example = "islamic-state",
            },
            .. Rules.HazardKeys,
            new("phases", new QuantityMapKey(EntityKind.Phase, Rules.Ratio), "Hazard ratio while a phase rules.")
            {
                Absent = "1",
                Example = "{ unity-government: 0.5 }",
            },
            new(
                "per-neighbour",
                new QuantityKey(Rules.Ratio),
                "Hazard ratio for each neighbouring area that `to` holds."
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
            new("name", new NameKey(), "Identity of its own, where two changes share from and to.")
            {
                Absent = "FROM>TO",
            },
            new("stream", new TextKey(), "Keeps the random draws across a renaming.")
            {
                Absent = "control/AREA/FROM>TO",
            },
            KeyDefinition.Later("takes-with", "Areas that fall at the same instant."),
            KeyDefinition.Later("stabilised", "Calm after the change."),
            KeyDefinition.Later("strength-elasticity", "Dependence on the strength of both sides."),
            KeyDefinition.Later("depends", "Dependence on another theatre, strength or pay."),
            KeyDefinition.Later("while", "Condition under which it may happen."),
            KeyDefinition.Later("hazard-ratio", "Constant factor."),
        ]
    )
    {
        Identity = IdentityRule.FromTo,
        RequiredGroups = [Rules.Hazard],
    };

    public static readonly SectionShape Area = new(
        "area",
        "The unit of control: one actor holds it at a time.",
        [
            new("holder", new ReferenceKey(EntityKind.Actor, OrNobody: true), "Who holds it on the first day.")
            {
                Required = true,
                Example = "guards",
            },
            new("neighbours", new ReferencesKey(EntityKind.Area), "Neighbouring areas; counts for both sides.")
            {
                Absent = "none",
                Example = "[sirte, central-fields]",
            },
            new("at", new PointKey(), "Latitude and longitude, for maps only.")
            {
                Absent = "not on maps",
                Example = "[30.5, 18.5]",
            },
            new("changes", new ItemsKey(AreaChange), "Ways in which it may change hands.")
            {
                Absent = "never changes hands",
            },
            KeyDefinition.Later("theatre", "Theatre whose phases apply."),
            KeyDefinition.Later("owner", "Legal owner."),
        ]
    );
}
