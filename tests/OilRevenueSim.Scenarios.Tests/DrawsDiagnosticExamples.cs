namespace OilRevenueSim.Scenarios.Tests;

/// <summary>Failing examples for tables of joint draws.</summary>
internal static class DrawsDiagnosticExamples
{
    private const string Spot = "benchmarks.brent.spot [USD/bbl]";

    public static IReadOnlyList<DiagnosticExample> All { get; } =
    [
        Table("ORS8001", "benchmarks.brent.spot in USD/bbl\n40\n41\n", "is not an address with its unit"),
        Table("ORS8001", $"\"\",{Spot}\n1,40\n2,41\n", "without row numbers"),
        Table("ORS8002", $"{Spot},{Spot}\n40,40\n41,41\n", "two columns have the address 'benchmarks.brent.spot'"),
        Table("ORS8003", "benchmarks.brent.spott [USD/bbl]\n40\n41\n", "near it: benchmarks.brent.spot"),
        Table("ORS8003", "title\n40\n41\n", "names no quantity of the scenario"),
        Table("ORS8004", $"{Spot},benchmarks.brent.volatility [%]\n40,30\n41,NA\n", "row 2: 'NA' in the column"),
        Table("ORS8004", $"{Spot},benchmarks.brent.volatility [%]\n40,30\n41\n", "row 2 has nothing in the column"),
        Table("ORS8004", $"{Spot}\n40,5\n41,2\n", "row 1 has 2 cells, but the header has 1"),
        Table("ORS8005", $"{Spot}\n40\n", "at least two rows"),
        Table("ORS8006", "benchmarks.brent.long-run [USD/bbl]\n40\n41\n", "whose rows say what goes with it"),
        Table("ORS3007", $"{Spot}\n40\n-3\n", "row 2: '-3 USD/bbl' lies outside"),
        Table("ORS3004", "benchmarks.brent.spot [kb/d]\n40\n41\n", "does not measure a price per barrel"),
        Table("ORS3003", "benchmarks.brent.spot [$/bbl]\n40\n41\n", "USD/bbl"),
        new(
            "ORS1020",
            ExampleFiles.Small + "draws: { posterior: { file: none.csv } }\n",
            "the file of draws 'none.csv'"
        ),
        new("ORS1021", ExampleFiles.Small + "draws: { posterior: { file: ../a.csv } }\n", "outside"),
        new("ORS2002", ExampleFiles.Small + "draws: { posterior: { source: a book } }\n", "add file:"),
    ];

    /// <summary>The small example with a table of draws.</summary>
    private static DiagnosticExample Table(string code, string table, string says) =>
        new(code, ExampleFiles.Small + "draws: { posterior: { file: draws.csv } }\n", says)
        {
            Included = new() { ["draws.csv"] = table },
        };
}
