using OilRevenueSim.Reporting;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim.Cli.Runs;

/// <summary>What <c>oilsim sweep</c> was asked for, with its ranges checked.</summary>
internal sealed record SweepRequest
{
    /// <summary>Scenario file.</summary>
    public required string ScenarioPath { get; init; }

    /// <summary>Values that replace those of the file.</summary>
    public QuantityOverride[] Overrides { get; init; } = [];

    /// <summary>Courses as given, <c>all</c>, or null where none were given.</summary>
    public string? Courses { get; init; }

    /// <summary>Makes the design; throws where the axes make none.</summary>
    public required Func<Design> Design { get; init; }

    /// <summary>Paths, seed, what is reported, cache.</summary>
    public required SweepOptions Options { get; init; }

    /// <summary>Folder of all results.</summary>
    public string Out { get; init; } = "results";

    /// <summary>Print no progress and no table.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>How the charts are written.</summary>
    public FigureStyle Style { get; init; } = FigureStyle.Usual;

    /// <summary>Marking and look of the charts.</summary>
    public FigureOptions Look { get; init; } = new();

    /// <summary>Draw the charts.</summary>
    public bool WithCharts { get; init; } = true;
}
