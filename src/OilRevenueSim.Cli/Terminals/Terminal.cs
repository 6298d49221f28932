namespace OilRevenueSim.Cli.Terminals;

/// <summary>Where a command writes and what it may assume of the reader.</summary>
internal sealed record Terminal
{
    private const int LeastColumns = 40;

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

    /// <summary>Characters in a line of <see cref="Out"/>, or null where it is no terminal and lines may be of any length.</summary>
    public int? Columns { get; init; }

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
            Columns = Console.IsOutputRedirected ? null : Math.Max(LeastColumns, Console.WindowWidth),
            Interrupted = interrupted,
        };
    }

    /// <summary>Writes a text to <see cref="Out"/>, in lines that fit.</summary>
    /// <param name="text">Text.</param>
    /// <param name="indent">What stands before each line.</param>
    /// <param name="isStrong">True where it stands out.</param>
    public void Write(string text, string indent = "", bool isStrong = false)
    {
        foreach (var line in WordWrap.Lines(text, (Columns ?? int.MaxValue) - indent.Length))
        {
            Out.WriteLine(indent + (isStrong ? Strong(line) : line));
        }
    }

    /// <summary>A text that stands out, where the terminal can show it.</summary>
    public string Strong(string text) => HasBold ? $"\e[1m{text}\e[0m" : text;
}
