using System.Collections.Immutable;
using OilRevenueSim.Core.Simulation;

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
                FromRun = (run, request, _) => run.Exceedance(request.Actor),
            },
            new()
            {
                Name = "fan",
                Purpose = "monthly oil revenue as bands of futures",
                WhenToUse =
                    "Use it to show how much money comes in each month and how sure that is. "
                    + "Bands hold month by month, not for one future from start to end: for that use timeline.",
                Needs = [ChartChoice.Earner],
                FromRun = (run, request, _) => run.Fan(request.Actor),
            },
            new()
            {
                Name = "sources",
                Purpose = "mean monthly oil revenue by field and levy",
                WhenToUse =
                    "Use it to show where the money comes from, on average over all futures. "
                    + "A mean hides that most futures may bring nothing: show exceedance beside it.",
                Needs = [ChartChoice.Earner],
                FromRun = (run, request, _) => run.Sources(request.Actor),
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
                FromRun = (run, request, _) => run.Levels(request.Actor),
            },
            new()
            {
                Name = "money",
                Purpose = "who gets what, and what nobody gets",
                WhenToUse =
                    "Use it to set all actors side by side, with the revenue that a state forgoes and the damage. "
                    + "Its columns are not to be added up, and it has no months.",
                FromRun = (run, _, _) => run.Money(),
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
                FromRun = (run, request, _) => run.Series(ReportQuantity.Gross.Name, request.Actor).Convergence(),
            },
        ];
}
