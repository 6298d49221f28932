using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Reporting;

namespace OilRevenueSim;

/// <content>Money of one course.</content>
public static partial class ChartKinds
{
    private static ImmutableArray<ChartKind> Revenue =>
        [
            new()
            {
                Name = "exceedance",
                Purpose = "chance of more than an amount of oil revenue",
                WhenToUse =
                    "Use it to say how likely a sum is that matters, such as 10 million dollars, and how likely there is none at all. "
                    + "It adds the months up; for when the money comes use fan.",
                Needs = [ChartChoice.Earner],
                FromRun = (run, request, language) => run.Exceedance(request.Actor, language),
            },
            new()
            {
                Name = "fan",
                Purpose = "monthly oil revenue, or another number of an actor, as bands of futures",
                WhenToUse =
                    "Use it to show how much money comes in each month and how sure that is; --quantity takes treasury_usd, fighters and others. "
                    + "Bands hold month by month, not for one future from start to end: for that use timeline.",
                Needs = [ChartChoice.Earner],
                Takes = [Recorded.OfActor],
                FromRun = (run, request, language) =>
                    request["quantity"] is { } quantity
                        ? Recorded.Fan(run, quantity, request.Actor, null, null, language)
                        : run.Fan(request.Actor, language),
            },
            new()
            {
                Name = "sources",
                Purpose = "mean monthly oil revenue by field and levy",
                WhenToUse =
                    "Use it to show where the money comes from, on average over all futures. "
                    + "A mean hides that most futures may bring nothing: show exceedance beside it.",
                Needs = [ChartChoice.Earner],
                FromRun = (run, request, language) => run.Sources(request.Actor, language),
            },
            new()
            {
                Name = "stack",
                Purpose = "mean monthly oil revenue by source, channel or theatre, of one actor or all",
                WhenToUse =
                    "Use it to show by which market, theft or levy the money comes, or in which theatre, of all actors or of one with --actor. "
                    + "A mean hides that most futures may bring nothing: show exceedance beside it.",
                Needs = [Stacked.By],
                Takes = [ChartChoice.Earner with { Usual = null }],
                FromRun = (run, request, language) =>
                    Figure.From(
                        StackCharts.Of(run.Ensemble, Stacked.Named(request.Chosen("by")), request["actor"], language)
                    ),
            },
            new()
            {
                Name = "earners",
                Purpose = "who keeps the oil money, month by month",
                WhenToUse =
                    "Use it to show who gains and who pays once tolls, shares, costs and transfers are settled, each dollar counted once. "
                    + "It is a mean of net revenue; for gross revenue of one actor use fan.",
                FromRun = (run, _, language) =>
                    Figure.From(StackCharts.Of(run.Ensemble, StackBy.Actor, null, language)),
            },
            new()
            {
                Name = "levels",
                Purpose = "what is not known beside what is chance",
                WhenToUse =
                    "Use it to say how much of the spread better information could take away. "
                    + "It needs a run with --replicates; without them only the sum of both is seen, in exceedance.",
                Needs = [ChartChoice.InFocus],
                Lacks = outline =>
                    outline.Replicates < 2 || outline.Paths / outline.Replicates < 2
                        ? "it needs worlds that several futures share: run again with --replicates 16"
                        : null,
                FromRun = (run, request, language) => run.Levels(request.Actor, language),
            },
            new()
            {
                Name = "money",
                Purpose = "who gets what, and what nobody gets",
                WhenToUse =
                    "Use it to set all actors side by side, with the revenue that a state forgoes and the damage. "
                    + "Its columns are not to be added up, and it has no months.",
                FromRun = (run, _, language) => run.Money(language),
            },
        ];

    private static ImmutableArray<ChartKind> Precise =>
        [
            new()
            {
                Name = "convergence",
                Purpose = "mean revenue over the first futures, to see that it has settled",
                WhenToUse =
                    "Use it to show a sceptic that enough futures were run. "
                    + "It says nothing about the assumptions, and needs a run that kept the value of every future.",
                Needs = [ChartChoice.Earner],
                Lacks = outline =>
                    outline.Replicates > 1 ? "it needs futures that are independent: run again without --replicates"
                    : !outline.KeepsDraws ? "it needs the value of every future: run again with fewer --paths"
                    : outline.Paths < 16 ? "it needs at least 16 futures: run again with more --paths"
                    : null,
                FromRun = (run, request, language) =>
                    run.Series(ReportQuantity.Gross.Name, request.Actor).Convergence(language),
            },
        ];

    private static class Stacked
    {
        private static readonly ImmutableArray<(string Name, StackBy By)> Ways =
        [
            ("channel", StackBy.Channel),
            ("theatre", StackBy.Theatre),
            ("source", StackBy.Source),
        ];

        // One theatre is no stack.
        public static ChartChoice By { get; } =
            new("by", "what is told apart")
            {
                Known = outline =>
                    [
                        .. Ways.Select(w => w.Name)
                            .Where(w => w != "theatre" || StackCharts.TheatresOf(outline.Scenario).Length > 1),
                    ],
            };

        public static StackBy Named(string name) => Ways.First(w => w.Name == name).By;
    }
}
