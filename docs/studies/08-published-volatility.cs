// Reproduce a published result
//
// Schwartz and Smith (Management Science 46, 2000) fitted their two-factor model to oil futures of 1990 to 1995 (half of a deviation fades
// in 0.465 years, volatilities 28.6 % and 14.5 %, correlation 0.3, drift −1.25 %), and give the mean and variance of the future log price
// in closed form. Here a run with their parameters is held against it. Their futures data, their fit and the
// state of the two factors on their date are not reproduced: the price begins at 30.70 USD, the average of January 2016 (US EIA), on its
// long-term level. The last line holds the band against what came: a model that was calm from 1990 to 1995 did not foresee 2016.
#:project ../../src/OilRevenueSim/OilRevenueSim.csproj

using OilRevenueSim;

var scenario = ScenarioFile.Parse(
    """
    schema: 1
    title: Schwartz and Smith (2000)
    start: 2016-01
    end: 2018-12
    record: [price_usd_per_bbl]
    benchmarks:
      oil: { model: schwartz-smith, spot: 30.70 USD/bbl, half-life: 0.4652 years, short-volatility: 28.6%,
             long-volatility: 14.5%, factor-correlation: 0.3, drift: -1.25% per year }
    markets:
      export: { price: { linked: oil } }
    """
);
var price = scenario.Run(paths: 20_000).Series("price_usd_per_bbl", channel: "export");
var (kappa, short_, long_, rho, drift) = (Math.Log(2) / 0.4652, 0.286, 0.145, 0.3, -0.0125);
Console.WriteLine("             mean of log price     standard deviation");
Console.WriteLine("             run       equation    run       equation");
foreach (var month in new[] { "2016-02", "2016-04", "2016-07", "2017-01", "2018-01", "2018-12" })
{
    var at = price.In(month);
    var years = (at.Period.First.DayNumber - scenario.Start.DayNumber) / 365.25;
    var fading = 1 - Math.Exp(-kappa * years);
    var variance =
        (1 - Math.Exp(-2 * kappa * years)) * short_ * short_ / (2 * kappa)
        + long_ * long_ * years
        + 2 * fading * rho * short_ * long_ / kappa;
    double[] logs = [.. at.Draws.Select(x => Math.Log(x))];
    var mean = logs.Average();
    var deviation = Math.Sqrt(logs.Average(x => (x - mean) * (x - mean)));
    Console.WriteLine(
        $"{month}      {mean:0.0000}    {Math.Log(30.70) + drift * years:0.0000}      {deviation:0.0000}    {Math.Sqrt(variance):0.0000}"
    );
}

double[] brent = [30.70, 32.18, 38.21, 41.58, 46.74, 48.25, 44.95, 45.84, 46.57, 49.52, 44.73, 53.31]; // 2016, US EIA
var inside = price
    .Months.Take(12)
    .Zip(brent)
    .Skip(1)
    .Count(x => x.First.Quantile(0.05).Value < x.Second && x.Second < x.First.Quantile(0.95).Value);
Console.WriteLine(
    $"{inside} of 11 months of 2016 lay inside the band that 90 % of futures keep to; neighbouring months are not independent"
);
