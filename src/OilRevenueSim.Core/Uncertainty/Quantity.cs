using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Core.Uncertainty;

/// <summary>How a drawn value becomes the number the model uses.</summary>
public enum Conversion
{
    /// <summary>Used as drawn.</summary>
    None,

    /// <summary>A mean waiting time in years becomes a rate per year: 1/x.</summary>
    MeanTimeToRate,

    /// <summary>A chance p within <see cref="Quantity.WindowYears"/> becomes a rate: −ln(1−p)/window.</summary>
    ChanceToRate,

    /// <summary>An effective yearly loss p ("6 % per year") becomes a log rate: −ln(1−p).</summary>
    EffectiveToLogRate,
}

/// <summary>How sure the author of a scenario is of a number's origin.</summary>
public enum SourceGrade
{
    /// <summary>Nothing said.</summary>
    Unstated,

    /// <summary>Read in the source named.</summary>
    Read,

    /// <summary>Reported by others from the source named.</summary>
    Reported,

    /// <summary>Recalled from the source named, not re-read.</summary>
    Recalled,

    /// <summary>An assumption; the note says why.</summary>
    Assumption,
}

/// <summary>Where a number comes from.</summary>
/// <param name="Source">Citation, or null.</param>
/// <param name="Grade">How it was obtained.</param>
/// <param name="Date">Date of the figure as written, or null.</param>
/// <param name="Note">Remark, or null.</param>
public sealed record Provenance(string? Source, SourceGrade Grade, string? Date, string? Note)
{
    /// <summary>Nothing said about the origin.</summary>
    public static Provenance None { get; } = new(null, SourceGrade.Unstated, null, null);

    /// <summary>Given beside the file, with <c>--set</c>.</summary>
    public static Provenance CommandLine { get; } = new("set on the command line", SourceGrade.Unstated, null, null);

    /// <summary>Given in code, in place of what the file says.</summary>
    public static Provenance Code { get; } = new("set in code", SourceGrade.Unstated, null, null);

    /// <summary>True where the number was given beside the file.</summary>
    public bool IsSet => this == CommandLine || this == Code;

    /// <summary>Not written by the author: the default of the key.</summary>
    public static Provenance Default { get; } = new(null, SourceGrade.Unstated, null, "default");
}

/// <summary>The values a key can have at all; a law that reaches outside is truncated (model.md §3).</summary>
/// <param name="Low">Smallest value, may be −∞.</param>
/// <param name="High">Largest value, may be +∞.</param>
public readonly record struct HardRange(double Low, double High)
{
    /// <summary>Any real number.</summary>
    public static HardRange Real { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Zero or more.</summary>
    public static HardRange NonNegative { get; } = new(0.0, double.PositiveInfinity);

    /// <summary>−1 to 1.</summary>
    public static HardRange Correlation { get; } = new(-1.0, 1.0);

    /// <summary>0 to 1.</summary>
    public static HardRange Share { get; } = new(0.0, 1.0);
}

/// <summary>A number of a scenario: known, or drawn once per world from a law.</summary>
/// <remarks>
/// The draw uses stream <c>quantity/DRAWADDRESS</c>, block 0, u0, the world index in the path word (model.md §4):
/// u → rank correlation → truncation to <see cref="Range"/> → quantile of <see cref="Law"/> → <see cref="Conversion"/>.
/// Two quantities with one <see cref="DrawAddress"/> share one draw.
/// </remarks>
public sealed record Quantity
{
    /// <summary>Path of keys that leads to the number, e.g. <c>benchmarks.brent.spot</c>.</summary>
    public required string Address { get; init; }

    /// <summary>Law of the drawn value, in base units, before <see cref="Conversion"/>.</summary>
    public required Law Law { get; init; }

    /// <summary>What the drawn value measures.</summary>
    public Dimension Dimension { get; init; } = Dimension.Number;

    /// <summary>Values the drawn number can have at all.</summary>
    public HardRange Range { get; init; } = HardRange.Real;

    /// <summary>How the drawn value becomes the number used.</summary>
    public Conversion Conversion { get; init; } = Conversion.None;

    /// <summary>Window of a chance, years; used by <see cref="Conversion.ChanceToRate"/> only.</summary>
    public double WindowYears { get; init; }

    /// <summary>Address of the entry of <c>parameters:</c> that this key names, or null.</summary>
    public string? Parameter { get; init; }

    /// <summary>The text as the author wrote it, for reports.</summary>
    public string Text { get; init; } = "";

    /// <summary>Where the number comes from.</summary>
    public Provenance Provenance { get; init; } = Provenance.None;

    /// <summary>Address whose stream supplies the draw.</summary>
    public string DrawAddress => Parameter ?? Address;

    /// <summary>What its key holds where nothing is said.</summary>
    public static Quantity Default { get; } =
        new()
        {
            Address = "",
            Law = new UnreadLaw(),
            Provenance = Provenance.Default,
        };

    /// <summary>A quantity as a scenario file would write it; its key decides what the text means when the scenario is checked.</summary>
    /// <param name="text">Quantity, e.g. <c>25 to 45 kb/d</c>, <c>20% within 12 months</c>, or the name of a parameter.</param>
    /// <param name="source">Citation, or null.</param>
    /// <param name="grade">How it was obtained.</param>
    /// <param name="date">Date of the figure, or null.</param>
    /// <param name="note">Remark, or null; for an assumption the reason.</param>
    /// <exception cref="ArgumentException"><paramref name="text"/> is empty.</exception>
    public static Quantity Of(
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
            Law = new UnreadLaw(),
            Text = text,
            Provenance = new Provenance(source, grade, date, note),
        };
    }

    /// <summary>An entry of <c>parameters:</c>: quantities whose text is its name share its draw.</summary>
    /// <param name="name">Name.</param>
    /// <param name="quantity">Its value, as <see cref="Of"/> makes it.</param>
    public static Quantity Named(string name, Quantity quantity) => quantity with { Address = $"parameters.{name}" };

    /// <summary>A certain number.</summary>
    public static Quantity Certain(string address, double value, Dimension dimension = Dimension.Number) =>
        new()
        {
            Address = address,
            Law = new CertainLaw(value),
            Dimension = dimension,
        };
}

/// <summary>Spearman rank correlation between two quantities.</summary>
/// <param name="First">Draw address of one.</param>
/// <param name="Second">Draw address of the other.</param>
/// <param name="Spearman">Rank correlation, −1 to 1; the normal correlation is 2·sin(πr/6).</param>
public sealed record RankCorrelation(string First, string Second, double Spearman);
