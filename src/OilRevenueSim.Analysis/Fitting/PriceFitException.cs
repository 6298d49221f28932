namespace OilRevenueSim.Analysis.Fitting;

/// <summary>A price history, or an option, that no model can be fitted with; the message says what was given and what is allowed.</summary>
public sealed class PriceFitException : Exception
{
    /// <summary>Refuses an argument.</summary>
    /// <param name="argument">Name of the argument.</param>
    /// <param name="value">What was given, in words.</param>
    /// <param name="allowed">What is allowed, in words.</param>
    public PriceFitException(string argument, string value, string allowed)
        : base($"{argument}: {value}; allowed: {allowed}.")
    {
        Argument = argument;
        Reason = $"{value}; allowed: {allowed}.";
    }

    /// <summary>Refuses without a reason.</summary>
    public PriceFitException()
        : this("history", "unusable", "a price history") { }

    /// <summary>Refuses with a message of its own.</summary>
    public PriceFitException(string message)
        : base(message) => Reason = message;

    /// <summary>Refuses with a message of its own, and the cause.</summary>
    public PriceFitException(string message, Exception innerException)
        : base(message, innerException) => Reason = message;

    /// <summary>Name of the argument refused, e.g. <c>history.prices</c>.</summary>
    public string Argument { get; } = "history";

    /// <summary>The message without the argument's name, for people who gave a file.</summary>
    public string Reason { get; }
}
