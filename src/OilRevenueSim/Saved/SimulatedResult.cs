using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Reporting;

namespace OilRevenueSim;

/// <summary>A result to draw from: a run, a comparison of courses or a sweep. Immutable.</summary>
public sealed class SimulatedResult
{
    private readonly RunResult? run;
    private readonly ComparisonResult? comparison;
    private readonly SweepResult? sweep;

    /// <summary>A run.</summary>
    public SimulatedResult(RunResult run)
    {
        Outline = ResultOutline.Of(run);
        this.run = run;
    }

    /// <summary>A comparison.</summary>
    public SimulatedResult(ComparisonResult comparison)
    {
        Outline = ResultOutline.Of(comparison);
        this.comparison = comparison;
    }

    /// <summary>A sweep.</summary>
    public SimulatedResult(SweepResult sweep)
    {
        Outline = ResultOutline.Of(sweep);
        this.sweep = sweep;
    }

    /// <summary>What it holds.</summary>
    public ResultOutline Outline { get; }

    /// <summary>Draws one figure.</summary>
    /// <param name="kind">Kind that the result can have.</param>
    /// <param name="request">One of <see cref="ChartKind.Figures"/>.</param>
    /// <param name="language">Language of what we write.</param>
    /// <exception cref="ArgumentException">The chart cannot be made; says what would help.</exception>
    /// <exception cref="InvalidOperationException">There is nothing to draw; says why.</exception>
    public Figure Draw(ChartKind kind, ChartRequest request, Language language)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return run is not null ? kind.Draw(run, request, language)
            : comparison is not null ? kind.Draw(comparison, request, language)
            : kind.Draw(sweep!, request, language);
    }
}
