// Export to R
//
// The values of every future, a row a path, as Parquet for R or Python, with units, sources of the numbers and what was run in the file's
// metadata; and the summary as CSV for everything else. In R: library(arrow); paths <- read_parquet("results/paths.parquet");
// hist(paths$rebels__gross_revenue_usd__total).
#:project ../../src/OilRevenueSim/OilRevenueSim.csproj

using OilRevenueSim;

var run = ScenarioFile.Load("scenarios/minimal.yaml").Run(paths: 4_000, seed: 1);
Directory.CreateDirectory("results");
run.WriteParquet("results/paths.parquet", ResultTable.Paths);
run.WriteArrow("results/paths.arrow", ResultTable.Paths);
run.WriteCsv("results/summary.csv");

var frame = run.Frame(ResultTable.Paths);
Console.WriteLine($"{frame.RowCount:#,0} paths, {frame.ColumnCount} columns:");
foreach (var column in frame.ColumnKeys)
{
    Console.WriteLine($"  {column}");
}

foreach (var line in File.ReadLines("results/summary.csv").Take(4))
{
    Console.WriteLine(line);
}

run.Exceedance("rebels").Save("results/export-to-r.png", 960, 540);
