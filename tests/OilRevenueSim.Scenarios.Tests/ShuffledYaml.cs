using System.Text;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Tests;

/// <summary>Writes a tree as YAML on one line with its mappings and the lists whose order means nothing in another order.</summary>
internal sealed class ShuffledYaml(int[] keys)
{
    private static readonly string[] OrderMeans = ["routes", "via", "at"];

    private int next;

    public string Write(YamlNode node)
    {
        var text = new StringBuilder();
        Write(node, "", text);
        return text.Append('\n').ToString();
    }

    private void Write(YamlNode node, string key, StringBuilder text)
    {
        switch (node)
        {
            case MappingNode mapping:
                text.Append('{');
                foreach (var entry in Shuffled(mapping.Entries))
                {
                    text.Append(entry.Key.Text).Append(": ");
                    Write(entry.Value, entry.Key.Text, text);
                    text.Append(", ");
                }

                text.Append('}');
                break;
            case ListNode list:
                // The entries of correlations: and price-correlations: are themselves ordered: address, address, number.
                var ordered = OrderMeans.Contains(key, StringComparer.Ordinal) || key == "entry of correlations";
                text.Append('[');
                foreach (var item in ordered ? list.Items : Shuffled(list.Items))
                {
                    Write(item, key is "correlations" or "price-correlations" ? "entry of correlations" : "", text);
                    text.Append(", ");
                }

                text.Append(']');
                break;
            case ScalarNode scalar:
                text.Append('"')
                    .Append(
                        scalar
                            .Text.Replace("\\", "\\\\", StringComparison.Ordinal)
                            .Replace("\"", "\\\"", StringComparison.Ordinal)
                    )
                    .Append('"');
                break;
            default:
                break;
        }
    }

    private IEnumerable<T> Shuffled<T>(IReadOnlyList<T> items) => items.OrderBy(_ => keys[next++ % keys.Length]);
}
