using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OilRevenueSim.Scenarios.Catalogue;
using OilRevenueSim.Scenarios.Themes;

namespace OilRevenueSim.Scenarios;

/// <summary>The format as a JSON Schema (draft-07), so that editors complete keys and check while one types.</summary>
/// <remarks>The reader checks more: units, names that refer to one another, ranges and what the parts mean together.</remarks>
public static class ScenarioSchema
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as indented JSON with a final line end; the same text every time.</summary>
    public static string ToJson()
    {
        var root = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "OilRevenueSim scenario",
        };
        foreach (var (key, value) in Section(ParameterCatalogue.Top))
        {
            root[key] = value?.DeepClone();
        }

        root["definitions"] = new JsonObject
        {
            ["name"] = new JsonObject
            {
                ["type"] = "string",
                ["pattern"] = "^[a-z][a-z0-9-]*$",
                ["description"] = "A name: lower-case letters, digits and hyphens, beginning with a letter.",
            },
            ["quantity"] = new JsonObject
            {
                ["description"] = "A number with its unit, a 90 % range, a distribution, or the name of a parameter.",
                ["anyOf"] = new JsonArray { Type("string", "number"), Section(ParameterCatalogue.Quantity) },
            },
        };
        return Written(root);
    }

    /// <summary>A schema as indented JSON.</summary>
    internal static string Written(JsonObject schema) => schema.ToJsonString(Layout) + "\n";

    /// <summary>The schema of a section.</summary>
    internal static JsonObject Section(SectionShape shape)
    {
        var properties = new JsonObject();
        foreach (var key in shape.Computed)
        {
            properties[key.Name] = Property(key);
        }

        var result = new JsonObject
        {
            ["type"] = "object",
            ["description"] = shape.Meaning,
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        var required = shape.Computed.Where(k => k.Required && k.Only is null).ToList();
        if (required.Count > 0)
        {
            result["required"] = Texts(required.Select(k => k.Name));
        }

        var rules = new JsonArray([.. Groups(shape), .. Conditions(shape)]);
        if (rules.Count > 0)
        {
            result["allOf"] = rules;
        }

        return result;
    }

    private static JsonObject Property(KeyDefinition key)
    {
        var result = Kind(key.Kind);
        var absent =
            key.Default is not null ? $" Default: {key.Default}."
            : key.Absent is not null ? $" Where absent: {key.Absent}."
            : "";
        result["description"] = key.Meaning + absent + (key.Example is null ? "" : $" Example: {key.Example}");
        return result;
    }

    private static JsonObject Kind(KeyKind kind) =>
        kind switch
        {
            NameKey or ReferenceKey => Name(),
            ReferencesKey references => references.OrAny
                ? new JsonObject
                {
                    ["anyOf"] = new JsonArray { Name(), List(Name()) },
                }
                : List(Name()),
            QuantityKey { Wander: not null } wandering => Any(Quantity(), Section(wandering.LongForm)),
            QuantityKey => Quantity(),
            PriceFileKey => Type("string"),
            DateKey => new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$" },
            ChoiceKey choice => new JsonObject { ["enum"] = Texts(choice.Words) },
            PointKey => new JsonObject
            {
                ["type"] = "array",
                ["items"] = Type("number"),
                ["minItems"] = 2,
                ["maxItems"] = 2,
            },
            WholeNumberKey whole => new JsonObject
            {
                ["type"] = "integer",
                ["minimum"] = whole.Low,
                ["maximum"] = whole.High,
            },
            SectionKey section => Section(section.Shape),
            NamedSectionsKey named => Map(NamedSection(named.Shape)),
            ItemsKey items => List(Section(items.Shape)),
            FlagKey => Type("boolean"),
            WordsKey words => List(new JsonObject { ["enum"] = Texts(words.Words) }),
            ObjectKey => Type("string"),
            ObjectsKey => List(Type("string")),
            EventLawKey => Quantity(),
            CompactKey compact => Any(Type("string"), Section(compact.Shape)),
            VariantsKey variants => Any(Variant(variants), List(Variant(variants))),
            CoursesKey => Map(List(Name())),
            QuantityMapKey { OrOne: true } => Any(Quantity(), Map(Quantity())),
            QuantityMapKey or ParametersKey => Map(Quantity(), names: kind is not QuantityMapKey { KeysAre: null }),
            AmountsKey => List(Type("string", "number")),
            CorrelationsKey or PriceCorrelationsKey => List(
                new JsonObject
                {
                    ["type"] = "array",
                    ["minItems"] = 3,
                    ["maxItems"] = 3,
                }
            ),
            ColourKey => Colour(),
            ColoursKey => List(Colour()),
            AssetKey => Type("string"),
            IncludeKey => new JsonObject
            {
                ["anyOf"] = new JsonArray { Type("string"), List(Type("string")) },
            },
            _ => Type("string", "number"),
        };

    private static JsonObject Any(params ReadOnlySpan<JsonNode> schemas)
    {
        var any = new JsonArray();
        foreach (var schema in schemas)
        {
            any.Add(schema);
        }

        return new JsonObject { ["anyOf"] = any };
    }

    private static JsonObject Variant(VariantsKey variants) =>
        Any([.. variants.Variants.Select(v => (JsonNode)Section(v))]);

    /// <summary>A section under a name; it may be left empty where no key of it is needed.</summary>
    private static JsonObject NamedSection(SectionShape shape) =>
        shape.Keys.Any(k => k.Required)
            ? Section(shape)
            : new JsonObject
            {
                ["anyOf"] = new JsonArray { Section(shape), Type("null") },
            };

    private static IEnumerable<JsonNode> Groups(SectionShape shape)
    {
        foreach (
            var group in shape.Computed.Where(k => k.Group is not null).GroupBy(k => k.Group!, StringComparer.Ordinal)
        )
        {
            var each = group.Select(k => (JsonNode)Requires(k.Name)).ToList();
            if (shape.RequiredGroups.Contains(group.Key, StringComparer.Ordinal))
            {
                yield return new JsonObject { ["oneOf"] = new JsonArray([.. each]) };
                continue;
            }

            // None of the group, or exactly one.
            var none = new JsonObject
            {
                ["not"] = new JsonObject { ["anyOf"] = new JsonArray([.. each.Select(e => e.DeepClone())]) },
            };
            yield return new JsonObject { ["oneOf"] = new JsonArray([none, .. each]) };
        }
    }

    private static IEnumerable<JsonNode> Conditions(SectionShape shape)
    {
        foreach (var key in shape.Computed.Where(k => k.Only is not null))
        {
            var holds = Requires(key.Only!.Key);
            if (!key.Only.Words.IsDefaultOrEmpty)
            {
                holds["properties"] = new JsonObject
                {
                    [key.Only.Key] = new JsonObject { ["enum"] = Texts(key.Only.Words) },
                };
            }

            var rule = new JsonObject { ["if"] = holds };
            if (key.Required)
            {
                rule["then"] = Requires(key.Name);
            }

            rule["else"] = new JsonObject { ["not"] = Requires(key.Name) };
            yield return rule;
        }
    }

    private static JsonObject Requires(string key) => new() { ["required"] = Texts([key]) };

    private static JsonObject Colour() => new() { ["type"] = "string", ["pattern"] = "^#?[0-9A-Fa-f]{6}$" };

    private static JsonObject Name() => new() { ["$ref"] = "#/definitions/name" };

    private static JsonObject Quantity() =>
        new() { ["anyOf"] = new JsonArray { new JsonObject { ["$ref"] = "#/definitions/quantity" } } };

    private static JsonObject List(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Map(JsonObject values, bool names = true) =>
        names
            ? new JsonObject
            {
                ["type"] = "object",
                ["propertyNames"] = Name(),
                ["additionalProperties"] = values,
            }
            : new JsonObject { ["type"] = "object", ["additionalProperties"] = values };

    private static JsonObject Type(params ReadOnlySpan<string> types)
    {
        var all = new JsonArray();
        foreach (var type in types)
        {
            all.Add(type);
        }

        return new JsonObject { ["type"] = types.Length == 1 ? types[0] : all };
    }

    private static JsonArray Texts(IEnumerable<string> texts)
    {
        var array = new JsonArray();
        foreach (var text in texts)
        {
            array.Add(text);
        }

        return array;
    }
}
