using System.Globalization;
using System.Reflection;
using OilRevenueSim.Benchmarks.Worlds;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim.Benchmarks;

/// <summary>Counts the arrays that hold the state of a block of 256 paths: what does not fit into a cache must come from the next.</summary>
internal static class BlockBytes
{
    private const int Lanes = 256;
    private const int Shown = 8;

    /// <summary>Counts and prints for the reference workload and a generated world.</summary>
    public static void Print()
    {
        Print("reference workload", ReferenceWorkload.Plan());
        var generated = ScenarioReader.ReadText(GeneratedWorld.Yaml(60, "month", 10), "generated.yaml").Scenario!;
        Print("60 assets, 120 months", SimulationPlan.Compile(generated));
    }

    private static void Print(string world, SimulationPlan plan)
    {
        var block = BlockSimulator.Create(plan, 1, Lanes).Block;
        (string Name, long Bytes)[] arrays =
        [
            .. typeof(PathBlock)
                .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(property => property.PropertyType.IsArray && property.GetIndexParameters().Length == 0)
                .Select(property => (property.Name, Bytes: BytesOf((Array?)property.GetValue(block))))
                .OrderByDescending(array => array.Bytes),
        ];
        var entities =
            plan.Chains.Length
            + plan.Fields.Length
            + plan.Nodes.Length
            + plan.Carriages.Length
            + plan.Prices.Benchmarks.Length;
        var total = arrays.Sum(array => array.Bytes);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{world}: {total / 1024.0:0} KB a block of {Lanes} paths, {total / (double)Lanes:0} bytes a path, {total / (double)Lanes / entities:0} bytes an entity of {entities}"
            )
        );
        foreach (var (name, bytes) in arrays.Take(Shown))
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {name, -16} {bytes / 1024.0, 7:0} KB {100.0 * bytes / total, 5:0} %"
                )
            );
        }
    }

    private static long BytesOf(Array? array) =>
        array?.GetType().GetElementType() is not { } element ? 0
        : element.IsPrimitive ? Buffer.ByteLength(array)
        : array.Cast<object?>().Sum(part => BytesOf(part as Array));
}
