using OilRevenueSim.Analysis.Charts;

namespace OilRevenueSim.Reporting;

/// <summary>What a file of a figure says about itself.</summary>
/// <param name="Title">Title.</param>
/// <param name="AltText">The figure in sentences.</param>
/// <param name="Origin">Run and command; null where the figure was drawn of numbers from elsewhere.</param>
public sealed record FigureProof(string Title, string AltText, ChartOrigin? Origin);

/// <summary>Why a file says nothing about itself.</summary>
public enum FigureProofProblem
{
    /// <summary>It is no PNG, SVG or PDF.</summary>
    NotAFigure,

    /// <summary>It ends before its end, or is damaged.</summary>
    Damaged,

    /// <summary>It holds no metadata of ours: another program drew it, or saved it again and dropped them.</summary>
    NoProof,
}

/// <summary>A file does not say where its figure comes from.</summary>
public sealed class FigureProofException : FormatException
{
    /// <summary>Creates the exception.</summary>
    public FigureProofException(FigureProofProblem problem, string message, Exception? inner = null)
        : base(message, inner) => Problem = problem;

    /// <summary>Creates an exception without details.</summary>
    public FigureProofException()
        : this(FigureProofProblem.NotAFigure, "The file is no figure.") { }

    /// <summary>Creates an exception with a message.</summary>
    public FigureProofException(string message)
        : this(FigureProofProblem.NotAFigure, message) { }

    /// <summary>Creates an exception with a message and a cause.</summary>
    public FigureProofException(string message, Exception innerException)
        : this(FigureProofProblem.NotAFigure, message, innerException) { }

    /// <summary>What is wrong.</summary>
    public FigureProofProblem Problem { get; }
}
