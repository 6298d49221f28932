using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Units;
using OilRevenueSim.Scenarios.Quantities;

namespace OilRevenueSim.Scenarios.Catalogue;

/// <summary>
/// The one table of the format: every key with its place, kind, unit, range, default and meaning. It drives parsing, checks, hints,
/// the JSON Schema and the reference page.
/// </summary>
internal static class ParameterCatalogue
{
    /// <summary>Long form of a quantity.</summary>
    public static readonly SectionShape Quantity = new(
        "quantity",
        "A quantity written long, with its source.",
        [
            new("value", new TextKey(), "The quantity.") { Group = "law", Example = "25 to 45 kb/d" },
            new("median", new TextKey(), "Median of a lognormal law, with p95:.")
            {
                Group = "law",
                Example = "3 months",
            },
            new("p95", new TextKey(), "95 % quantile of a lognormal law, with median:.")
            {
                Required = true,
                Only = new KeyCondition("median"),
                Example = "24 months",
            },
            new("mean", new TextKey(), "Mean of a normal law, with sd:.") { Group = "law", Example = "35 kb/d" },
            new("sd", new TextKey(), "Standard deviation of a normal law, with mean:.")
            {
                Required = true,
                Only = new KeyCondition("mean"),
                Example = "5 kb/d",
            },
            new("low", new TextKey(), "Lower end of a 90 % interval, with high:.")
            {
                Group = "law",
                Example = "25 kb/d",
            },
            new("high", new TextKey(), "Upper end of a 90 % interval, with low:.")
            {
                Required = true,
                Only = new KeyCondition("low"),
                Example = "45 kb/d",
            },
            new("source", new TextKey(), "Where the number comes from.")
            {
                Absent = "not said",
                Example = "\"NOC, 2012\"",
            },
            new("grade", new ChoiceKey(["read", "reported", "recalled", "assumption"], []), "How it was obtained.")
            {
                Absent = "not said",
                Example = "reported",
            },
            new("date", new TextKey(), "Date of the figure.") { Absent = "not said", Example = "2012-06" },
            new("note", new TextKey(), "Remark; for an assumption, the reason.") { Absent = "none" },
            new(
                "domain",
                new ChoiceKey(["share", "positive", "nonneg", "real"], []),
                "Under parameters: only: which numbers it can be."
            )
            {
                Absent = "share for percentages, else positive",
                Example = "real",
            },
        ]
    )
    {
        RequiredGroups = ["law"],
    };

    /// <summary>A table of joint draws.</summary>
    public static readonly SectionShape Draws = new(
        "draws",
        "A table whose rows are joint draws, such as a posterior sample: each world takes one row, in place of the laws of its columns.",
        [
            new(
                "file",
                new TextKey(),
                "CSV file in this folder or below: a header of ADDRESS [UNIT] for each column, then a line for each draw."
            )
            {
                Required = true,
                Example = "posterior.csv",
            },
            .. Quantity.Keys.Where(k => k.Name is "source" or "grade" or "date" or "note"),
        ]
    );

    /// <summary>The top level of a file.</summary>
    public static readonly SectionShape Top = new(
        "scenario",
        "A scenario: what is known about the world at the start, and what may happen to it.",
        [
            new("schema", new WholeNumberKey(1, 1), "Version of the format.") { Required = true, Example = "1" },
            new("title", new TextKey(), "Title for readers.") { Required = true, Example = "Sirte 2016" },
            new("question", new TextKey(), "The question it answers.") { Absent = "none" },
            new("start", new DateKey(), "First day; a month means its first day.")
            {
                Required = true,
                Example = "2016-02",
            },
            new("end", new DateKey(LastOfMonth: true), "Last day, inclusive; a month means its last day.")
            {
                Required = true,
                Example = "2017-12",
            },
            new("step", new ChoiceKey(["day", "week", "month"], []), "Length of a step.")
            {
                Default = "month",
                Example = "week",
            },
            new("thresholds", new AmountsKey(Rules.Money), "Amounts of money whose passing is reported.")
            {
                Absent = "none",
                Example = "[10 MUSD, 100 MUSD, 1 bnUSD]",
            },
            new("focus", new ReferencesKey(EntityKind.Actor), "Actors whose money the headline is about.")
            {
                Absent = "none",
                Example = "[islamic-state]",
            },
            new("state", new ReferencesKey(EntityKind.Actor), "Owners whose forgone revenue the headline sums.")
            {
                Absent = "every owner",
                Example = "[noc]",
            },
            new("include", new IncludeKey(), "Files with parts of the world, in this folder or below.")
            {
                Absent = "none",
                Example = "world.yaml",
            },
            new("parameters", new ParametersKey(), "Named quantities: one draw however often one is named.")
            {
                Absent = "none",
                Joining = Joining.Unite,
            },
            new(
                "draws",
                new NamedSectionsKey(EntityKind.Draws, Draws),
                "Tables of joint draws that replace the laws of quantities."
            )
            {
                Absent = "none",
                Joining = Joining.Unite,
                Example = "{ posterior: { file: posterior.csv } }",
            },
            new("benchmarks", new NamedSectionsKey(EntityKind.Benchmark, PriceKeys.Benchmark), "Reference prices.")
            {
                Joining = Joining.Unite,
            },
            new(
                "price-correlations",
                new PriceCorrelationsKey(),
                "Correlations of the random movements of gbm, schwartz and schwartz-smith benchmarks: [benchmark, benchmark, r]; of schwartz-smith, NAME.short or NAME.long."
            )
            {
                Absent = "none",
                Joining = Joining.Append,
                Example = "[[brent, dubai, 0.9]]",
            },
            new(
                "actors",
                new NamedSectionsKey(EntityKind.Actor, ControlKeys.Actor),
                "Who may hold, own, sell or get a share; at most 15."
            )
            {
                Joining = Joining.Unite,
            },
            new("phases", new SectionKey(ControlKeys.Phases), "The political situation and its changes.")
            {
                Absent = "one situation",
                Joining = Joining.Inside,
            },
            new("areas", new NamedSectionsKey(EntityKind.Area, ControlKeys.Area), "The units of control.")
            {
                Joining = Joining.Unite,
            },
            new(
                "fields",
                new NamedSectionsKey(EntityKind.Field, ProductionKeys.Field),
                "Oil fields, or groups of them."
            )
            {
                Joining = Joining.Unite,
            },
            new("nodes", new NamedSectionsKey(EntityKind.Node, ProductionKeys.Node), "Pipelines, terminals, crossings.")
            {
                Joining = Joining.Unite,
            },
            new("markets", new NamedSectionsKey(EntityKind.Market, MarketKeys.Market), "Where oil is sold.")
            {
                Joining = Joining.Unite,
            },
            new("routes", new ItemsKey(MarketKeys.Route), "Ways from fields to markets, in order of priority.")
            {
                Joining = Joining.Append,
            },
            new("passage", new ItemsKey(MarketKeys.Passage), "Who lets whom through.")
            {
                Absent = "pass if aligned, else block",
                Joining = Joining.Append,
            },
            new(
                "theatres",
                new NamedSectionsKey(EntityKind.Theatre, ControlKeys.Theatre),
                "Further countries or regions with phases of their own."
            )
            {
                Absent = "one theatre, main, with the top-level phases:",
                Joining = Joining.Unite,
            },
            new("taps", new ItemsKey(ConflictKeys.Tap), "Theft of what flows through nodes.")
            {
                Absent = "none",
                Joining = Joining.Append,
            },
            new("transfers", new ItemsKey(ConflictKeys.Transfer), "Payments between actors, or from outside.")
            {
                Absent = "none",
                Joining = Joining.Append,
            },
            new("blockades", new ItemsKey(ConflictKeys.Blockade), "Places that may be shut for leverage.")
            {
                Absent = "none",
                Joining = Joining.Append,
            },
            new("attacks", new ItemsKey(ConflictKeys.Attack), "Attacks that may damage or shut places.")
            {
                Absent = "none",
                Joining = Joining.Append,
            },
            new(
                "interventions",
                new NamedSectionsKey(EntityKind.Intervention, EffectKeys.Intervention),
                "Dated or triggered effects."
            )
            {
                Absent = "none",
                Joining = Joining.Unite,
            },
            new("courses", new CoursesKey(), "Named sets of interventions to compare; the first is run by default.")
            {
                Absent = "base, with every intervention",
                Example = "{ as-it-stands: [], strikes: [air-campaign] }",
                Joining = Joining.Unite,
            },
            new("correlations", new CorrelationsKey(), "Rank correlations between quantities: [address, address, r].")
            {
                Absent = "none",
                Joining = Joining.Append,
                Example = "[[benchmarks.brent.long-run, benchmarks.brent.volatility, -0.2]]",
            },
            new(
                "record",
                new WordsKey([.. ReportQuantity.All.Select(q => q.Name)]),
                "Quantities to report with quantiles and probabilities; the others beside money have means only. What routes carry is recorded where it is named here, as means."
            )
            {
                Absent = "money of actors",
                Example = "[fighters, treasury_usd]",
            },
        ]
    );

    /// <summary>What the format calls a kind of thing.</summary>
    public static string NameOf(EntityKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Where the things of a kind are defined.</summary>
    public static string SectionOf(EntityKind kind) =>
        kind switch
        {
            EntityKind.Phase => "phases",
            EntityKind.Change => "changes",
            EntityKind.Draws => "draws",
            _ => NameOf(kind) + "s",
        };

    /// <summary>The rule of a parameter from its unit and its <c>domain:</c>.</summary>
    public static QuantityRule ParameterRule(Dimension dimension, Domain? domain) =>
        new(dimension, domain ?? (dimension == Dimension.Share ? Domain.Share : Domain.Positive));
}
