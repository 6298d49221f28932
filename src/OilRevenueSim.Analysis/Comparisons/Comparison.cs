using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Comparisons;

/// <summary>Courses of action side by side: what each denies, how sure that is, and who pays for it.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Title">Title of the scenario.</param>
/// <param name="Question">The question it answers, or null.</param>
/// <param name="Size">Paths of every course, the same random numbers in all.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Courses">Courses; the first is the one that others are compared with.</param>
/// <param name="Focus">Gross revenue of each focus actor over the whole horizon.</param>
/// <param name="Apart">
/// What stays apart beside or within that revenue, of the focus actors: net revenue where it is another number, sales and levies where
/// both are there, diverted value, income that is not oil.
/// </param>
/// <param name="State">What the state loses over the whole horizon: revenue forgone, and damage where it is recorded.</param>
/// <param name="Others">
/// Net revenue of each other actor for whom a course changes it on any path, or else its transfers where a course changes those; the
/// largest change of a mean first.
/// </param>
public sealed record Comparison(
    string Scenario,
    string Title,
    string? Question,
    RunSize Size,
    ulong Seed,
    ImmutableArray<NamedCourse> Courses,
    ImmutableArray<ComparedNumber> Focus,
    ImmutableArray<ComparedNumber> Apart,
    ImmutableArray<ComparedNumber> State,
    ImmutableArray<ComparedNumber> Others
)
{
    private const string NetRevenue = "net revenue";

    /// <summary>Number of paths of every course.</summary>
    public long Paths => Size.Paths;

    /// <summary>Compares the courses of a result.</summary>
    /// <remarks>
    /// Less money for an actor is better unless it is an owner named in <c>state:</c>, a government or a company; less
    /// forgone revenue and damage is always better.
    /// </remarks>
    public static Comparison From(PairedResult result)
    {
        var first = result.Courses[0];
        var manifest = ResultManifest.From(first);
        var scenario = first.Scenario;
        var state = string.Join(", ", manifest.State.Select(owner => owner.Label));
        return new Comparison(
            manifest.Scenario,
            manifest.Title,
            scenario.Question,
            RunSize.Of(manifest),
            manifest.Seed,
            NamedCourse.Of(result),
            [
                .. manifest
                    .Focus.Select(actor => (actor, key: new SeriesKey(actor.Name, null, null, ReportQuantity.Gross)))
                    .Where(x => result.Series.Contains(x.key))
                    .Select(x =>
                        ComparedNumber.Of(
                            result,
                            x.key,
                            x.actor.Label,
                            "gross oil revenue",
                            IsDenied(scenario, x.actor.Name)
                        )
                    ),
            ],
            [.. manifest.Focus.SelectMany(actor => ApartOf(result, actor, IsDenied(scenario, actor.Name)))],
            [
                .. result
                    .Series.Where(key => key is { Actor: null, Place: null, Channel: null })
                    .Where(key => key.Quantity == ReportQuantity.Forgone || key.Quantity == ReportQuantity.Damage)
                    .Select(key =>
                        ComparedNumber.Of(
                            result,
                            key,
                            state,
                            key.Quantity == ReportQuantity.Damage ? "damage" : "revenue forgone (nobody's income)",
                            lessIsBetter: true
                        )
                    ),
            ],
            OthersOf(result, [.. manifest.Focus.Select(actor => actor.Name)])
        );
    }

    private static ImmutableArray<ComparedNumber> OthersOf(PairedResult result, ImmutableArray<string> focus)
    {
        var known = result.Courses.SelectMany(c => c.Scenario.Actors).DistinctBy(a => a.Name).ToList();
        return
        [
            .. known
                .Where(actor => !focus.Contains(actor.Name))
                .Select(actor =>
                    Of(actor, ReportQuantity.Net, NetRevenue) ?? Of(actor, ReportQuantity.Transfers, "transfers")
                )
                .OfType<ComparedNumber>()
                .OrderByDescending(number => number.Courses.Max(c => Math.Abs(c.Difference?.MeanUsd.Value ?? 0.0))),
        ];

        ComparedNumber? Of(Actor actor, ReportQuantity quantity, string what)
        {
            var key = new SeriesKey(actor.Name, null, null, quantity);
            var number = result.Series.Contains(key)
                ? ComparedNumber.Of(result, key, actor.Label, what, IsDenied(result.Courses[0].Scenario, actor.Name))
                : null;
            return number is not null && number.Courses.Any(c => c.Difference is { ShareEqual.Value: < 1.0 })
                ? number
                : null;
        }
    }

    private static IEnumerable<ComparedNumber> ApartOf(PairedResult result, NamedActor actor, bool lessIsBetter)
    {
        ComparedNumber? Of(ReportQuantity quantity, string what)
        {
            var key = new SeriesKey(actor.Name, null, null, quantity);
            var number = result.Series.Contains(key)
                ? ComparedNumber.Of(result, key, actor.Label, what, lessIsBetter)
                : null;
            return number is not null && number.Courses.Any(c => c.MeanUsd.Value != 0.0) ? number : null;
        }

        var (sales, levies) = (Of(ReportQuantity.Sales, "sales"), Of(ReportQuantity.Levies, "levies"));
        ComparedNumber?[] numbers =
        [
            IsNetAnother(result, actor.Name) ? Of(ReportQuantity.Net, NetRevenue) : null,
            .. sales is not null && levies is not null ? [sales, levies] : Array.Empty<ComparedNumber?>(),
            Of(ReportQuantity.Diverted, "diverted value (not income)"),
            Of(ReportQuantity.OtherIncome, "income beside oil"),
        ];
        return numbers.OfType<ComparedNumber>();
    }

    // Sums of the same terms in another order may differ in their last bits.
    private static bool IsNetAnother(PairedResult result, string actor)
    {
        var net = result.Series.IndexOf(new SeriesKey(actor, null, null, ReportQuantity.Net));
        var gross = result.Series.IndexOf(new SeriesKey(actor, null, null, ReportQuantity.Gross));
        var total = result.Periods.Length - 1;
        static bool Differ(double a, double b) => Math.Abs(a - b) > 1e-9 * Math.Max(Math.Abs(a), Math.Abs(b));
        return net >= 0
            && gross >= 0
            && Enumerable
                .Range(0, result.Courses.Length)
                .Select(k => (Net: result.Level(k, net, total), Gross: result.Level(k, gross, total)))
                .Any(x =>
                    Differ(x.Net.Mean, x.Gross.Mean) || Differ(x.Net.Min, x.Gross.Min) || Differ(x.Net.Max, x.Gross.Max)
                );
    }

    private static bool IsDenied(Scenario scenario, string actor) =>
        !scenario.State.Contains(actor)
        && scenario.Actors.FirstOrDefault(a => a.Name == actor)?.Kind
            is not (ActorKind.Government or ActorKind.Company);
}

/// <summary>A course of action.</summary>
/// <param name="Name">Name in the scenario; for a comparison of two scenarios, the scenario's name.</param>
/// <param name="Label">Name for readers.</param>
public sealed record NamedCourse(string Name, string Label)
{
    /// <summary>Courses of a result, in its order.</summary>
    public static ImmutableArray<NamedCourse> Of(PairedResult result)
    {
        var isOneScenario = result.Courses.All(c => c.Manifest.ContentHash == result.Courses[0].Manifest.ContentHash);
        var isOneTitle = result.Courses.All(c => c.Scenario.Title == result.Courses[0].Scenario.Title);
        var courses = result
            .Courses.Select(c =>
                isOneScenario && c.Scenario.Name == result.Courses[0].Scenario.Name
                    ? new NamedCourse(c.Manifest.Course, LabelOf(c.Scenario, c.Manifest.Course))
                    : new NamedCourse(c.Scenario.Name, isOneTitle ? Readable.Name(c.Scenario.Name) : c.Scenario.Title)
            )
            .ToList();
        // Two files of one name and title: tell them apart by their place.
        return courses.DistinctBy(c => c.Label).Count() == courses.Count
            ? [.. courses]
            : [.. courses.Select((c, k) => c with { Label = $"{c.Label} ({(char)('A' + k)})" })];
    }

    private static string LabelOf(Scenario scenario, string course) =>
        scenario.Courses.FirstOrDefault(c => c.Name == course) is { Label.Length: > 0 } named
            ? named.Label
            : Readable.Name(course);
}

/// <summary>One number in every course.</summary>
/// <param name="Key">Series it is.</param>
/// <param name="Subject">Whose number it is, for readers.</param>
/// <param name="What">What it is, e.g. <c>gross oil revenue</c>.</param>
/// <param name="LessIsBetter">True where a course is better the smaller the number.</param>
/// <param name="Courses">The number by course, in the order of the comparison.</param>
public sealed record ComparedNumber(
    SeriesKey Key,
    string Subject,
    string What,
    bool LessIsBetter,
    ImmutableArray<CourseNumber> Courses
)
{
    /// <summary>Course with the best mean; the earliest of equals.</summary>
    public int Best =>
        LessIsBetter
            ? Courses.IndexOf(Courses.MinBy(c => c.MeanUsd.Value)!)
            : Courses.IndexOf(Courses.MaxBy(c => c.MeanUsd.Value)!);

    internal static ComparedNumber Of(
        PairedResult result,
        SeriesKey key,
        string subject,
        string what,
        bool lessIsBetter
    )
    {
        var series = result.Series.IndexOf(key);
        var total = result.Periods.Length - 1;
        var courses = Enumerable.Range(0, result.Courses.Length).ToArray();
        double[] means = [.. courses.Select(k => result.Level(k, series, total).Mean)];
        return new ComparedNumber(
            key,
            subject,
            what,
            lessIsBetter,
            [
                .. courses.Select(k =>
                {
                    var level = result.Level(k, series, total);
                    var regret = result.Regret(k, series, lessIsBetter);
                    return new CourseNumber(
                        MeanEstimate.Of(level),
                        level.StandardError,
                        k == 0 ? null : CourseDifference.Of(result.Difference(k, series, total), lessIsBetter),
                        MeanEstimate.Of(regret),
                        lessIsBetter ? means[k] - means.Min() : means.Max() - means[k],
                        ProbabilityEstimate.Of(
                            regret.Count - regret.PositiveCount,
                            regret.Count,
                            regret.Parts?.PositiveShareError,
                            regret.Parts
                        )
                    );
                }),
            ]
        );
    }
}

/// <summary>A number in one course.</summary>
/// <param name="MeanUsd">Mean over all paths.</param>
/// <param name="StandardErrorUsd">Standard error of that mean.</param>
/// <param name="Difference">Paired difference from the first course; null for the first itself.</param>
/// <param name="RegretUsd">Mean over paths of the distance from the best course of each path: what perfect foresight would be worth.</param>
/// <param name="RegretOfMeansUsd">Distance of its mean from the best mean: what choosing it once for all costs.</param>
/// <param name="ShareBest">Share of paths on which no course is better.</param>
public sealed record CourseNumber(
    Estimate MeanUsd,
    double StandardErrorUsd,
    CourseDifference? Difference,
    Estimate RegretUsd,
    double RegretOfMeansUsd,
    Estimate ShareBest
);

/// <summary>A course less the first course, path by path under the same random numbers.</summary>
/// <param name="MeanUsd">Mean difference with its 95 % interval.</param>
/// <param name="StandardErrorUsd">Standard error of the mean difference.</param>
/// <param name="ShareBetter">Share of paths on which the course is strictly better.</param>
/// <param name="ShareEqual">Share of paths on which both are equal.</param>
/// <param name="ShareWorse">Share of paths on which the course is strictly worse.</param>
/// <param name="ProbabilityMeanBetter">
/// Probability that the course's true mean is better, by the normal approximation of the paired mean: Φ(gain / standard error); null
/// where both are equal on every path.
/// </param>
/// <param name="Correlation">Correlation of the two over paths, or null where one does not vary.</param>
/// <param name="VarianceReduction">
/// How many times more paths independent seeds would need for the same standard error; infinite where the difference does not vary,
/// null where neither number does.
/// </param>
public sealed record CourseDifference(
    Estimate MeanUsd,
    double StandardErrorUsd,
    Estimate ShareBetter,
    Estimate ShareEqual,
    Estimate ShareWorse,
    double? ProbabilityMeanBetter,
    double? Correlation,
    double? VarianceReduction
)
{
    /// <summary>True when the 95 % interval of the mean difference leaves out zero.</summary>
    public bool IsShown => MeanUsd is { Low: > 0.0 } or { High: < 0.0 };

    /// <summary>True when it is shown, or is the same on every path and not zero.</summary>
    internal bool IsKnown => IsShown || (StandardErrorUsd == 0.0 && MeanUsd.Value != 0.0);

    internal static CourseDifference Of(PairedDifference difference, bool lessIsBetter)
    {
        var statistics = difference.Statistics;
        var count = statistics.Count;
        var parts = statistics.Parts;
        var greater = ProbabilityEstimate.AboveZero(statistics);
        var less = ProbabilityEstimate.Of(difference.LessCount, count, parts?.NegativeShareError, parts);
        var (better, worse) = lessIsBetter ? (less, greater) : (greater, less);
        return new CourseDifference(
            MeanEstimate.Of(statistics),
            statistics.StandardError,
            better,
            ProbabilityEstimate.Of(difference.EqualCount, count, parts?.ZeroShareError, parts),
            worse,
            MeanBetter(lessIsBetter ? -statistics.Mean : statistics.Mean, statistics.StandardError),
            difference.Correlation,
            difference.VarianceReduction
        );
    }

    private static double? MeanBetter(double gain, double standardError) =>
        (gain, standardError) switch
        {
            (0.0, 0.0) => null,
            (_, 0.0) => gain > 0.0 ? 1.0 : 0.0,
            // Rounded so that another C library's last bit is not seen.
            _ => SignificantDigits.Round(Normal.CDF(0.0, 1.0, gain / standardError), 12),
        };
}
