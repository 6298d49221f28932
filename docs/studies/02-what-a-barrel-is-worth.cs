// What a barrel is worth
//
// If Brent had stood at another price on 1 February 2016, who would have gained? The price is set by its address, with its unit; all
// runs have one seed, so that path i meets the same war at every price. Oil that is shut in does not care: a dearer barrel mostly makes
// the state forgo more.
#:project ../../src/OilRevenueSim/OilRevenueSim.csproj

using OilRevenueSim;

var scenario = ScenarioFile.Load("scenarios/sirte-2016.yaml");
Console.WriteLine("Brent on     Islamic State    National Oil Corporation, billion USD");
Console.WriteLine("the day      million USD      sold             forgone");
foreach (var usd in new[] { 20, 40, 60, 80, 100 })
{
    var run = scenario.With("benchmarks.brent.spot", $"{usd} USD/bbl").Run(paths: 2_000);
    string Say(string quantity, string actor, double unit)
    {
        var series = run.Series(quantity, actor: actor);
        return $"{series.Mean.Value / unit:0.00} ± {series.StandardError / unit:0.00}".PadRight(17);
    }

    Console.WriteLine(
        $"{usd, 3} USD      {Say("gross_revenue_usd", "islamic-state", 1e6)}"
            + $"{Say("sales_usd", "noc", 1e9)}{Say("forgone_revenue_usd", "noc", 1e9)}".TrimEnd()
    );
}

var pair = scenario.Compare(scenario.With("benchmarks.brent.spot", "100 USD/bbl"), paths: 2_000);
var more = pair.Difference("gross_revenue_usd", actor: "islamic-state");
Console.WriteLine();
Console.WriteLine(
    $"At 100 USD the Islamic State gains {more.Mean.Value / 1e6:0.00} ± {more.StandardError / 1e6:0.00} million USD, "
        + $"in {more.Higher.Value:0.0%} of futures."
);
pair.Quantiles("islamic-state").Save("results/what-a-barrel-is-worth.png", 960, 540);
