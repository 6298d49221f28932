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
            new("upkeep", new QuantityKey(Rules.Share), "Share of the maintenance it performs on what it operates.")
            {
                Absent = "100%",
                Example = "30% to 60%",
            },
            new("capability", new QuantityKey(Rules.Ratio), "Speed of its repairs relative to the repair time.")
            {
                Absent = "1",
                Example = "10% to 30%",
            },
            new("finance", new SectionKey(FinanceKeys.Finance), "Fighters, their wages and the treasury.")
            {
                Absent = "its money and fighters are not followed",
                Example = "{ fighters: 3000 to 6000, wage: 200 to 500 USD per month, treasury: 5 to 30 MUSD }",
            },
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
                Absent = "phase/THEATRE/FROM>TO, or phase/NAME",
            },
            new("depends", DriverKeys.Depends(null), "Dependence on a place, or on an actor's strength or pay.")
            {
                Absent = "none",
                Example = "{ holds: sirte, by: lna, hazard-ratio: 2 }",
            },
        ]
    )
    {
        Identity = IdentityRule.FromTo,
        Defines = EntityKind.Change,
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

    public static readonly SectionShape Theatre = new(
        "theatre",
        "A country or region with political phases of its own.",
        [new("phases", new SectionKey(Phases), "Its phases and their changes.") { Required = true }]
    );

    private static readonly SectionShape Stabilised = new(
        "stabilised",
        "Calm after a change.",
        [
            new("ratio", new QuantityKey(Rules.Ratio), "Hazard ratio.") { Required = true, Example = "0.4" },
            new("time", new QuantityKey(Rules.Duration), "How long.") { Required = true, Example = "12 months" },
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
            .. DriverKeys.All("to"),
            new(
                "takes-with",
                new ReferencesKey(EntityKind.Area),
                "Areas still held by `from` that fall at the same instant."
            )
            {
                Absent = "none",
                Example = "[waha-fields]",
            },
            new(
                "stabilised",
                new CompactKey(Stabilised, "for"),
                "Ratio on every change out of the area, and for how long, after this change."
            )
            {
                Absent = "no calm",
                Example = "0.4 for 12 months",
            },
            new("name", new NameKey(), "Identity of its own, where two changes share from and to.")
            {
                Absent = "FROM>TO",
            },
            new("stream", new TextKey(), "Keeps the random draws across a renaming.")
            {
                Absent = "control/AREA/FROM>TO, or control/NAME",
            },
        ]
    )
    {
        Identity = IdentityRule.FromTo,
        Defines = EntityKind.Change,
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
            new("theatre", new ReferenceKey(EntityKind.Theatre), "Theatre whose phases apply.")
            {
                Default = "main",
                Example = "syria",
            },
            new(
                "owner",
                new ReferenceKey(EntityKind.Actor, OrNobody: true),
                "Who it belongs to by law, for maps and reports."
            )
            {
                Default = "nobody",
                Example = "presidency-council",
            },
        ]
    );
}
