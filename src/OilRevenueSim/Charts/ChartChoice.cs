using System.Collections.Immutable;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim;

/// <summary>Something that a reader chooses for a chart, e.g. whose money it shows; <c>--NAME</c> on the command line. Immutable.</summary>
/// <param name="Name">Name, the same in every kind that asks for it, e.g. <c>actor</c>.</param>
/// <param name="Purpose">What it chooses, one line of help.</param>
public sealed record ChartChoice(string Name, string Purpose)
{
    /// <summary>All that may be chosen of a result; null where it is free, e.g. a number.</summary>
    public Func<ResultOutline, ImmutableArray<string>>? Known { get; init; }

    /// <summary>What is drawn where nothing is chosen, a figure each; null means all of <see cref="Known"/> of a kind that needs the choice.</summary>
    public Func<ResultOutline, ImmutableArray<string>>? Usual { get; init; }

    /// <summary>What is missing where there is nothing to choose from, and what would give it; null where a chart can do without.</summary>
    public string? WhenNone { get; init; } = "there is none in this scenario";

    /// <summary>False where the name of a file leaves it out as long as there is nothing else to choose.</summary>
    public bool IsAlwaysNamed { get; init; } = true;

    /// <summary>False where the name of a file leaves out the first that there is to choose.</summary>
    public bool IsFirstNamed { get; init; } = true;

    /// <summary>An actor whose gross revenue is recorded; those in focus where none is chosen.</summary>
    public static ChartChoice Earner { get; } =
        new("actor", "actor whose money or territory is shown")
        {
            Known = Earners,
            Usual = outline =>
                outline.Scenario.Focus.IsEmpty
                    ? Earners(outline)
                    : [.. outline.Scenario.Focus.Where(Earners(outline).Contains)],
            WhenNone = "no actor has oil revenue: name one in focus:, or let a field or a toll pay one",
        };

    /// <summary>An actor in focus; without <c>focus:</c>, every one whose gross revenue is recorded.</summary>
    public static ChartChoice InFocus { get; } =
        Earner with
        {
            Known = Earner.Usual,
            WhenNone = "no actor in focus has oil revenue: name one in focus:",
        };

    /// <summary>An area.</summary>
    public static ChartChoice Area { get; } =
        new("area", "area that is shown")
        {
            Known = outline => [.. outline.Scenario.Areas.Select(a => a.Name)],
            WhenNone = "the scenario has no areas",
        };

    /// <summary>A benchmark.</summary>
    public static ChartChoice Benchmark { get; } =
        new("benchmark", "benchmark whose price is shown")
        {
            Known = outline => [.. outline.Scenario.Benchmarks.Select(b => b.Name)],
            WhenNone = "the scenario has no benchmarks",
        };

    /// <summary>A market.</summary>
    public static ChartChoice Market { get; } =
        new("market", "market whose price or sales are shown")
        {
            Known = outline => [.. outline.Scenario.Markets.Select(m => m.Name)],
            WhenNone = "the scenario has no markets",
        };

    /// <summary>A course that was run.</summary>
    public static ChartChoice AnyCourse { get; } =
        new("course", "course of action that is shown") { Known = outline => outline.Courses };

    /// <summary>A course that is compared with the first.</summary>
    public static ChartChoice LaterCourse { get; } =
        AnyCourse with
        {
            Known = outline => [.. outline.Courses.Skip(1)],
            WhenNone = "one course alone has no difference: oilsim compare gives one",
        };

    private static ImmutableArray<string> Earners(ResultOutline outline) =>
        [
            .. outline
                .Series.Where(s =>
                    s.Quantity == ReportQuantity.Gross && s is { Actor: not null, Place: null, Channel: null }
                )
                .Select(s => s.Actor!),
        ];
}
