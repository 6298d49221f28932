// The value of an intervention
//
// What do air strikes on oil, and halved pay, take from the Islamic State in Syria and Iraq? Every course meets the same futures, so the
// difference is known far better than either side: how much better is the variance reduction, the number of times more paths that
// independent runs would need (common random numbers: Glasserman, Monte Carlo Methods in Financial Engineering, §4.2). Behind ± stands a
// standard error. Halved pay takes next to nothing: even 20,000 futures hardly tell it from zero, and other seeds would not tell it at all.
#:project ../../src/OilRevenueSim/OilRevenueSim.csproj

using OilRevenueSim;

var scenario = ScenarioFile.Load("scenarios/isil-syria-iraq-2014.yaml");
var compared = scenario.Compare(["as-it-stands", "strikes", "pay-cut"], paths: 20_000);
foreach (var course in compared.Names.Skip(1))
{
    var change = compared.Difference("gross_revenue_usd", actor: "islamic-state", course: course);
    var before = compared["as-it-stands"].Series("gross_revenue_usd", actor: "islamic-state");
    var after = compared[course].Series("gross_revenue_usd", actor: "islamic-state");
    var independent = Math.Sqrt(Math.Pow(before.StandardError, 2) + Math.Pow(after.StandardError, 2));
    Console.WriteLine($"{course}: {before.Mean.Value / 1e6:0} million USD becomes {after.Mean.Value / 1e6:0}");
    Console.WriteLine(
        $"  change              {change.Mean.Value / 1e6:0.00} ± {change.StandardError / 1e6:0.00} million USD"
    );
    Console.WriteLine($"  with other seeds    {change.Mean.Value / 1e6:0.00} ± {independent / 1e6:0.00} million USD");
    Console.WriteLine($"  variance reduction  {change.VarianceReduction:0.0} times");
    Console.WriteLine(
        $"  less, same, more    {change.Lower.Value:0.0%}, {change.Equal.Value:0.0%}, {change.Higher.Value:0.0%} of futures"
    );
    foreach (var year in change.Years)
    {
        Console.WriteLine(
            $"  {year.Period.Label}                {year.Mean.Value / 1e6:0.00} ± {year.StandardError / 1e6:0.00}"
        );
    }
}

compared.DifferenceFan("islamic-state", "strikes").Save("results/value-of-strikes.png", 960, 540);
