using System.Collections.Immutable;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios.Reading;

namespace OilRevenueSim.Scenarios;

/// <summary>Headers of columns of joint draws: <c>ADDRESS [UNIT]</c>, or <c>ADDRESS</c> for plain numbers.</summary>
public static class DrawHeader
{
    /// <summary>A column from its header and its numbers.</summary>
    /// <param name="header">E.g. <c>benchmarks.brent.spot [USD/bbl]</c> or <c>fields.oilfield.condition [%]</c>.</param>
    /// <param name="values">Number of each row, in that unit.</param>
    /// <exception cref="FormatException">The header is no address with its unit.</exception>
    public static DrawColumn Column(string header, ImmutableArray<double> values)
    {
        ArgumentNullException.ThrowIfNull(header);
        return HeaderText.Parse(header) is var (address, unit)
            ? new DrawColumn(address, unit, values)
            : throw new FormatException(
                $"'{header}' is not an address with its unit; write for example benchmarks.brent.spot [USD/bbl]."
            );
    }
}
