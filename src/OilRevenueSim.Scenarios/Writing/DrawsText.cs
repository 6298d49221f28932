using System.Text;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Scenarios.Writing;

/// <summary>Joint draws as a file that reads back as the same numbers.</summary>
internal static class DrawsText
{
    public static string Of(JointDraws draws)
    {
        var text = new StringBuilder(string.Join(',', draws.Columns.Select(c => c.Header))).Append('\n');
        for (var row = 0; row < draws.Rows; row++)
        {
            text.AppendJoin(',', draws.Columns.Select(c => DecimalText.Of(c.Values[row]))).Append('\n');
        }

        return text.ToString();
    }
}
