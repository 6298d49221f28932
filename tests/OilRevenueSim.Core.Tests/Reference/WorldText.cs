using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Core.Tests.Reference;

/// <summary>Writes a scenario of certain numbers as JSON: every record by its properties, a quantity as its number.</summary>
internal static class WorldText
{
    private static readonly string[] Left =
    [
        "address",
        "content-hash",
        "contentHash",
        "correlations",
        "dimension",
        "files",
        "isCertain",
        "kind",
        "label",
        "overrides",
        "parameters",
        "provenance",
        "quantities",
        "question",
        "hasStart",
        "state",
        "text",
        "thresholds",
        "title",
        "warnings",
        "writtenNumbers",
        "equalityContract",
    ];

    public static JsonNode Of(Scenario scenario) => Write(scenario)!;

    private static JsonNode? Write(object? value) =>
        value switch
        {
            null => null,
            Quantity quantity => Number(quantity),
            HardRange range => new JsonObject { ["high"] = Finite(range.High), ["low"] = Finite(range.Low) },
            string text => text,
            bool flag => flag,
            int number => number,
            double number => Finite(number),
            DateOnly date => date.ToString("yyyy-MM-dd"),
            Enum word => word.ToString(),
            IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(Write)]),
            _ => Record(value),
        };

    private static JsonNode? Finite(double x) => double.IsFinite(x) ? JsonValue.Create(x) : null;

    private static JsonNode Number(Quantity quantity) =>
        quantity.Law.IsCertain
            ? JsonValue.Create(new QuantityLaw(quantity).Value(0.5))
            : throw new InvalidOperationException($"{quantity.Address} is not certain.");

    private static JsonObject Record(object value)
    {
        var result = new JsonObject();
        if (value.GetType().BaseType is { IsAbstract: true })
        {
            result["type"] = value.GetType().Name;
        }

        foreach (
            var property in value
                .GetType()
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .OrderBy(p => p.Name, StringComparer.Ordinal)
        )
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (!Left.Contains(name) && property.PropertyType != typeof(GeoPoint?))
            {
                result[name] = Write(property.GetValue(value));
            }
        }

        return result;
    }
}
