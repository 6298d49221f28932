using System.Text.Json.Nodes;

namespace OilRevenueSim.Scenarios.Themes;

/// <summary>The format of theme files as a JSON Schema (draft-07), for editors that complete and check.</summary>
/// <remarks>The reader checks more: files, contrast, letters.</remarks>
public static class ThemeSchema
{
    /// <summary>The schema as indented JSON with a final line end; the same text every time.</summary>
    public static string ToJson()
    {
        var root = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "OilRevenueSim theme",
        };
        foreach (var (key, value) in ScenarioSchema.Section(ThemeKeys.Top))
        {
            root[key] = value?.DeepClone();
        }

        return ScenarioSchema.Written(root);
    }
}
