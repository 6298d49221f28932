using BenchmarkDotNet.Running;
using OilRevenueSim.Benchmarks;

if (args is ["schwartz-step"])
{
    SchwartzStep.Answer(Console.In, Console.Out);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
