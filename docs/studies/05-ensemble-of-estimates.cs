// An ensemble of estimates
//
// Three readers of the same news disagree on how likely the Islamic State is to take the ports of the oil crescent within a year. Pool
// their distributions with equal weights (the linear opinion pool: Stone, Annals of Mathematical Statistics 32, 1961): the draws of all
// three make one sample. The law of total variance then says how much of the doubt is disagreement between the three. The estimates of
// the other two are made up for this example.
#:project ../../src/OilRevenueSim/OilRevenueSim.csproj

using OilRevenueSim;

const string Chance = "areas.oil-crescent.changes.guards>islamic-state.chance";
var scenario = ScenarioFile.Load("scenarios/sirte-2016.yaml");
var readers = new Dictionary<string, string>
{
    ["calm"] = "1% to 5% within 12 months",
    ["of the file"] = "4% to 14% within 12 months",
    ["alarmed"] = "15% to 45% within 12 months",
};

var pool = new List<double>();
var means = new List<double>();
foreach (var (reader, estimate) in readers)
{
    var gross = scenario.With(Chance, estimate).Run(paths: 4_000).Series("gross_revenue_usd", actor: "islamic-state");
    Console.WriteLine(
        $"{reader, -12} any {gross.ProbabilityOfAny.Value:0.0%}, mean {gross.Mean.Value / 1e6:0.00} million USD"
    );
    pool.AddRange(gross.Draws);
    means.Add(gross.Mean.Value);
}

var mean = pool.Average();
var total = pool.Average(x => (x - mean) * (x - mean));
var between = means.Average(m => (m - mean) * (m - mean));
Console.WriteLine(
    $"{"pooled", -12} any {pool.Count(x => x > 0) / (double)pool.Count:0.0%}, mean {mean / 1e6:0.00} million USD"
);
Console.WriteLine(
    $"of the variance, {between / total:0.0%} is disagreement about the ports; the rest every reader has too"
);

var pair = scenario.With(Chance, readers["calm"]).Compare(scenario.With(Chance, readers["alarmed"]), paths: 4_000);
pair.Quantiles("islamic-state").Save("results/calm-and-alarmed.png", 960, 540);
