using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Comparisons;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Reporting;

namespace OilRevenueSim;

/// <summary>Courses, or a scenario and its variant, on the same futures. Immutable.</summary>
public sealed class ComparisonResult
{
    private readonly ImmutableArray<string> names;

    internal ComparisonResult(PairedResult paired, ImmutableArray<string> names)
    {
        Paired = paired;
        this.names = names;
        Runs = [.. paired.Courses.Select(course => new RunResult(course, null))];
    }

    /// <summary>Statistics and differences, as the engine gives them.</summary>
    public PairedResult Paired { get; }

    /// <summary>What was compared: courses, or <c>scenario</c> and <c>variant</c>; others are compared with the first.</summary>
    public ImmutableArray<string> Names => names;

    /// <summary>Each side's own result, with the same bits as a run of it alone.</summary>
    public ImmutableArray<RunResult> Runs { get; }

    /// <summary>What each course denies, who pays for it, and regret, as <c>oilsim compare</c> prints it.</summary>
    public Comparison Table => Comparison.From(Paired);

    /// <summary>The result of one side.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="ArgumentException">Nothing of that name was compared.</exception>
    public RunResult this[string name] => Runs[IndexOf(name, nameof(name))];

    /// <summary>Difference from the first, path by path, over the whole horizon.</summary>
    /// <param name="quantity">Quantity as in <c>summary.csv</c>, e.g. <c>gross_revenue_usd</c>.</param>
    /// <param name="actor">Actor whose it is; null for the sum over the owners named in <c>state:</c>.</param>
    /// <param name="place">Place, or null for all together.</param>
    /// <param name="channel">Market, or null for all together.</param>
    /// <param name="course">Which of <see cref="Names"/>; may be left out where there are two.</param>
    /// <exception cref="ArgumentException">Nothing of the kind is compared; the message says what is.</exception>
    public DifferenceSeries Difference(
        string quantity,
        string? actor = null,
        string? place = null,
        string? channel = null,
        string? course = null
    )
    {
        var index = Later(course);
        var known = ReportQuantity.All.FirstOrDefault(q => q.Name == quantity);
        var series = known is null ? -1 : Paired.Series.IndexOf(new SeriesKey(actor, place, channel, known));
        if (series < 0)
        {
            // Says which word is wrong; what one side alone records is known to it by another message.
            var key = SeriesChoice.Find(Paired.Courses[index], quantity, actor, place, channel);
            var remedy = ReportQuantity.OfRoutes.Contains(key.Quantity)
                ? "What routes carry is recorded as means only."
                : $"Only its mean is recorded. Write record: [{quantity}] in the scenario.";
            throw new ArgumentException($"{SeriesChoice.Say(key)} is not compared. {remedy}", nameof(quantity));
        }

        return new DifferenceSeries(Paired, names, index, series, Paired.Periods.Length - 1);
    }

    /// <summary>The one-look table: what each course changes, how surely, and who pays.</summary>
    /// <param name="actor">Actor in focus; null, the default, is the first.</param>
    /// <param name="language">Language of the figure; English unless told.</param>
    /// <exception cref="ArgumentException">The actor is not in focus.</exception>
    public Figure Courses(string? actor = null, Language? language = null)
    {
        var index = actor is null ? 0 : FocusIndex(actor);
        return Figure.From(Charts(language).Tables[index].Chart);
    }

    /// <summary>Equal quantiles of the total gross revenue of an actor, linked by arrows.</summary>
    /// <param name="actor">Actor in focus.</param>
    /// <param name="language">Language of the figure; English unless told.</param>
    /// <exception cref="ArgumentException">The actor is not in focus.</exception>
    public Figure Quantiles(string actor, Language? language = null)
    {
        var index = FocusIndex(actor);
        return Figure.From(Charts(language).LinkedQuantiles[index].Chart);
    }

    /// <summary>Monthly gross revenue of an actor in a small fan a course, the first course first.</summary>
    /// <param name="actor">Actor whose gross revenue is recorded under some course.</param>
    /// <param name="isShared">True for one vertical scale; null, the default, for one unless a panel would be flat on it.</param>
    /// <param name="most">Most panels, 1 to 16; the rest is named. Default 9.</param>
    /// <param name="language">Language; null is English.</param>
    /// <exception cref="ArgumentException">The gross revenue of the actor is recorded under no course.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of panels is out of range.</exception>
    public Figure Fans(
        string actor,
        bool? isShared = null,
        int most = MultiplesCharts.UsualPanels,
        Language? language = null
    ) => Figure.From(MultiplesCharts.ByCourse(Paired, actor, isShared, most, language));

    /// <summary>Monthly paired difference of an actor's gross revenue as a fan of bands.</summary>
    /// <param name="actor">Actor in focus.</param>
    /// <param name="course">Which of <see cref="Names"/>; may be left out where there are two.</param>
    /// <param name="language">Language of the figure; English unless told.</param>
    /// <exception cref="ArgumentException">The actor is not in focus, or nothing of that name was compared.</exception>
    public Figure DifferenceFan(string actor, string? course = null, Language? language = null)
    {
        var index = (FocusIndex(actor) * (names.Length - 1)) + Later(course) - 1;
        return Figure.From(Charts(language).DifferenceFans[index].Chart);
    }

    private CourseCharts Charts(Language? language) => CourseCharts.From(Paired, language);

    private int FocusIndex(string actor)
    {
        var focus = Table.Focus.Select(number => number.Key.Actor!).ToList();
        var index = focus.IndexOf(actor);
        return index >= 0
            ? index
            : throw new ArgumentException(
                Unknown.Word("actor in focus", actor, focus, Paired.Courses[0].Scenario.Name),
                nameof(actor)
            );
    }

    private int Later(string? course)
    {
        if (course is null && names.Length > 2)
        {
            throw new ArgumentException(
                $"{names.Length} courses are compared; say which: {string.Join(", ", names.Skip(1))}.",
                nameof(course)
            );
        }

        var index = course is null ? 1 : IndexOf(course, nameof(course));
        return index > 0
            ? index
            : throw new ArgumentException(
                $"Others are compared with '{names[0]}'; it has no difference.",
                nameof(course)
            );
    }

    private int IndexOf(string name, string argument)
    {
        var index = names.IndexOf(name);
        return index >= 0
            ? index
            : throw new ArgumentException(Unknown.Word("side", name, names, "The comparison"), argument);
    }
}
