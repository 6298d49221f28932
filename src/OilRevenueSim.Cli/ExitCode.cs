namespace OilRevenueSim.Cli;

/// <summary>What a command tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>It did what was asked.</summary>
    public const int Done = 0;

    /// <summary>What <c>oilsim check</c> asks does not hold.</summary>
    public const int CheckFailed = 1;

    /// <summary>The file or the arguments are wrong.</summary>
    public const int YourInput = 2;

    /// <summary>The run failed.</summary>
    public const int RunFailed = 3;

    /// <summary>Stopped by Ctrl-C or SIGTERM.</summary>
    public const int Interrupted = 130;
}

/// <summary>Something the user gave that cannot work; the message says what would.</summary>
internal sealed class InputException(string message) : Exception(message);
