using System.Collections.Immutable;
using System.Globalization;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Comparisons;

/// <summary>What differs between two scenarios or two results: which assumptions, which headline numbers, by how much.</summary>
/// <param name="Old">First of the two.</param>
/// <param name="New">Second of the two.</param>
/// <param name="Assumptions">Assumptions that differ, ordinal order of address.</param>
/// <param name="Headlines">Headline numbers of both, those that one of them lacks included.</param>
/// <param name="IsPaired">True when both were run on the same random numbers here, so that differences of means have an error.</param>
/// <param name="Remarks">What must be said beside it: other seed, other number of paths, nothing found although the content differs.</param>
public sealed record ScenarioDiff(
    DiffSide Old,
    DiffSide New,
    ImmutableArray<AssumptionChange> Assumptions,
    ImmutableArray<HeadlineChange> Headlines,
    bool IsPaired,
    ImmutableArray<string> Remarks
)
{
    /// <summary>Difference of two results that were written.</summary>
    public static ScenarioDiff Between(DiffSide old, DiffSide @new) => Make(old, @new, null);

    /// <summary>Difference of the first two plans of a paired run.</summary>
    /// <exception cref="ArgumentException">The result has one plan only.</exception>
    public static ScenarioDiff From(PairedResult result)
    {
        if (result.Courses.Length < 2)
        {
            throw new ArgumentException("Two results are needed.", nameof(result));
        }

        var names = NamedCourse.Of(result);
        return Make(
            DiffSide.Of(result.Courses[0]) with
            {
                Name = names[0].Label,
            },
            DiffSide.Of(result.Courses[1]) with
            {
                Name = names[1].Label,
            },
            Comparison.From(result)
        );
    }

    private static ScenarioDiff Make(DiffSide old, DiffSide @new, Comparison? paired)
    {
        var changes = AssumptionChange.Between(old.Manifest, @new.Manifest);
        return new ScenarioDiff(
            old,
            @new,
            changes,
            HeadlineChange.Between(old.Headline, @new.Headline, paired),
            paired is not null,
            [.. RemarksOn(old.Manifest, @new.Manifest, changes, paired is not null)]
        );
    }

    private static IEnumerable<string> RemarksOn(
        ResultManifest old,
        ResultManifest @new,
        ImmutableArray<AssumptionChange> changes,
        bool isPaired
    )
    {
        if (old.Assumptions.IsDefaultOrEmpty || @new.Assumptions.IsDefaultOrEmpty)
        {
            yield return "One of the results was written by an earlier version that kept no assumptions: they cannot be compared.";
        }
        else if (changes.IsEmpty && old.ContentHash == @new.ContentHash)
        {
            yield return "Both mean exactly the same scenario and course.";
        }
        else if (changes.IsEmpty)
        {
            yield return "No number and no listed fact differs, but the content hash does: they differ in the wiring of a rule.";
        }

        if ((old.Seed, RunSize.Of(old)) != (@new.Seed, RunSize.Of(@new)))
        {
            yield return $"They were run with {RunSize.Of(old)}, seed {old.Seed}, and "
                + $"{RunSize.Of(@new)}, seed {@new.Seed}: part of every difference is chance.";
        }
        else if (!isPaired)
        {
            yield return "Two written results do not tell the error of a difference; give the two scenario files for that.";
        }

        if (old.EngineVersion != @new.EngineVersion)
        {
            yield return $"They come from two versions of the engine, {old.EngineVersion} and {@new.EngineVersion}.";
        }
    }
}

/// <summary>One of two things that are compared.</summary>
/// <param name="Name">Name for readers: title, course or folder.</param>
/// <param name="Manifest">What determines it, with its assumptions.</param>
/// <param name="Headline">Its headline.</param>
public sealed record DiffSide(string Name, ResultManifest Manifest, Headline Headline)
{
    /// <summary>A result in memory.</summary>
    public static DiffSide Of(EnsembleResult result) =>
        new($"{result.Scenario.Title}, {result.Manifest.Course}", ResultManifest.From(result), Headline.From(result));

    /// <summary>A result that was written.</summary>
    /// <param name="folder">Folder of the result.</param>
    /// <param name="reason">Why there is none, or null.</param>
    public static DiffSide? Read(string folder, out string? reason)
    {
        var headline = ResultFolder.ReadHeadline(folder, out reason);
        return headline is null ? null : new DiffSide(folder, ResultFolder.ReadManifest(folder)!, headline);
    }
}

/// <summary>An assumption that differs.</summary>
/// <param name="Address">Its address.</param>
/// <param name="OldText">Text in the first; null where it is not there.</param>
/// <param name="NewText">Text in the second; null where it is not there.</param>
/// <param name="OldRange">Central 90 % range in the first; null for a fact.</param>
/// <param name="NewRange">Central 90 % range in the second; null for a fact.</param>
public sealed record AssumptionChange(
    string Address,
    string? OldText,
    string? NewText,
    string? OldRange,
    string? NewRange
)
{
    internal static ImmutableArray<AssumptionChange> Between(ResultManifest old, ResultManifest @new)
    {
        if (old.Assumptions.IsDefaultOrEmpty || @new.Assumptions.IsDefaultOrEmpty)
        {
            return [];
        }

        var before = old.Assumptions.ToDictionary(a => a.Address, StringComparer.Ordinal);
        var after = @new.Assumptions.ToDictionary(a => a.Address, StringComparer.Ordinal);
        var changes = before
            .Keys.Union(after.Keys, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(address => (Old: before.GetValueOrDefault(address), New: after.GetValueOrDefault(address)))
            .Where(x => x.Old is null || x.New is null || !x.Old.MeansTheSameAs(x.New))
            .Select(x => new AssumptionChange(
                (x.Old ?? x.New)!.Address,
                TextOf(x.Old),
                TextOf(x.New),
                x.Old?.Range,
                x.New?.Range
            ));
        return old.Course == @new.Course
            ? [.. changes]
            : [new AssumptionChange("course", old.Course, @new.Course, null, null), .. changes];
    }

    private static string? TextOf(Assumption? assumption) =>
        assumption switch
        {
            null => null,
            { Text.Length: 0, Range: { } range } => range,
            { Text.Length: 0 } => "none",
            _ => assumption.Text,
        };
}

/// <summary>A headline number in both.</summary>
/// <param name="Subject">Whose number it is.</param>
/// <param name="Label">What it says.</param>
/// <param name="Old">Number in the first as read aloud; null where it is not there.</param>
/// <param name="New">Number in the second as read aloud; null where it is not there.</param>
/// <param name="Change">New less old as read aloud; null where one is missing or nothing changed.</param>
public sealed record HeadlineChange(string Subject, string Label, string? Old, string? New, string? Change)
{
    internal static ImmutableArray<HeadlineChange> Between(Headline old, Headline @new, Comparison? paired)
    {
        var before = Numbers(old, paired, isNew: false).ToList();
        var after = Numbers(@new, paired, isNew: true).ToList();
        return
        [
            .. before
                .Concat(after)
                .Select(n => n.Key)
                .Distinct(StringComparer.Ordinal)
                .Select(key => (Old: before.Find(n => n.Key == key), New: after.Find(n => n.Key == key)))
                .Select(x => new HeadlineChange(
                    (x.New ?? x.Old)!.Subject,
                    (x.New ?? x.Old)!.Label,
                    x.Old?.Text,
                    x.New?.Text,
                    ChangeOf(x.Old, x.New)
                )),
        ];
    }

    private static string? ChangeOf(Number? old, Number? @new)
    {
        if (old is null || @new is null)
        {
            return null;
        }

        if (@new.Paired is { } paired)
        {
            return ComparisonWords.ChangeWithInterval(paired);
        }

        var change = @new.Value - old.Value;
        return change == 0.0 ? null
            : @new.IsMoney ? ComparisonWords.Change(change)
            : Points(change);
    }

    private static string Points(double change) =>
        (100.0 * change).ToString("+0.##;−0.##", CultureInfo.InvariantCulture) + " percentage points";

    private static IEnumerable<Number> Numbers(Headline headline, Comparison? paired, bool isNew)
    {
        Estimate? PairedMean(SeriesKey key) =>
            isNew
                ? paired?.Focus.Concat(paired.State).FirstOrDefault(n => n.Key == key)?.Courses[1].Difference?.MeanUsd
                : null;
        foreach (var actor in headline.Actors)
        {
            var key = new SeriesKey(actor.Actor, null, null, ReportQuantity.Gross);
            Number Money(string name, string label, Estimate value) =>
                new(actor.Label, $"{actor.Actor}/{name}", label, value.Value, Readable.Money(value.Value), true, null);
            yield return Money("mean", "mean over all paths", actor.Mean) with
            {
                Paired = PairedMean(key),
            };
            yield return Money("p50", "median", actor.P50);
            yield return Money("p95", "95 % quantile", actor.P95);
            yield return Share(actor, "p_any", "chance of any oil revenue", actor.ProbabilityAny);
            foreach (var threshold in actor.Thresholds)
            {
                var usd = threshold.ThresholdUsd;
                yield return Share(
                    actor,
                    $"p_over/{usd.ToString("R", CultureInfo.InvariantCulture)}",
                    $"chance of more than {Readable.ExactMoney(usd)}",
                    threshold.Probability
                );
            }
        }

        if (headline.Forgone is { } forgone)
        {
            yield return new Number(
                string.Join(", ", forgone.Owners.Select(o => o.Label)),
                "forgone",
                "mean revenue forgone by the state",
                forgone.MeanUsd.Value,
                Readable.Money(forgone.MeanUsd.Value),
                true,
                PairedMean(new SeriesKey(null, null, null, ReportQuantity.Forgone))
            );
        }
    }

    private static Number Share(ActorHeadline actor, string name, string label, Estimate value) =>
        new(actor.Label, $"{actor.Actor}/{name}", label, value.Value, Readable.Probability(value), false, null);

    private sealed record Number(
        string Subject,
        string Key,
        string Label,
        double Value,
        string Text,
        bool IsMoney,
        Estimate? Paired
    );
}
