namespace OilRevenueSim.Scenarios;

/// <summary>A value that replaces one of a scenario file's, as <c>--set ADDRESS=QUANTITY</c> gives it.</summary>
/// <param name="Address">Address of the value, e.g. <c>benchmarks.brent.spot</c>, or <c>start</c>, <c>end</c>, <c>step</c>.</param>
/// <param name="Text">New value as it would stand in the file.</param>
public sealed record QuantityOverride(string Address, string Text)
{
    /// <summary>Reads <c>ADDRESS=QUANTITY</c>.</summary>
    /// <exception cref="FormatException">The text has no <c>=</c>, or nothing before or after it.</exception>
    public static QuantityOverride Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0 || equals == text.Length - 1)
        {
            throw new FormatException(
                $"'{text}' is not ADDRESS=QUANTITY; write for example benchmarks.brent.spot=\"40 USD/bbl\"."
            );
        }

        return new QuantityOverride(text[..equals].Trim(), text[(equals + 1)..].Trim());
    }
}
