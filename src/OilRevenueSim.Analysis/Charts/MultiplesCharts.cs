using System.Collections.Immutable;
using OilRevenueSim.Analysis.Comparisons;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Small multiples of monthly fans: by actor, by course, by area.</summary>
public static class MultiplesCharts
{
    /// <summary>Panels shown unless told.</summary>
    public const int UsualPanels = 9;

    /// <summary>Most panels that can be read.</summary>
    public const int MostPanels = 16;

    // On the scale of a panel this many times larger a panel is a flat line.
    private const double FlatBelow = 20.0;

    // In a title.
    private const int MostTold = 3;

    private static readonly double[] Probabilities = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>A quantity of every actor that has any, the largest first.</summary>
    /// <param name="result">Result.</param>
    /// <param name="quantity">Quantity; null is gross revenue.</param>
    /// <param name="isShared">True for one vertical scale; null, the default, for one unless a panel would be flat on it: its largest value below a 20th of all.</param>
    /// <param name="most">Most panels, 1 to 16; the rest is named. Default 9.</param>
    /// <param name="language">Language; null is English.</param>
    /// <exception cref="ArgumentException">The quantity is recorded of no actor.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of panels is out of range.</exception>
    public static MultiplesChart ByActor(
        EnsembleResult result,
        ReportQuantity? quantity = null,
        bool? isShared = null,
        int most = UsualPanels,
        Language? language = null
    )
    {
        var words = language ?? Language.English;
        var of = quantity ?? ReportQuantity.Gross;
        var series = new ChartSeries(result, words);
        var keys = result
            .Series.Where(k => k.Quantity == of && k is { Actor: not null, Place: null, Channel: null })
            .ToList();
        if (keys.Count == 0)
        {
            throw new ArgumentException(
                $"{of.Name} is recorded of no actor of {result.Scenario.Name}; where it is recorded by place, write it into record:.",
                nameof(quantity)
            );
        }

        // Of a flow the whole is known better than its months are.
        var rows = keys.Select(k =>
            {
                var row = Row(series.Label(k.Actor!), series.ByMonth(k)!.Value);
                return of.Unit is "USD" or "bbl"
                    ? row with
                    {
                        HalfWidth = (MeanEstimate.Of(series.Total(k)!).HalfWidth ?? 0.0) / series.MonthCount,
                    }
                    : row;
            })
            .OrderByDescending(r => r.Size)
            .ToList();
        var noun = QuantityWords.Noun(words, of);
        var title =
            rows[0].Size > 0.0
                ? Most(words, noun, of, rows)
                : words.Say(
                    $"{Language.Sentence(noun)} by actor: none, in any of {result.Manifest.Paths} simulated futures"
                );
        return Make(
            new Frame(
                words,
                title,
                words.Word("actor"),
                QuantityWords.Head(words, of),
                of,
                ChartFoot.Of(result, words, "actors", hasQuantiles: true)
            ),
            series,
            rows,
            isShared,
            most
        );
    }

    /// <summary>An actor's gross revenue under every course compared: the first course first, then that of the title, then those that differ most from the first.</summary>
    /// <param name="result">Comparison.</param>
    /// <param name="actor">Actor.</param>
    /// <param name="isShared">True for one vertical scale; null, the default, for one unless a panel would be flat on it: its largest value below a 20th of all.</param>
    /// <param name="most">Most panels, 1 to 16; the rest is named. Default 9.</param>
    /// <param name="language">Language; null is English.</param>
    /// <exception cref="ArgumentException">The gross revenue of the actor is recorded under no course.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of panels is out of range.</exception>
    public static MultiplesChart ByCourse(
        PairedResult result,
        string actor,
        bool? isShared = null,
        int most = UsualPanels,
        Language? language = null
    )
    {
        ArgumentNullException.ThrowIfNull(result);
        var words = language ?? Language.English;
        var key = ChartSeries.Gross(actor);
        if (!result.Series.Contains(key))
        {
            throw new ArgumentException($"The gross revenue of '{actor}' is compared under no course.", nameof(actor));
        }

        var courses = NamedCourse.Of(result);
        var series = new ChartSeries(result.Courses[0], words);
        var (noun, label) = (QuantityWords.Noun(words, ReportQuantity.Gross), series.Label(actor));
        // Only its means and differences are told, never which are better.
        var number = ComparedNumber.Of(result, key, label, noun, lessIsBetter: true);
        // A course that does not record a flow has none of it.
        var never = SeriesStatistics.Constant(0.0, result.Courses[0].Manifest.Paths);
        var byCourse = result
            .Courses.Select(c => new ChartSeries(c).ByMonth(key))
            .Select((m, k) => Row(courses[k].Label, m ?? [.. Enumerable.Repeat(never, series.MonthCount)]))
            .ToList();
        // Whatever has no room is what differs least.
        var told = CourseCharts.Told(number) is { } k ? byCourse[k] : null;
        var rows = byCourse
            .Take(1)
            .Concat(
                byCourse
                    .Skip(1)
                    .OrderByDescending(r => r == told)
                    .ThenByDescending(r => Math.Abs(r.Size - byCourse[0].Size))
            )
            .ToList();
        var title =
            rows.Max(r => r.Size) > 0.0
                ? CourseCharts.Title(courses, number, words)
                : QuantityWords.Zero(words, label, ReportQuantity.Gross, words.Word("all futures of every course"));
        return Make(
            new Frame(
                words,
                title,
                words.Word("course"),
                QuantityWords.Head(words, ReportQuantity.Gross),
                ReportQuantity.Gross,
                CourseCharts.Foot(result, words, "fans", number)
            ),
            series,
            rows,
            isShared,
            most,
            isByCourse: true,
            told: told
        );
    }

    /// <summary>Mean output of the fields of every area, the largest first.</summary>
    /// <param name="result">Result.</param>
    /// <param name="isShared">True for one vertical scale; null, the default, for one unless a panel would be flat on it: its largest value below a 20th of all.</param>
    /// <param name="most">Most panels, 1 to 16; the rest is named. Default 9.</param>
    /// <param name="language">Language; null is English.</param>
    /// <exception cref="ArgumentException">The output of no field is recorded.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of panels is out of range.</exception>
    public static MultiplesChart ByArea(
        EnsembleResult result,
        bool? isShared = null,
        int most = UsualPanels,
        Language? language = null
    )
    {
        var words = language ?? Language.English;
        var series = new ChartSeries(result, words);
        var fields = result.Scenario.Fields.ToDictionary(f => f.Name, f => f.Area, StringComparer.Ordinal);
        var rows = result
            .Series.Where(k =>
                k.Quantity == ReportQuantity.Output && k.Place is not null && fields.ContainsKey(k.Place)
            )
            .GroupBy(k => fields[k.Place!], StringComparer.Ordinal)
            .Select(area => AreaRow(area.Key, [.. area.Select(k => series.ByMonth(k)!.Value)]))
            .OrderByDescending(r => r.Size)
            .ToList();
        if (rows.Count == 0)
        {
            throw new ArgumentException(
                $"The output of no field of {result.Scenario.Name} is recorded.",
                nameof(result)
            );
        }

        var title =
            rows[0].Size > 0.0
                ? Most(words, QuantityWords.Noun(words, ReportQuantity.Output), ReportQuantity.Output, rows)
                : words.Word("Output by area: no field yields anything");
        return Make(
            new Frame(
                words,
                title,
                words.Word("area"),
                words.Word("Mean output of its fields"),
                ReportQuantity.Output,
                ChartFoot.Of(result, words, "areas", precision: ChartPrecision.None)
            ),
            series,
            rows,
            isShared,
            most
        );
    }

    private static MultiplesChart Make(
        Frame frame,
        ChartSeries series,
        List<PanelRow> rows,
        bool? shared,
        int most,
        bool isByCourse = false,
        PanelRow? told = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, MostPanels);
        var words = frame.Words;
        var isAllZero = rows.TrueForAll(r => r.Largest == 0.0);
        var kept = isAllZero ? [] : rows.Where(r => isByCourse || r.Largest != 0.0).ToList();
        List<PanelRow> shown = [.. kept.Take(most)];

        (string Unit, double Size) Scale(double largest)
        {
            var scale = AmountScale.Of(words, frame.Quantity.Unit, largest);
            return (
                frame.Quantity.Unit is "USD" or "bbl" ? words.Say($"{scale.Name} per month") : scale.Name,
                scale.Size
            );
        }

        var span = series.Span;
        ImmutableArray<string> smaller = [.. kept.Except(shown).Select(r => r.Label)];
        ImmutableArray<string> nothing = isAllZero ? [] : [.. rows.Except(kept).Select(r => r.Label)];
        var isShared = shared ?? !IsAnyFlat(shown);
        var common = Scale(shown.Select(r => r.Largest).DefaultIfEmpty(1e6).Max());
        var unit = isShared ? common.Unit : "";
        var said = isShared ? unit : words.Word("in the unit of each panel");
        var more = More(words, smaller, nothing);
        var how = (isShared, isByCourse) switch
        {
            _ when shown.Count < 2 => "",
            (true, false) => "All panels have one scale, the largest first.",
            (false, false) => "Every panel has its own scale, the largest first.",
            (true, true) => "All panels have one scale; the first course, then those that differ most from it.",
            _ => "Every panel has its own scale; the first course, then those that differ most from it.",
        };
        var bands =
            !shown.Exists(r => r.HasBands) ? ""
            : shown.Exists(r => r.HasBandsToSee)
                ? " " + words.Word("In each month the named share of futures lies within its band.")
            : " " + words.Word("In any one month at least 90 % of futures have nothing, so the bands lie at zero.");
        var against = told is null ? "" : " " + words.Say($"Title: over the whole period, against “{rows[0].Label}”.");
        var means = string.Concat(
            shown.Select(r => " " + words.Say($"{r.Label}: {OnAverage(words, frame.Quantity, r.Size)}."))
        );
        return new MultiplesChart(
            new ChartText(
                frame.Title,
                words.Say($"{frame.Head} by month and {frame.Kind}, {said}, {span}.")
                    + (how.Length == 0 ? "" : $" {words.Word(how)}")
                    + bands
                    + QuantityWords.BelowZero(
                        words,
                        frame.Quantity,
                        shown.Select(r => r.Smallest).DefaultIfEmpty().Min()
                    )
                    + against,
                frame.Foot,
                words.Say($"Small multiples by {frame.Kind}, {span}.")
                    + (isAllZero ? $" {frame.Title}." : "")
                    + means
                    + (more.Length == 0 ? "" : $" {Language.Sentence(more)}.")
            )
            {
                Language = words,
            },
            unit,
            series.Months,
            [
                .. shown.Select(r =>
                    isShared
                        ? r.Panel(words, common.Size, "")
                        : r.Panel(words, Scale(r.Largest).Size, Scale(r.Largest).Unit)
                ),
            ],
            isShared,
            smaller,
            nothing
        );
    }

    private static bool IsAnyFlat(List<PanelRow> rows)
    {
        var sizes = rows.Select(r => r.Largest).Where(l => l > 0.0).ToList();
        return sizes.Count > 0 && sizes.Min() * FlatBelow <= sizes.Max();
    }

    /// <summary>What has no panel, in words; empty where all have one.</summary>
    /// <param name="words">Language.</param>
    /// <param name="smaller">Names of panels left out.</param>
    /// <param name="nothing">Names of what has nothing in any future.</param>
    public static string More(Language words, ImmutableArray<string> smaller, ImmutableArray<string> nothing)
    {
        ArgumentNullException.ThrowIfNull(words);
        string[] parts =
        [
            smaller.IsEmpty ? "" : words.Say($"and {smaller.Length} more: {string.Join(words.Word(", "), smaller)}"),
            nothing.IsEmpty ? "" : words.Say($"nothing in any future: {string.Join(words.Word(", "), nothing)}"),
        ];
        return string.Join(words.Word("; "), parts.Where(p => p.Length > 0));
    }

    // Who has most, with all that the run does not show to have less.
    private static string Most(Language words, string noun, ReportQuantity quantity, List<PanelRow> rows)
    {
        List<PanelRow> alike = [rows[0], .. rows.Skip(1).TakeWhile(r => !rows[0].Mean.IsAbove(r.Mean))];
        if (alike.Count == 1)
        {
            return words.Say($"Most {noun}: {alike[0].Label}, {OnAverage(words, quantity, alike[0].Size)}");
        }

        var names =
            alike.Count <= MostTold
                ? words.List(alike.ConvertAll(r => r.Label))
                : words.Say($"{alike[0].Label} and {alike.Count - 1} more");
        return words.Say(
            $"Most {noun}: {names}, not told apart, each {OnAverage(words, quantity, alike[^1].Size, alike[0].Size)}"
        );
    }

    private static PanelRow Row(string label, ImmutableArray<SeriesStatistics> months) =>
        new(
            label,
            [
                .. months.Select(m => new PanelMonth(
                    m.Mean,
                    m.Sample is { } sample ? [.. Probabilities.Select(p => QuantileEstimate.Type7(sample, p))] : null
                )),
            ],
            months.Average(m => MeanEstimate.Of(m).HalfWidth ?? 0.0)
        );

    // Quantiles do not add up over fields: of several only the mean is known.
    private static PanelRow AreaRow(string area, ImmutableArray<ImmutableArray<SeriesStatistics>> fields) =>
        fields.Length == 1
            ? Row(Readable.Name(area), fields[0])
            : new PanelRow(
                Readable.Name(area),
                [
                    .. Enumerable
                        .Range(0, fields[0].Length)
                        .Select(m => new PanelMonth(fields.Sum(f => f[m].Mean), null)),
                ],
                fields.Sum(f => f.Average(m => MeanEstimate.Of(m).HalfWidth ?? 0.0))
            );

    private static string OnAverage(Language words, ReportQuantity quantity, double amount) =>
        OnAverage(words, quantity, amount, amount);

    private static string OnAverage(Language words, ReportQuantity quantity, double low, double high)
    {
        var (least, most) = (AmountScale.Say(words, quantity.Unit, low), AmountScale.Say(words, quantity.Unit, high));
        var said = least == most ? most : AmountScale.Range(words, quantity.Unit, low, high);
        return quantity.Unit is "USD" or "bbl"
            ? words.Say($"{said} a month on average")
            : words.Say($"{said} on average");
    }

    private sealed record Frame(
        Language Words,
        string Title,
        string Kind,
        string Head,
        ReportQuantity Quantity,
        ChartFoot Foot
    );
}
