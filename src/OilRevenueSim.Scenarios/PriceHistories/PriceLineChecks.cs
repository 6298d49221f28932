using System.Text.RegularExpressions;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Scenarios.Text;

namespace OilRevenueSim.Scenarios.PriceHistories;

/// <summary>Orders the lines of a file of prices, takes the window, and finds what makes them unfit or doubtful.</summary>
internal sealed partial class PriceLineChecks(
    SeparatedText table,
    PriceColumns columns,
    PriceHistoryOptions options,
    DiagnosticList diagnostics,
    List<string> treatments
)
{
    /// <summary>Fewest prices; fewer say nothing about how prices move.</summary>
    private const int Fewest = 12;

    /// <summary>The history, or null where the lines make none.</summary>
    public PriceHistory? Check(IReadOnlyList<PriceLine> lines)
    {
        if (InOrder(lines) is not { } ordered)
        {
            return null;
        }

        List<PriceLine> taken = [.. ordered.Where(l => !(l.Date < options.From) && !(l.Date > options.To))];
        SayWindow(ordered, taken);
        taken = WithoutNonPositive(taken);
        if (!CheckPrices(ordered, taken) || FindSpacing(taken) is not { } spacing)
        {
            return null;
        }

        CheckUnit(taken);
        var meaning = FindMeaning(taken, spacing);
        SayFutures();
        return new PriceHistory
        {
            Name = Path.GetFileName(table.Source.DisplayName),
            Dates = [.. taken.Select(l => FirstDay(l.Date, spacing, meaning))],
            PricesUsd = [.. taken.Select(l => l.PriceUsd)],
            Spacing = spacing,
            Meaning = meaning,
            Futures =
            [
                .. columns.Futures.Select(
                    (column, i) =>
                        new FuturesSeries
                        {
                            Name = column.Name,
                            MaturityYears = column.MaturityYears,
                            PricesUsd = [.. taken.Select(l => l.FuturesUsd[i])],
                        }
                ),
            ],
        };
    }

    private List<PriceLine>? InOrder(IReadOnlyList<PriceLine> lines)
    {
        var ordered = lines.OrderBy(l => l.Date).ToList();
        if (ordered.SequenceEqual(lines.Reverse()) && lines.Count > 1)
        {
            treatments.Add("The file runs from the latest date to the earliest; it is turned round.");
        }
        else if (
            Enumerable.Range(1, Math.Max(0, lines.Count - 1)).FirstOrDefault(i => lines[i].Date < lines[i - 1].Date)
            is > 0
                and var at
        )
        {
            treatments.Add("The dates are not in order; they are sorted.");
            diagnostics.Add(
                DiagnosticTable.DatesUnsorted,
                table.SpanOf(lines[at].Row, columns.Date),
                $"{Said.Day(lines[at].Date)} stands after {Said.Day(lines[at - 1].Date)}; the dates are sorted",
                "check that no year is mistyped"
            );
        }

        var repeated = 0;
        for (var i = ordered.Count - 1; i > 0; i--)
        {
            var (line, before) = (ordered[i], ordered[i - 1]);
            if (line.Date != before.Date)
            {
                continue;
            }

            if (line.PriceUsd != before.PriceUsd)
            {
                diagnostics.Add(
                    DiagnosticTable.DateTwice,
                    table.SpanOf(line.Row, columns.Date),
                    $"{Said.Day(line.Date)} has a second price, {line.PriceUsd}; line {before.Row.Line} says {before.PriceUsd}",
                    "keep one line a date"
                );
                return null;
            }

            ordered.RemoveAt(i);
            repeated++;
        }

        if (repeated > 0)
        {
            treatments.Add(
                $"{Said.Count(repeated, "line")} that {(repeated == 1 ? "repeats" : "repeat")} a date with the same price {(repeated == 1 ? "is" : "are")} left out."
            );
        }

        return ordered;
    }

    private void SayWindow(List<PriceLine> all, List<PriceLine> taken)
    {
        if (taken.Count < all.Count && taken.Count > 0)
        {
            treatments.Add(
                $"The window takes {taken.Count:N0} of {all.Count:N0} prices, {Said.Day(taken[0].Date)} to {Said.Day(taken[^1].Date)}."
            );
        }
    }

    private List<PriceLine> WithoutNonPositive(List<PriceLine> lines)
    {
        var bad = lines.FindAll(l => l.PriceUsd <= 0.0);
        foreach (var line in bad)
        {
            var said =
                $"the price of {Said.Day(line.Date)}, {line.PriceUsd}, is not above zero and has no logarithm; it is left out";
            treatments.Add(
                char.ToUpperInvariant(said[0]) + said[1..] + ", and with it the fall to it and the rise from it."
            );
            diagnostics.Add(
                DiagnosticTable.PriceNotAboveZero,
                table.SpanOf(line.Row, columns.Spot.Index),
                said,
                "the models here know no such price, so the fit understates how far it can fall; give --from or --to for a window without it"
            );
        }

        return lines.FindAll(l => l.PriceUsd > 0.0);
    }

    private bool CheckPrices(List<PriceLine> all, List<PriceLine> taken)
    {
        if (taken.Count < Fewest)
        {
            diagnostics.Add(
                DiagnosticTable.TooFewPrices,
                table.SpanOf((taken.Count > 0 ? taken : all)[0].Row, columns.Date),
                taken.Count == all.Count
                    ? $"there are {Said.Count(all.Count, "price")}, at least {Fewest} are needed"
                    : $"the window holds {(taken.Count == 0 ? "none" : taken.Count)} of the {Said.Count(all.Count, "price")}, at least {Fewest} are needed",
                $"the file holds prices from {Said.Day(all[0].Date)} to {Said.Day(all[^1].Date)}"
            );
            return false;
        }

        if (taken.TrueForAll(l => l.PriceUsd == taken[0].PriceUsd))
        {
            diagnostics.Add(
                DiagnosticTable.PricesConstant,
                table.SpanOf(taken[0].Row, columns.Spot.Index),
                $"the price is {taken[0].PriceUsd} on all {taken.Count:N0} dates",
                "a price that never moves needs no fitting: write model: constant"
            );
            return false;
        }

        return true;
    }

    private PriceSpacing? FindSpacing(List<PriceLine> lines)
    {
        var found = Spacings.Of([.. lines.Select(l => l.Date)]);
        if (found.Spacing is not { } spacing)
        {
            diagnostics.Add(
                DiagnosticTable.SpacingUnknown,
                table.SpanOf(lines[1].Row, columns.Date),
                $"the prices are about {found.MedianDays} days apart; expected daily, weekly or monthly prices",
                "take the daily or monthly form of the series"
            );
            return null;
        }

        if (found.ChangesAt >= 0)
        {
            diagnostics.Add(
                DiagnosticTable.SpacingChanges,
                table.SpanOf(lines[found.ChangesAt].Row, columns.Date),
                $"most prices are {Said.Spacing(spacing)}, but from {Said.Day(lines[found.ChangesAt].Date)} they are {Said.Spacing(found.ChangesTo)}",
                "take a window of one spacing with --from and --to"
            );
            return null;
        }

        treatments.Add($"The prices are {Said.Spacing(spacing)}, as the dates show.");
        if (found.Gaps.Length > 0)
        {
            ReportGaps(lines, found);
        }

        return spacing;
    }

    private void ReportGaps(List<PriceLine> lines, Spacings found)
    {
        var longest = found.Gaps.MaxBy(i => lines[i].Date.DayNumber - lines[i - 1].Date.DayNumber);
        var said =
            $"{Said.Count(found.Gaps.Length, "gap")}, the longest from {Said.Day(lines[longest - 1].Date)} to {Said.Day(lines[longest].Date)}";
        treatments.Add($"There {(found.Gaps.Length == 1 ? "is" : "are")} {said}; nothing is filled in.");
        diagnostics.Add(
            DiagnosticTable.DatesMissing,
            table.SpanOf(lines[longest].Row, columns.Date),
            $"there {(found.Gaps.Length == 1 ? "is" : "are")} {said}; nothing is filled in",
            "complete the series, or take a window without gaps with --from and --to"
        );
    }

    private PriceMeaning FindMeaning(List<PriceLine> lines, PriceSpacing spacing)
    {
        if (options.Meaning is { } said)
        {
            treatments.Add($"They are taken as {Said.Meaning(said, spacing)}, as was asked.");
            return said;
        }

        var isTradingDay = lines.TrueForAll(l => l.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        var (meaning, reason) = spacing switch
        {
            PriceSpacing.Day => (PriceMeaning.Point, "as daily prices are"),
            PriceSpacing.Week => (PriceMeaning.PeriodAverage, "as the US EIA and FRED publish them"),
            _ when isTradingDay => (PriceMeaning.Point, "since every date is a weekday"),
            _ => (PriceMeaning.PeriodAverage, "since the dates are no trading days"),
        };
        treatments.Add(
            $"They are taken as {Said.Meaning(meaning, spacing)}, {reason}; --values point or --values average says otherwise."
        );
        return meaning;
    }

    /// <summary>The first day of the period that a price is the average of; a weekly average is dated at the week's end by the US EIA.</summary>
    private static DateOnly FirstDay(DateOnly date, PriceSpacing spacing, PriceMeaning meaning) =>
        (meaning, spacing) switch
        {
            (PriceMeaning.PeriodAverage, PriceSpacing.Month) => new DateOnly(date.Year, date.Month, 1),
            (PriceMeaning.PeriodAverage, PriceSpacing.Week) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7)),
            _ => date,
        };

    private void CheckUnit(List<PriceLine> lines)
    {
        var median = lines.Select(l => l.PriceUsd).Order().ElementAt(lines.Count / 2);
        var header = columns.Spot.Name;
        var isNamed = OtherUnit().IsMatch(header);
        if (!isNamed && median is >= 1.0 and <= 500.0)
        {
            return;
        }

        diagnostics.Add(
            DiagnosticTable.UnitDoubtful,
            table.SpanOf(isNamed ? columns.Header! : lines[0].Row, columns.Spot.Index),
            isNamed
                ? $"the header says '{header}', and prices are taken as US dollars a barrel"
                : $"half of the prices are below {median}: are these US dollars a barrel?",
            "convert the prices before; 1 barrel is 42 US gallons"
        );
        treatments.Add("The prices are taken as US dollars a barrel although they do not look like it.");
    }

    private void SayFutures()
    {
        if (columns.SpotIsFuture)
        {
            treatments.Add($"There is no spot price; the nearest future, “{columns.Spot.Name}”, stands for it.");
        }

        if (columns.Futures.Length > 0)
        {
            var names = NearestName.Join([
                .. columns.Futures.Select(f => $"“{f.Name}” ({12.0 * f.MaturityYears:0.#} months)"),
            ]);
            treatments.Add($"Futures: {names}.");
        }

        if (columns.HasContracts)
        {
            treatments.Add(
                "Contract n is taken as n months from delivery; in truth the time shrinks from day to day until the contract rolls."
            );
        }
    }

    [GeneratedRegex(
        @"gallon|tonne|metric ton|\bEUR\b|euros?\b|€|£|\bGBP\b|\bCNY\b|\bRUB\b|\bindex\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex OtherUnit();
}
