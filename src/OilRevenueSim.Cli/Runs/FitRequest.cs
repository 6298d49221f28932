using OilRevenueSim.Analysis.FitReports;
using OilRevenueSim.Reporting;
using OilRevenueSim.Scenarios.PriceHistories;

namespace OilRevenueSim.Cli.Runs;

/// <summary>What <c>oilsim fit</c> was asked for, with its ranges checked.</summary>
internal sealed record FitRequest
{
    /// <summary>File of prices.</summary>
    public required string Path { get; init; }

    /// <summary>Window, column and meaning of the prices.</summary>
    public PriceHistoryOptions Prices { get; init; } = new();

    /// <summary>Models to fit.</summary>
    public required FitModel[] Models { get; init; }

    /// <summary>Samples of the bootstrap; 0 makes none.</summary>
    public int BootstrapSamples { get; init; }

    /// <summary>Score forecasts.</summary>
    public bool WithScores { get; init; }

    /// <summary>Folder of all results.</summary>
    public string Out { get; init; } = "results";

    /// <summary>Seed of everything drawn.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Print the fits as JSON and nothing else.</summary>
    public bool AsJson { get; init; }

    /// <summary>Print nothing unless something is wrong.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>How the charts are written.</summary>
    public FigureStyle Style { get; init; } = FigureStyle.Usual;

    /// <summary>Marking and look of the charts.</summary>
    public FigureOptions Look { get; init; } = new();

    /// <summary>Draw the charts.</summary>
    public bool WithCharts { get; init; } = true;
}
