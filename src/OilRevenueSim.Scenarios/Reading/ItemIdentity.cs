using OilRevenueSim.Scenarios.Catalogue;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>The local identity of a list item (model.md §2): its <c>name:</c>, else what makes it unique.</summary>
internal static class ItemIdentity
{
    public static string Of(MappingNode item, SectionShape shape) =>
        item.TextOf("name") is { Length: > 0 } name
            ? name
            : shape.Identity switch
            {
                IdentityRule.FromTo => $"{item.TextOf("from") ?? "?"}>{item.TextOf("to") ?? "?"}",
                IdentityRule.ThroughOf => $"{item.TextOf("through") ?? "?"}>{Joined(item, "of")}",
                IdentityRule.ByAt => $"{item.TextOf("by") ?? "?"}@{Joined(item, "at")}",
                IdentityRule.ByTargets => $"{item.TextOf("by") ?? "?"}@{Joined(item, "targets")}",
                IdentityRule.FirstValue => Object(item, shape),
                IdentityRule.VerbObject => $"{shape.Keys[0].Name}/{Object(item, shape)}",
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

    /// <summary>Value of the first key; a pair such as <c>{ through: a, of: b }</c> is <c>a&gt;b</c>.</summary>
    private static string Object(MappingNode item, SectionShape shape) =>
        item.Find(shape.Keys[0].Name)?.Value switch
        {
            ScalarNode { Text.Length: > 0 } one => one.Text,
            MappingNode pair when shape.Keys[0].Kind is SectionKey { Shape.Keys: [var first, var second] } =>
                $"{pair.TextOf(first.Name) ?? "?"}>{pair.TextOf(second.Name) ?? "?"}",
            _ => "?",
        };

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
