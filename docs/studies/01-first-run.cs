// First run
//
// How much oil money could the Islamic State reach from Sirte in 2016 and 2017? Load a scenario, run it, read the answer, ask for
// numbers of your own, save a chart.
#:project ../../src/OilRevenueSim/OilRevenueSim.csproj

using OilRevenueSim;

var scenario = ScenarioFile.Load("scenarios/sirte-2016.yaml");
var run = scenario.Run(paths: 4_000, seed: 1);
Console.WriteLine(run.Headline);
Console.WriteLine();

var gross = run.Series("gross_revenue_usd", actor: "islamic-state");
var p99 = gross.Quantile(0.99);
Console.WriteLine(
    $"99 % quantile: {p99.Value / 1e6:0.0} million USD, 95 % interval {p99.Low / 1e6:0.0} to {p99.High / 1e6:0.0}"
);
var any = gross.In("2017").Probability(above: 0);
Console.WriteLine($"chance of any in 2017: {any.Value:0.0%}, 95 % interval {any.Low:0.0%} to {any.High:0.0%}");

run.Exceedance("islamic-state").Save("results/first-run.png", 960, 540);
