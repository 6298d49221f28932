// How many paths are enough?
//
// Ask before the run: a pilot of 4,096 futures says how many a precision needs, with the doubt that the pilot itself leaves. Then run as
// many, and look whether the error can be trusted: a mean that hangs on few paths has an error that is itself uncertain.
#:project ../../src/OilRevenueSim/OilRevenueSim.csproj

using OilRevenueSim;

var scenario = ScenarioFile.Load("scenarios/minimal.yaml");
foreach (var statistic in new[] { "mean 2%", "p95 2%", "p_any 2%" })
{
    var needed = scenario.PathsFor($"rebels gross_revenue_usd {statistic}");
    Console.WriteLine($"{statistic, -9} {needed.Paths:#,0} paths ({needed.Low:#,0} to {needed.High:#,0})");
}

var paths = scenario.PathsFor("rebels gross_revenue_usd mean 2%").Paths!.Value;
var gross = scenario.Run(paths: paths).Series("gross_revenue_usd", actor: "rebels");
Console.WriteLine($"after {paths:#,0} paths the mean is known to ± {gross.Mean.HalfWidth / gross.Mean.Value:0.0%}");

var batches = gross.Batches;
Console.WriteLine(
    $"standard error: {gross.StandardError:#,0} USD by paths, {batches.ErrorOfBatches:#,0} USD by 32 batches"
);
Console.WriteLine(
    $"kurtosis {batches.Shape.Kurtosis:0.0}: the error is itself known to ± {batches.Shape.ErrorOfError:0.0%}"
);
foreach (var size in batches.Scaling)
{
    Console.WriteLine(
        $"batches of {size.BatchPaths, 6:#,0}: {size.Ratio:0.00} of the variance expected, 95 % band {size.Low:0.00} to {size.High:0.00}"
    );
}

Console.WriteLine(batches.Warnings.IsEmpty ? "no warnings" : string.Join("\n", batches.Warnings));
gross.Convergence().Save("results/how-many-paths.png", 960, 540);
