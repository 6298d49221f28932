using System.Collections.Immutable;
using OilRevenueSim.Analysis.Sweeps;

namespace OilRevenueSim;

/// <content>Numbers over ranges of assumptions.</content>
public static partial class ChartKinds
{
    private static ImmutableArray<ChartKind> Sweeping =>
        [
            new()
            {
                Name = "line",
                Purpose = "one number along one assumption that was swept",
                WhenToUse =
                    "Use it to show how much an answer hangs on one assumption, and where the file stands on it. "
                    + "It needs a sweep over one value; the other assumptions stay as they are.",
                Needs = [Swept.Actor, Swept.Quantity, Swept.Statistic, Swept.Course],
                Lacks = outline =>
                    outline.Axes.Length == 1 ? null : "it needs a sweep over one value: oilsim sweep with one --vary",
                FromSweep = (sweep, request, language) =>
                    sweep.Line(
                        request["statistic"],
                        request["actor"],
                        request["quantity"],
                        request["course"],
                        language
                    ),
            },
            new()
            {
                Name = "surface",
                Purpose = "one number over two assumptions that were swept, as a heat map",
                WhenToUse =
                    "Use it to show how two assumptions work together. "
                    + "It needs a sweep over every pair of levels of two values; errors are in the table only.",
                Needs = [Swept.Actor, Swept.Quantity, Swept.Statistic, Swept.Course],
                Lacks = outline =>
                    outline is { Axes.Length: 2, Design.Kind: DesignKind.Factorial }
                        ? null
                        : "it needs a sweep over every pair of levels of two values: oilsim sweep with two --vary",
                FromSweep = (sweep, request, language) =>
                    sweep.Surface(
                        sweep.Axes[0].Address,
                        sweep.Axes[1].Address,
                        request["statistic"],
                        request["actor"],
                        request["quantity"],
                        request["course"],
                        language
                    ),
            },
            new()
            {
                Name = "tornado",
                Purpose = "how far each assumption alone moves one number",
                WhenToUse =
                    "Use it to say which assumptions the answer hangs on, and which the simulation cannot tell from no effect. "
                    + "It moves one at a time; how two work together is in surface.",
                Needs = [Swept.Actor, Swept.Quantity, Swept.Statistic, ChartChoice.AnyCourse],
                Lacks = outline =>
                    outline.Design?.Kind == DesignKind.OneAtATime
                        ? null
                        : "it needs a sweep of values one at a time: oilsim sweep with --design one-at-a-time",
                FromSweep = (sweep, request, language) =>
                    sweep.Tornado(
                        request["statistic"],
                        request["actor"],
                        request["quantity"],
                        request["course"],
                        language
                    ),
            },
        ];

    private static class Swept
    {
        public static ChartChoice Actor { get; } =
            ChartChoice.Earner with
            {
                Known = o => Or(o.Sweep!.Actors, o.Scenario.Focus),
                Usual = null,
            };

        public static ChartChoice Quantity { get; } =
            new("quantity", "quantity, as in summary.csv") { Known = o => o.Sweep!.Quantities, IsAlwaysNamed = false };

        public static ChartChoice Statistic { get; } =
            new("statistic", "statistic, as in summary.csv, e.g. mean or p95")
            {
                Known = o => [.. o.Sweep!.Statistics.Select(s => SweepStatistic.Parse(s).Name)],
                IsAlwaysNamed = false,
            };

        public static ChartChoice Course { get; } = ChartChoice.AnyCourse with { IsAlwaysNamed = false };

        private static ImmutableArray<string> Or(ImmutableArray<string> first, ImmutableArray<string> second) =>
            first.IsEmpty ? second : first;
    }
}
