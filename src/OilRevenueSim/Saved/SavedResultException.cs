namespace OilRevenueSim;

/// <summary>A result that was written cannot be drawn from: what is wrong, and what would help.</summary>
public sealed class SavedResultException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="hint">What would help.</param>
    /// <param name="inner">Cause, or null.</param>
    public SavedResultException(string message, string hint, Exception? inner = null)
        : base(message, inner)
    {
        Hint = hint;
    }

    /// <summary>Creates an exception without details.</summary>
    public SavedResultException()
        : this("The result cannot be drawn from.", "") { }

    /// <summary>Creates an exception with a message.</summary>
    public SavedResultException(string message)
        : this(message, "") { }

    /// <summary>Creates an exception with a message and a cause.</summary>
    public SavedResultException(string message, Exception innerException)
        : this(message, "", innerException) { }

    /// <summary>What would help.</summary>
    public string Hint { get; }
}
