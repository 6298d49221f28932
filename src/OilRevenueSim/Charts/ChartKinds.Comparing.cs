using System.Collections.Immutable;

namespace OilRevenueSim;

/// <content>Courses against each other.</content>
public static partial class ChartKinds
{
    private static ImmutableArray<ChartKind> Comparing =>
        [
            new()
            {
                Name = "courses",
                Purpose = "what each course changes, how surely, and who pays, in one table",
                WhenToUse =
                    "Use it to choose between courses of action, or to show a choice that was made. "
                    + "Means hide the tails: quantiles shows those.",
                Needs = [ChartChoice.InFocus with { WhenNone = null, IsFirstNamed = false }],
                FromComparison = (comparison, request, language) => comparison.Courses(request["actor"], language),
            },
            new()
            {
                Name = "quantiles",
                Purpose = "poor, middling and rich futures of each course, linked",
                WhenToUse =
                    "Use it to show whether a course takes from the rich futures or from all of them. "
                    + "It adds the months up; for when a course bites use difference.",
                Needs = [ChartChoice.InFocus],
                FromComparison = (comparison, request, language) => comparison.Quantiles(request.Actor, language),
            },
            new()
            {
                Name = "difference",
                Purpose = "what a course changes month by month, future by future",
                WhenToUse =
                    "Use it to show when a course begins to bite and how sure that is. "
                    + "It shows one course against the first; for many at once use courses.",
                Needs = [ChartChoice.InFocus, ChartChoice.LaterCourse],
                FromComparison = (comparison, request, language) =>
                    comparison.DifferenceFan(request.Actor, request.Course, language),
            },
            new()
            {
                Name = "fans",
                Purpose = "monthly oil revenue under each course, small fans",
                WhenToUse =
                    "Use it to show all courses beside each other, month by month. "
                    + "Each panel is a distribution of its own; what a course changes future by future is in difference.",
                Needs = [ChartChoice.InFocus],
                Takes = [PanelsToShow],
                FromComparison = (comparison, request, language) =>
                    comparison.Fans(request.Actor, most: MostPanels(request), language: language),
            },
        ];
}
