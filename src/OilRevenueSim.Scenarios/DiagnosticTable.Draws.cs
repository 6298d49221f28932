namespace OilRevenueSim.Scenarios;

// Tables of joint draws.
public static partial class DiagnosticTable
{
    internal static readonly DiagnosticRule DrawsHeader = Error(
        "ORS8001",
        "A column of draws does not name an address with its unit",
        "benchmarks.brent.spot in USD/bbl"
    );

    internal static readonly DiagnosticRule DrawsColumnTwice = Error(
        "ORS8002",
        "Two columns of draws have the same address",
        "benchmarks.brent.spot [USD/bbl],benchmarks.brent.spot [USD/bbl]"
    );

    internal static readonly DiagnosticRule DrawsUnknownColumn = Error(
        "ORS8003",
        "A column of draws names no quantity of the scenario",
        "benchmarks.brent.spott [USD/bbl]"
    );

    internal static readonly DiagnosticRule DrawsCell = Error(
        "ORS8004",
        "A cell of the draws is missing or is no number",
        "40.1,NA"
    );

    internal static readonly DiagnosticRule DrawsTooFew = Error(
        "ORS8005",
        "A table of draws has fewer than two rows, or no column",
        "only a header"
    );

    internal static readonly DiagnosticRule DrawsCorrelated = Error(
        "ORS8006",
        "A quantity that a table of draws supplies is also in correlations:",
        "[benchmarks.brent.spot, benchmarks.brent.volatility, 0.5]"
    );
}
