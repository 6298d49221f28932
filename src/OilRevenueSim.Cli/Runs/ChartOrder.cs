using OilRevenueSim.Reporting;

namespace OilRevenueSim.Cli.Runs;

/// <summary>What <c>oilsim chart</c> was asked for.</summary>
internal sealed record ChartOrder
{
    /// <summary>Word that means every kind that applies.</summary>
    public const string AllKinds = "all";

    /// <summary>Folder of the result.</summary>
    public required string Result { get; init; }

    /// <summary>List the kinds and draw nothing.</summary>
    public bool IsList { get; init; }

    /// <summary>Names of kinds, or <see cref="AllKinds"/>.</summary>
    public string[] Kinds { get; init; } = [];

    /// <summary>What was chosen.</summary>
    public ChartRequest Choices { get; init; } = ChartRequest.Any;

    /// <summary>How the figures are written.</summary>
    public required FigureStyle Style { get; init; }

    /// <summary>Words above the figure, marking, theme.</summary>
    public FigureOptions Look { get; init; } = new();

    /// <summary>File or folder, or null for here.</summary>
    public string? Out { get; init; }

    /// <summary>Replace files that are there.</summary>
    public bool MayReplace { get; init; }

    /// <summary>Worker threads; 0 means one per processor.</summary>
    public int Threads { get; init; }

    /// <summary>Print no progress.</summary>
    public bool IsQuiet { get; init; }
}
