using OilRevenueSim.Scenarios.Catalogue;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>The local identity of a list item (model.md §2): its <c>name:</c>, else what makes it unique.</summary>
internal static class ItemIdentity
{
    public static string Of(MappingNode item, IdentityRule rule) =>
        item.TextOf("name") is { Length: > 0 } name
            ? name
            : rule switch
            {
                IdentityRule.FromTo => $"{item.TextOf("from") ?? "?"}>{item.TextOf("to") ?? "?"}",
                IdentityRule.ThroughOf => $"{item.TextOf("through") ?? "?"}>{Joined(item, "of")}",
                IdentityRule.Route => Route(item),
                _ => "?",
            };

    private static string Route(MappingNode item)
    {
        var parts = new List<string> { Joined(item, "fields") };
        parts.AddRange(Texts(item, "via"));
        parts.Add(item.TextOf("to") ?? "?");
        return string.Join('>', parts);
    }

    private static string Joined(MappingNode item, string key)
    {
        var texts = Texts(item, key);
        return texts.Count == 0 ? "?" : string.Join('+', texts.Order(StringComparer.Ordinal));
    }

    private static List<string> Texts(MappingNode item, string key) =>
        item.Find(key)?.Value switch
        {
            ScalarNode { Text.Length: > 0 } one => [one.Text],
            ListNode list => [.. list.Items.OfType<ScalarNode>().Select(s => s.Text)],
            _ => [],
        };
}
