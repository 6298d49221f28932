// Price and control
//
// What matters more for the Islamic State's oil money: the price of oil, or the chance that the guards lose the ports? Vary both over a
// grid; every cell meets the same random numbers, so that cells differ by what was varied and little else. The chance has the unit that
// the file gives it: percent within 12 months.
#:project ../../src/OilRevenueSim/OilRevenueSim.csproj

using OilRevenueSim;

const string Price = "benchmarks.brent.spot";
const string Loss = "areas.oil-crescent.changes.guards>islamic-state.chance";
var scenario = ScenarioFile.Load("scenarios/sirte-2016.yaml");
var design = Design.Factorial(Axis.Of(Price, "20:100:20 USD/bbl"), Axis.Of(Loss, "5:50:15"));
var sweep = scenario.Sweep(design, new SweepOptions { Paths = 1_000 });
foreach (var row in sweep.Rows().Where(r => !r.IsFile && r.Value is not null))
{
    var cell = string.Join(", ", row.Values.Select(v => v.Text));
    Console.WriteLine(
        $"{cell, -32} {row.Value!.Value.Value / 1e6:0.00} ± {row.Value!.Value.HalfWidth / 1e6:0.00} million USD"
    );
}

sweep.Surface(Price, Loss).Save("results/price-and-control.png", 960, 540);
