using System.Text.RegularExpressions;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>The header of a column of draws: <c>ADDRESS [UNIT]</c>, or <c>ADDRESS</c> for plain numbers.</summary>
internal static partial class HeaderText
{
    /// <summary>Address and unit, or null where the text is no header.</summary>
    public static (string Address, string Unit)? Parse(string header) =>
        Pattern().Match(header) is { Success: true } found
            ? (found.Groups["address"].Value, found.Groups["unit"].Value.Trim())
            : null;

    [GeneratedRegex(
        @"^\s*(?<address>[^\s\[\],]+)(\s*\[(?<unit>[^\[\],]*)\])?\s*\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Pattern();
}
