using System.Collections.Immutable;
using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Core.Uncertainty;

/// <summary>How a law is written by parts that are themselves drawn once a path.</summary>
public enum EventLawShape
{
    /// <summary>One value drawn once: parts [value].</summary>
    Certain,

    /// <summary>A law with certain parts, <see cref="EventLaw.Law"/>.</summary>
    Fixed,

    /// <summary>Lognormal by parts [median, 95 % quantile].</summary>
    LogNormalMedianP95,

    /// <summary>Normal by parts [mean, standard deviation].</summary>
    NormalMeanSd,

    /// <summary>The 90 % interval of the key's domain by parts [low, high].</summary>
    Interval,
}

/// <summary>
/// Law of every event (keys marked <c>each</c>: damage, lasts, delay, jump size). A law written there holds for each
/// event; to be unsure of the law its parts are quantities, drawn once (model.md §3).
/// </summary>
public sealed record EventLaw
{
    /// <summary>Address of the key.</summary>
    public required string Address { get; init; }

    /// <summary>How it is written.</summary>
    public required EventLawShape Shape { get; init; }

    /// <summary>The law where its parts are certain; null otherwise.</summary>
    public Law? Law { get; init; }

    /// <summary>Parts drawn once, in the order that <see cref="Shape"/> names; empty for <see cref="EventLawShape.Fixed"/>.</summary>
    public ImmutableArray<Quantity> Parts { get; init; } = [];

    /// <summary>Values an event can take at all.</summary>
    public HardRange Range { get; init; } = HardRange.NonNegative;

    /// <summary>What an event's value measures.</summary>
    public Dimension Dimension { get; init; } = Dimension.Number;

    /// <summary>The text as the author wrote it.</summary>
    public string Text { get; init; } = "";

    /// <summary>Where the law comes from.</summary>
    public Provenance Provenance { get; init; } = Provenance.None;

    /// <summary>What its key holds where nothing is said.</summary>
    public static EventLaw Default { get; } =
        new()
        {
            Address = "",
            Shape = EventLawShape.Fixed,
            Law = new UnreadLaw(),
            Provenance = Provenance.Default,
        };

    /// <summary>A law as a scenario file would write it; its key decides what the text means when the scenario is checked.</summary>
    /// <param name="text">Law, e.g. <c>lognormal 3 p95 24 months</c>.</param>
    /// <param name="source">Citation, or null.</param>
    /// <param name="grade">How it was obtained.</param>
    /// <param name="date">Date of the figure, or null.</param>
    /// <param name="note">Remark, or null; for an assumption the reason.</param>
    /// <exception cref="ArgumentException"><paramref name="text"/> is empty.</exception>
    public static EventLaw Of(
        string text,
        string? source = null,
        SourceGrade grade = SourceGrade.Unstated,
        string? date = null,
        string? note = null
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return new()
        {
            Address = "",
            Shape = EventLawShape.Fixed,
            Law = new UnreadLaw(),
            Text = text,
            Provenance = new Provenance(source, grade, date, note),
        };
    }
}
