namespace OilRevenueSim.Analysis.Frames;

/// <summary>A frame that lacks a column or a cell, or holds something else than is needed; the message says what would do.</summary>
public sealed class FrameException : Exception
{
    /// <summary>Creates the exception.</summary>
    public FrameException(string message, string column, string? row = null)
        : base(message)
    {
        Column = column;
        Row = row;
    }

    /// <summary>Creates an exception without details.</summary>
    public FrameException()
        : this("The frame cannot be used.", "") { }

    /// <summary>Creates an exception with a message.</summary>
    public FrameException(string message)
        : this(message, "") { }

    /// <summary>Creates an exception with a message and a cause.</summary>
    public FrameException(string message, Exception innerException)
        : base(message, innerException) => Column = "";

    /// <summary>Column that is meant.</summary>
    public string Column { get; }

    /// <summary>Key of the row that is meant, or null where it is the whole column.</summary>
    public string? Row { get; }
}
