namespace OilRevenueSim.Core.Simulation;

/// <summary>A run that needs more memory than the process may have; said before the run begins.</summary>
public sealed class RunTooLargeException : Exception
{
    /// <summary>Creates the exception.</summary>
    public RunTooLargeException()
        : this("The run needs more memory than there is.") { }

    /// <summary>Creates the exception with what the run needs and what there is.</summary>
    public RunTooLargeException(string message)
        : base(message) { }

    /// <summary>Creates the exception with a cause.</summary>
    public RunTooLargeException(string message, Exception innerException)
        : base(message, innerException) { }
}
