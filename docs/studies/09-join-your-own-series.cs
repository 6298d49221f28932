// Join with a series of your own
//
// Any table of a result becomes a Deedle frame, and joins with whatever you bring: here the monthly price of Brent that really came (US
// EIA, USD a barrel), to ask what the oil that Libya's state forgoes in a month amounts to in barrels a day at that price. The figure is of
// the joined numbers, as a fan like those of a run.
#:project ../../src/OilRevenueSim/OilRevenueSim.csproj
#:property PublishAot=false

using Deedle;
using OilRevenueSim;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Reporting;

var run = ScenarioFile.Load("scenarios/sirte-2016.yaml").Run(paths: 2_000);
var months = run.Series("forgone_revenue_usd", actor: "noc").Months;
var forgone = months.Select(m => KeyValue.Create(m.Period.Label, m.Mean.Value)).ToSeries();
var days = months.Select(m => KeyValue.Create(m.Period.Label, (double)m.Period.Days)).ToSeries();

// Yours: from a file, Frame.ReadCsv("brent.csv").
double[] usd = [32.18, 38.21, 41.58, 46.74, 48.25, 44.95, 45.84, 46.57, 49.52, 44.73, 53.31];
var brent = usd.Select((x, i) => KeyValue.Create($"2016-{i + 2:00}", x)).ToSeries();

var frame = Frame.FromColumns(
    new Dictionary<string, Series<string, double>>
    {
        ["forgone"] = forgone,
        ["brent"] = brent,
        ["days"] = days,
    }
);
var joined = frame.DropSparseRows(); // the months that both have
var (lost, price) = (joined.GetColumn<double>("forgone"), joined.GetColumn<double>("brent"));
var barrels = lost / price / joined.GetColumn<double>("days");
Console.WriteLine("month      forgone, million USD   Brent, USD/bbl   thousand barrels a day");
foreach (var month in joined.RowKeys)
{
    Console.WriteLine(
        $"{month}    {lost[month] / 1e6, 20:0.0}   {price[month], 14:0.00}   {barrels[month] / 1e3, 22:0}"
    );
}

Console.WriteLine($"mean of the year: {barrels.Mean() / 1e3:0} thousand barrels a day");

// At each month's price and days, as the means above.
double[] At(double p) =>
    [.. months.Take(usd.Length).Select((m, i) => m.Quantile(p).Value / usd[i] / m.Period.Days / 1e3)];
var chart = new FanChart(
    new ChartText(
        $"Libya forgoes {barrels.Mean() / 1e3:0} thousand barrels a day",
        "Revenue forgone by the National Oil Corporation divided by the price of Brent that came, thousand barrels a day.",
        new ChartFoot(["sirte-2016, as-it-stands, 2,000 paths, seed 1. Brent: US EIA."]),
        $"Fan chart of the oil forgone by month, on average {barrels.Mean() / 1e3:0} thousand barrels a day in 2016."
    ),
    "National Oil Corporation",
    new ChartUnit(1, "thousand barrels a day"),
    [.. months.Take(usd.Length).Select(m => m.Period.First)],
    [new FanBand(0.9, "90 % of futures", [.. At(0.05)], [.. At(0.95)])],
    [.. At(0.5)],
    [.. barrels.Values.Select(b => b / 1e3)],
    false
);
Figure.From(chart).Save("results/join-your-own-series.png", 960, 540);
