using System.Collections;
using System.Reflection;
using OilRevenueSim.Analysis.Charts;
using Xunit;

namespace OilRevenueSim.Reporting.Tests;

/// <summary>
/// The figures of the gallery with other names in them: whatever a chart names is renamed, whatever its kind. Words that begin
/// small (median, half of futures) are the program's own and stay, as do texts with numbers.
/// </summary>
internal static class Relabelled
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    // Units are read by the figure, and texts have tests of their own.
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal) { "Unit", "Text", "Id", "Key" };

    /// <summary>The figure with very long names.</summary>
    public static Figure Long(Figure figure) =>
        Of(
            figure,
            name =>
                name + " and the brigades of the far south-western border districts, with all who pledged allegiance"
        );

    /// <summary>The figure with names of a letter or two.</summary>
    public static Figure Short(Figure figure) => Of(figure, name => name[..Math.Min(2, name.Length)].Trim());

    private static Figure Of(Figure figure, Func<string, string> rename)
    {
        // Each kind keeps its chart in the one closure that draws it.
        var draws = typeof(Figure).GetField("compose", Hidden)!.GetValue(figure)!;
        var held = ((Delegate)draws).Target!;
        var chart = held.GetType().GetField("chart", Hidden)?.GetValue(held);
        Assert.NotNull(chart);
        var renamed = Rebuilt(chart, rename)!;
        var make = typeof(Figure).GetMethod(nameof(Figure.From), [renamed.GetType()])!;
        return (Figure)make.Invoke(null, [renamed])!;
    }

    private static object? Rebuilt(object? value, Func<string, string> rename)
    {
        if (value is null or ChartText)
        {
            return value;
        }

        var type = value.GetType();
        if (value is string text)
        {
            return text.Length > 0 && char.IsUpper(text[0]) && !text.Any(char.IsDigit) ? rename(text) : text;
        }

        if (value is IEnumerable items && type.IsGenericType)
        {
            return type.Name.StartsWith("ImmutableArray", StringComparison.Ordinal)
                ? RebuiltList(items, type, rename)
                : value;
        }

        return type.Namespace?.StartsWith("OilRevenueSim.Analysis", StringComparison.Ordinal) == true && !type.IsEnum
            ? RebuiltRecord(value, type, rename)
            : value;
    }

    private static object RebuiltList(IEnumerable items, Type type, Func<string, string> rename)
    {
        var element = type.GetGenericArguments()[0];
        if (element.IsPrimitive || element == typeof(DateOnly))
        {
            return items;
        }

        object?[] rebuilt = [.. items.Cast<object?>().Select(i => Rebuilt(i, rename))];
        var array = Array.CreateInstance(element, rebuilt.Length);
        rebuilt.CopyTo(array, 0);
        var create = typeof(System.Collections.Immutable.ImmutableArray)
            .GetMethods()
            .Single(m => m.Name == "ToImmutableArray" && IsOfEnumerable(m))
            .MakeGenericMethod(element);
        return create.Invoke(null, [array])!;
    }

    private static bool IsOfEnumerable(MethodInfo method) =>
        method.GetParameters() is [{ ParameterType: { IsGenericType: true } only }]
        && only.GetGenericTypeDefinition() == typeof(IEnumerable<>);

    // A record's longest constructor is that of its parts, which are properties of the same names.
    private static object RebuiltRecord(object value, Type type, Func<string, string> rename)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault();
        if (constructor is null || constructor.GetParameters().Length == 0)
        {
            return value;
        }

        object?[] parts =
        [
            .. constructor
                .GetParameters()
                .Select(p =>
                {
                    var part = type.GetProperty(p.Name!)!.GetValue(value);
                    return Kept.Contains(p.Name!) ? part : Rebuilt(part, rename);
                }),
        ];
        return constructor.Invoke(parts);
    }
}
