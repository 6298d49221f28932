using System.Collections.Immutable;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Comparisons;

/// <summary>What halving the step does to the means of a run: the error that the length of its step makes.</summary>
/// <remarks>
/// Hazards and prices are held within a step, so a mean errs to first order in its length: with m(Δ) = m(0) + CΔ the error that is left at
/// the step as written, m(Δ) − m(0), is twice m(Δ) − m(Δ/2). Both runs spend the same clocks; prices of the halved steps are new
/// draws of the same law, whose error the paired interval holds (model.md §11).
/// </remarks>
/// <param name="Numbers">Means over the whole horizon of the focus actors and of the state.</param>
/// <param name="Tolerance">Share of a mean by which halving may move it.</param>
public sealed record StepCheck(ImmutableArray<StepCheckNumber> Numbers, double Tolerance)
{
    /// <summary>True where no number is shown to move by more than the tolerance.</summary>
    public bool Holds => Numbers.All(n => n.Verdict != StepVerdict.Moves);

    /// <summary>Checks a run in lockstep of a plan and of the same plan with its steps halved.</summary>
    /// <param name="result">The plan as written, then halved.</param>
    /// <param name="tolerance">Share of a mean by which halving may move it, above 0.</param>
    /// <exception cref="ArgumentException">There are not two results.</exception>
    public static StepCheck From(PairedResult result, double tolerance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tolerance);
        if (result.Courses.Length != 2)
        {
            throw new ArgumentException("Two results are needed: the steps as written, and halved.", nameof(result));
        }

        var comparison = Comparison.From(result);
        return new StepCheck(
            [
                .. comparison
                    .Focus.Concat(comparison.Apart)
                    .Concat(comparison.State)
                    .Select(number => StepCheckNumber.Of(number, tolerance)),
            ],
            tolerance
        );
    }
}

/// <summary>What is known of a mean.</summary>
public enum StepVerdict
{
    /// <summary>The whole interval of the change lies within the tolerance.</summary>
    Within,

    /// <summary>The interval reaches beyond the tolerance: too few paths to tell.</summary>
    Unknown,

    /// <summary>The whole interval lies beyond the tolerance.</summary>
    Moves,
}

/// <summary>A mean with the step as written and halved.</summary>
/// <param name="Subject">Whose number it is, for readers.</param>
/// <param name="What">What it is.</param>
/// <param name="MeanUsd">Mean with the step as written.</param>
/// <param name="HalvedMeanUsd">Mean with the steps halved.</param>
/// <param name="ChangeUsd">Paired difference, halved less written, with its 95 % interval.</param>
/// <param name="Verdict">What that says.</param>
public sealed record StepCheckNumber(
    string Subject,
    string What,
    Estimate MeanUsd,
    Estimate HalvedMeanUsd,
    Estimate ChangeUsd,
    StepVerdict Verdict
)
{
    internal static StepCheckNumber Of(ComparedNumber number, double tolerance)
    {
        var (written, halved) = (number.Courses[0], number.Courses[1]);
        var change = halved.Difference!.MeanUsd;
        return new StepCheckNumber(
            number.Subject,
            number.What,
            written.MeanUsd,
            halved.MeanUsd,
            change,
            Judge(change, tolerance * Math.Abs(written.MeanUsd.Value))
        );
    }

    /// <summary>Compares the interval of a change with what may change.</summary>
    /// <param name="change">Change with its interval; without one it is known exactly.</param>
    /// <param name="most">Most that may change, USD.</param>
    public static StepVerdict Judge(Estimate change, double most)
    {
        var (low, high) = (change.Low ?? change.Value, change.High ?? change.Value);
        return low > most || high < -most ? StepVerdict.Moves
            : low >= -most && high <= most ? StepVerdict.Within
            : StepVerdict.Unknown;
    }
}
