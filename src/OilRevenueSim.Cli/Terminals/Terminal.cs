namespace OilRevenueSim.Cli.Terminals;

/// <summary>Where a command writes and what it may assume of the reader.</summary>
internal sealed record Terminal
{
    /// <summary>Results, for people and for pipes.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Progress, warnings and errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>True when <see cref="Error"/> is a terminal that a bar can be drawn on.</summary>
    public bool CanDraw { get; init; }

    /// <summary>True when colours are welcome: a terminal, and <c>NO_COLOR</c> not set.</summary>
    public bool HasColour { get; init; }

    /// <summary>True when <see cref="Out"/> may be given bold type.</summary>
    public bool HasBold { get; init; }

    /// <summary>Cancelled by Ctrl-C.</summary>
    public CancellationToken Interrupted { get; init; }

    /// <summary>Clock of progress and of the run log.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess(CancellationToken interrupted)
    {
        var isDumb = Environment.GetEnvironmentVariable("TERM") is "dumb";
        var canDraw = !Console.IsErrorRedirected && !isDumb;
        var mayColour = !isDumb && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Terminal
        {
            Out = Console.Out,
            Error = Console.Error,
            CanDraw = canDraw,
            HasColour = canDraw && mayColour,
            HasBold = mayColour && !Console.IsOutputRedirected && !OperatingSystem.IsWindows(),
            Interrupted = interrupted,
        };
    }

    /// <summary>A text that stands out, where the terminal can show it.</summary>
    public string Strong(string text) => HasBold ? $"\e[1m{text}\e[0m" : text;
}
