using System.Collections.Immutable;

namespace OilRevenueSim;

/// <summary>One value of a scenario that a design varies: its address and what it takes. Immutable.</summary>
public sealed record Axis
{
    /// <summary>Most levels of one axis.</summary>
    public const int MostLevels = 100_000;

    private Axis(string address, AxisText? text)
    {
        Address = address;
        Text = text;
    }

    /// <summary>Address of the value, e.g. <c>benchmarks.brent.spot</c>, <c>areas.oil-crescent.changes.guards>islamic-state.chance</c> or <c>end</c>.</summary>
    public string Address { get; }

    /// <summary>What it takes; null for the quantiles of its own law.</summary>
    internal AxisText? Text { get; }

    /// <summary>Levels or a range: <c>20:100:10 USD/bbl</c> (from:to:step), <c>20|40|80 USD/bbl</c>, <c>20:100 USD/bbl</c> (for a Latin hypercube or Sobol').</summary>
    /// <remarks>
    /// A level may be any quantity of the format: <c>25 to 45 kb/d|30 kb/d</c>. Numbers without a unit take the one in which the scenario
    /// writes the value.
    /// </remarks>
    /// <param name="address">Address of the value.</param>
    /// <param name="levels">Levels or range.</param>
    /// <exception cref="FormatException">The levels cannot be read; says what would have worked.</exception>
    public static Axis Of(string address, string levels)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(address);
        ArgumentNullException.ThrowIfNull(levels);
        return new Axis(address.Trim(), AxisText.Read(address.Trim(), levels));
    }

    /// <summary>The value's own law: its 5 %, 50 % and 95 % quantiles, or for a Latin hypercube or Sobol' any quantile.</summary>
    /// <param name="address">Address of a value that is uncertain in the scenario.</param>
    public static Axis OwnLaw(string address)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(address);
        return new Axis(address.Trim(), null);
    }

    /// <summary>Reads <c>ADDRESS=LEVELS</c>, or <c>ADDRESS</c> for the value's own law.</summary>
    /// <param name="text">Text, as <c>--vary</c> takes it.</param>
    /// <exception cref="FormatException">The text cannot be read; says what would have worked.</exception>
    public static Axis Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var address = (equals < 0 ? text : text[..equals]).Trim();
        if (address.Length == 0 || address.Contains(' ', StringComparison.Ordinal))
        {
            throw new FormatException(
                $"'{text}' names no value; write ADDRESS=FROM:TO:STEP UNIT, for example benchmarks.brent.spot=20:100:10 USD/bbl"
            );
        }

        return equals < 0 ? OwnLaw(address) : Of(address, text[(equals + 1)..]);
    }

    /// <inheritdoc />
    public override string ToString() => Text is null ? Address : $"{Address}={Text.Written}";
}
