namespace OilRevenueSim.Scenarios;

// Theatres, attacks, blockades, finance, interventions and courses.
public static partial class DiagnosticTable
{
    internal static readonly DiagnosticRule KeyBelongsInside = Error(
        "ORS2019",
        "The key belongs inside a section of its own",
        "rebels: { treasury: 5 MUSD }"
    );

    internal static readonly DiagnosticRule NegativeDuration = Error(
        "ORS3015",
        "A duration cannot be negative",
        "lasts: -3 months"
    );

    internal static readonly DiagnosticRule ClusteringRunsAway = Error(
        "ORS3016",
        "Each hit would bring one or more others, without end",
        "clustering: { adds: 1.2, fades: 30 days }"
    );

    internal static readonly DiagnosticRule SeizureAboveWhole = Error(
        "ORS3017",
        "More than 100 % of the barrels would be seized",
        "seizure: 120%"
    );

    internal static readonly DiagnosticRule UnknownTheatre = Error("ORS4011", "No such theatre", "theatre: syriah");

    internal static readonly DiagnosticRule UnknownIntervention = Error(
        "ORS4012",
        "No such intervention",
        "courses: { strikes: [air-campain] }"
    );

    internal static readonly DiagnosticRule UnknownObject = Error(
        "ORS4013",
        "Nothing of the kinds that are possible here has this name",
        "targets: [es-sidr.tanks]"
    );

    internal static readonly DiagnosticRule NameTwice = Error(
        "ORS4014",
        "Two things that are named in one place have the same name",
        "a field and a node called zueitina"
    );

    internal static readonly DiagnosticRule PhaseElsewhere = Error(
        "ORS4015",
        "The phase belongs to another theatre",
        "phases: { caliphate: 2 } in an area of Libya"
    );

    internal static readonly DiagnosticRule PhaseAmbiguous = Error(
        "ORS4016",
        "Several theatres have the phase",
        "{ phase: war } where two theatres have it"
    );

    internal static readonly DiagnosticRule AreaInTwoTheatres = Error(
        "ORS5017",
        "An area lies in one theatre",
        "theatre: [libya, syria]"
    );

    internal static readonly DiagnosticRule BlockadeNobodyImposes = Error(
        "ORS5018",
        "Nobody can impose the blockade that is lifted",
        "lift-blockade: es-sider without a blockade there"
    );

    internal static readonly DiagnosticRule TriggerNeverFires = Error(
        "ORS5019",
        "The trigger can never fire",
        "when: { phase: peace } where peace can never rule"
    );

    internal static readonly DiagnosticRule ConditionNeverHolds = Warning(
        "ORS5020",
        "The condition can never hold",
        "while: { holds: tripoli, by: islamic-state }"
    );

    internal static readonly DiagnosticRule HazardTooFast = Error(
        "ORS5021",
        "The hazard would fire more than 1,000 times a step",
        "rate: 2000 per week with step: week"
    );

    internal static readonly DiagnosticRule FinanceMissing = Error(
        "ORS5022",
        "The actor has no finance that this could act on",
        "pay: noc where noc has no finance:"
    );

    internal static readonly DiagnosticRule StrengthIdle = Warning(
        "ORS5023",
        "Neither side has finance, so strength never changes",
        "strength-elasticity: 1 without finance:"
    );

    internal static readonly DiagnosticRule StrikeHitsNothing = Error(
        "ORS5024",
        "The strikes can never hit anything",
        "strikes-on an actor that never holds an asset"
    );

    internal static readonly DiagnosticRule StorageNotAtTerminal = Error(
        "ORS5025",
        "Only terminals have tanks",
        "{ kind: pipeline, storage: { size: 1 mb } }"
    );

    internal static readonly DiagnosticRule TanksWithoutStorage = Error(
        "ORS5026",
        "The node has no tanks",
        "targets: [waha-line.tanks]"
    );

    internal static readonly DiagnosticRule InterventionOutsideHorizon = Warning(
        "ORS5027",
        "The effects lie outside the horizon",
        "from: 2030-01 with end: 2017-12"
    );

    internal static readonly DiagnosticRule InterventionUnused = Warning(
        "ORS5028",
        "No course uses the intervention",
        "courses: { as-it-stands: [] }"
    );

    internal static readonly DiagnosticRule RunningSinceFuture = Error(
        "ORS5029",
        "What runs at the start cannot have begun after it",
        "active-since: 2020-01 with start: 2016-02"
    );

    internal static readonly DiagnosticRule EffectsContradict = Error(
        "ORS5030",
        "Two effects of one intervention contradict one another",
        "close: es-sider and open: es-sider"
    );

    internal static readonly DiagnosticRule StateSetTwice = Warning(
        "ORS5031",
        "Two interventions of a course set the same state on one day; the last by name wins",
        "holder: sirte, twice"
    );

    internal static readonly DiagnosticRule PeriodReversed = Error(
        "ORS5032",
        "The period ends before it begins",
        "from: 2017-01, to: 2016-12"
    );

    internal static readonly DiagnosticRule TransferToItself = Error(
        "ORS5033",
        "An actor pays itself",
        "{ from: guards, to: guards }"
    );

    internal static readonly DiagnosticRule HitWithoutEffect = Warning(
        "ORS5034",
        "A hit does nothing",
        "an attack without damage: and shuts:"
    );

    internal static readonly DiagnosticRule BlockadeNeverRuns = Warning(
        "ORS5035",
        "The blockade can never run",
        "by: lna where lna never holds the place"
    );

    internal static readonly DiagnosticRule ResidualUnknown = Error(
        "ORS5036",
        "The rest of a blockade of unknown age cannot be drawn from this law",
        "active-at-start: true with lasts: beta"
    );

    internal static readonly DiagnosticRule ResidualAssumed = Warning(
        "ORS5037",
        "The age of the running blockade is taken from its equilibrium",
        "active-at-start: true"
    );

    internal static readonly DiagnosticRule BlockadeOver = Error(
        "ORS5038",
        "The running blockade has lasted longer than any can",
        "active-since: 2010-01 with lasts: 3 months"
    );

    internal static readonly DiagnosticRule TakesItself = Error(
        "ORS5039",
        "A change takes its own area with it",
        "takes-with: [sirte] in sirte"
    );

    internal static readonly DiagnosticRule StockAboveSize = Error(
        "ORS5040",
        "The tanks hold more than their size",
        "{ size: 6 mb, stock: 8 mb }"
    );

    internal static readonly DiagnosticRule RatioNeedsOneCondition = Error(
        "ORS5041",
        "A hazard ratio beside while: needs one condition that it can scale",
        "while: two conditions, hazard-ratio: 2"
    );

    internal static readonly DiagnosticRule DelayPassesEnd = Warning(
        "ORS5042",
        "The delay always passes the end, so nothing acts",
        "delay: 12 months, from: 2016-01, to: 2016-06"
    );
}
