using System.Collections.Immutable;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Sweeps;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Tornado of a sweep in which each axis goes alone through its levels.</summary>
/// <remarks>
/// A bar spans the smallest to the largest number at the levels of one axis; an axis with one level spans from the file's number to that
/// at its level. The error of an end is that of its paired difference from the file, which shares all random numbers; where the statistic
/// has none, that of the number itself. A bar is within noise where the intervals of both ends hold the file's number.
/// </remarks>
public static class TornadoCharts
{
    // Names beside the widest in a title.
    private const int MostTold = 2;

    /// <summary>Makes the chart.</summary>
    /// <param name="scenario">Scenario as it stands.</param>
    /// <param name="run">Paths, seed, version.</param>
    /// <param name="axes">Axes of the sweep.</param>
    /// <param name="rows">One number in every cell, that of the file among them.</param>
    /// <param name="language">Language; null is English.</param>
    /// <exception cref="InvalidOperationException">The file as it stands has no number, no other cell has one, or two axes differ from the file in a cell.</exception>
    public static TornadoChart Of(
        Scenario scenario,
        RunManifest run,
        IReadOnlyList<SweepAxis> axes,
        IReadOnlyList<SweepRow> rows,
        Language? language = null
    )
    {
        var words = language ?? Language.English;
        var file = rows.FirstOrDefault(r => r.IsFile);
        if (file?.Value is not { } own || rows.All(r => r.IsFile || r.Value is null || Varied(file, r) < 0))
        {
            throw new InvalidOperationException(
                "A tornado needs the number of the file as it stands and of one cell beside it; the table says why they are missing."
            );
        }

        var numbers = SweepNumbers.Of(rows, words, isPaired: true);
        var levels = rows.Where(r => !r.IsFile).ToLookup(r => Varied(file, r));
        string LabelOf(int axis) => AddressWords.Of(scenario, axes[axis].Address, words);
        ImmutableArray<TornadoBar> bars =
        [
            .. Enumerable
                .Range(0, axes.Count)
                .Select(a => Bar(LabelOf(a), a, file, [.. levels[a].Where(r => r.Value is not null)], numbers, words))
                .OfType<TornadoBar>()
                .OrderBy(b => b.IsWithinNoise)
                .ThenByDescending(b => b.Width),
        ];
        ImmutableArray<string> failed =
        [
            .. Enumerable
                .Range(0, axes.Count)
                .Where(a => levels[a].Any() && levels[a].All(r => r.Value is null))
                .Select(LabelOf),
        ];
        var what = SweepCharts.What(scenario, file, words);
        var shown = numbers.Shown(own.Value);
        return new TornadoChart(
            new ChartText(
                Title(words, what, bars),
                Subtitle(words, numbers, own, bars, rows.Any(r => r.Difference is { Low: not null })),
                SweepCharts.Foot("tornado", scenario, run, axes, rows, numbers),
                AltText(words, what, numbers, shown, bars, failed)
            )
            {
                Language = words,
            },
            numbers.Unit,
            shown,
            numbers.Say(shown),
            bars,
            failed
        );
    }

    // −1 for a cell in which every axis is as the file has it.
    private static int Varied(SweepRow file, SweepRow row)
    {
        var varied = Enumerable
            .Range(0, row.Values.Length)
            .Where(a => row.Values[a].Text != file.Values[a].Text)
            .ToList();
        return varied.Count switch
        {
            0 => -1,
            1 => varied[0],
            _ => throw new InvalidOperationException(
                "A tornado shows a sweep in which each value goes alone through its levels: oilsim sweep with --design one-at-a-time."
            ),
        };
    }

    private static TornadoBar? Bar(
        string label,
        int axis,
        SweepRow file,
        ImmutableArray<SweepRow> levels,
        SweepNumbers numbers,
        Language words
    )
    {
        if (levels.IsEmpty)
        {
            return null;
        }

        TornadoEnd EndOf(SweepRow row)
        {
            var value = row.Value!.Value;
            var (low, high) = row.Difference is { Low: { } under, High: { } over }
                ? (file.Value!.Value.Value + under, file.Value.Value.Value + over)
                : (value.Low ?? value.Value, value.High ?? value.Value);
            return new TornadoEnd(
                LevelOf(words, row.Values[axis]),
                numbers.Shown(value.Value),
                numbers.Say(numbers.Shown(value.Value)),
                numbers.Shown(low),
                numbers.Shown(high)
            );
        }

        var own = numbers.Shown(file.Value!.Value.Value);
        ImmutableArray<TornadoEnd> ends = [.. levels.Select(EndOf).OrderBy(e => e.Value)];
        // A bar is read from the file's line: where all levels lie on one side of it, the file is the other end.
        var asItStands = new TornadoEnd(words.Word("as in the file"), own, numbers.Say(own), own, own);
        if (ends[0].Value > own || (ends.Length == 1 && ends[0].Value >= own))
        {
            ends = [asItStands, .. ends];
        }
        else if (ends[^1].Value < own)
        {
            ends = [.. ends, asItStands];
        }

        bool IsNear(TornadoEnd end) => end.ErrorLow <= own && own <= end.ErrorHigh;
        return new TornadoBar(label, ends[0], ends[^1], IsNear(ends[0]) && IsNear(ends[^1]));
    }

    private static string LevelOf(Language words, AxisValue value) =>
        value.Number is { } number ? AxisUnits.Level(words, AmountScale.Digits(words, number), value.Unit) : value.Text;

    private static string Title(Language words, string what, ImmutableArray<TornadoBar> bars)
    {
        if (bars[0].IsWithinNoise)
        {
            return words.Say($"{what} is not shown to hang on any assumption");
        }

        var alike = bars.Skip(1).Where(b => !Width(bars[0]).IsAbove(Width(b))).Select(b => b.Label).ToList();
        var named = alike.Count <= MostTold ? words.List(alike) : words.Say($"{alike[0]} and {alike.Count - 1} more");
        return alike.Count == 0
            ? words.Say($"{what} hangs most on {bars[0].Label}")
            : words.Say($"{what} hangs on {bars[0].Label}; it is not shown to hang less on {named}");
    }

    // The errors of both ends add up at most.
    private static Estimate Width(TornadoBar bar)
    {
        var half = (bar.Low.ErrorHigh - bar.Low.ErrorLow + (bar.High.ErrorHigh - bar.High.ErrorLow)) / 2.0;
        return new Estimate(bar.Width, bar.Width - half, bar.Width + half);
    }

    private static string Subtitle(
        Language words,
        SweepNumbers numbers,
        Estimate own,
        ImmutableArray<TornadoBar> bars,
        bool isPaired
    )
    {
        var head = words.Say(
            $"{Language.Sentence(numbers.Unit)}, over the whole period. Each bar: one assumption alone at the levels beside it, all others as in the file."
        );
        var strokes = isPaired
            ? words.Word("Thin strokes: 95 % interval of the difference from the file.")
            : words.Word("Thin strokes: 95 % interval of the simulation.");
        var noise = bars.Any(b => b.IsWithinNoise)
            ? " " + words.Word("Hatched: the simulation cannot tell it from no effect.")
            : "";
        var error =
            own is { Low: { } low, High: { } high } && high > low
                ? " "
                    + words.Say(
                        $"The file as it stands: {numbers.Say(numbers.Shown(own.Value))} ({numbers.Say(numbers.Shown(low))} to {numbers.Say(numbers.Shown(high))})."
                    )
                : "";
        return $"{head} {strokes}{noise}{error}";
    }

    private static string AltText(
        Language words,
        string what,
        SweepNumbers numbers,
        double own,
        ImmutableArray<TornadoBar> bars,
        ImmutableArray<string> failed
    )
    {
        var head = words.Say(
            $"Tornado chart of {what} in {numbers.Unit}; {numbers.Say(own)} in the file as it stands. Widest first:"
        );
        var told = string.Concat(
            bars.Select(b =>
                " "
                + words.Say(
                    $"{b.Label}: {b.Low.Label} at {b.Low.Level}, {b.High.Label} at {b.High.Level}{(b.IsWithinNoise ? words.Word(", within the error of the simulation") : "")}."
                )
            )
        );
        return head + told + (failed.IsEmpty ? "" : " " + words.Say($"No number for {string.Join("; ", failed)}."));
    }
}
