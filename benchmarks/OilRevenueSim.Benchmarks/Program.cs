using System.Globalization;
using BenchmarkDotNet.Running;
using OilRevenueSim.Benchmarks;
using OilRevenueSim.Benchmarks.Worlds;

switch (args)
{
    case ["schwartz-step"]:
        SchwartzStep.Answer(Console.In, Console.Out);
        break;
    case ["reference"]:
        ReferenceWorkload.Answer(Console.In, Console.Out);
        break;
    case ["war", .. var names]:
        WarBenchmarks.PrintPairs(names is [] ? WarBenchmarks.Scenarios : names);
        break;
    case ["cost"]:
        CostExponents.Print();
        break;
    case ["bytes"]:
        BlockBytes.Print();
        break;
    case ["world", var assets, var step, var years]:
        Console.Write(
            GeneratedWorld.Yaml(
                int.Parse(assets, CultureInfo.InvariantCulture),
                step,
                int.Parse(years, CultureInfo.InvariantCulture)
            )
        );
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
