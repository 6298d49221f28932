namespace OilRevenueSim.Scenarios;

// Models of benchmarks and market prices.
public static partial class DiagnosticTable
{
    internal static readonly DiagnosticRule UnknownRegime = Error(
        "ORS4021",
        "No such regime",
        "start: clam with sets: { calm: …, wild: … }"
    );

    internal static readonly DiagnosticRule PriceCannotCorrelate = Error(
        "ORS5061",
        "This is no random movement that can correlate",
        "[brent, dubai, 0.9] with a constant dubai"
    );

    internal static readonly DiagnosticRule PriceCorrelationsContradict = Error(
        "ORS5062",
        "The correlations of prices cannot all hold at once",
        "brent~dubai 0.95, brent~wti 0.95, wti~dubai not listed"
    );

    internal static readonly DiagnosticRule FloorAboveCap = Error(
        "ORS5063",
        "The floor of a price lies above its cap",
        "floor: 60 USD/bbl, cap: 20 USD/bbl"
    );

    internal static readonly DiagnosticRule HistorySpacing = Error(
        "ORS5064",
        "The spacing of the history is not the step's",
        "daily prices with step: month"
    );

    internal static readonly DiagnosticRule BlockTooShort = Error(
        "ORS5065",
        "Blocks of the bootstrap are shorter than one step",
        "block-length: 1 week with step: month"
    );

    internal static readonly DiagnosticRule HistoriesDiffer = Error(
        "ORS5066",
        "Bootstrapped benchmarks cannot share their blocks",
        "histories of different years"
    );

    internal static readonly DiagnosticRule WanderIdle = Error(
        "ORS5067",
        "What is 0 % or 100 % cannot wander",
        "discount: { value: 0%, wander: … }"
    );
}
