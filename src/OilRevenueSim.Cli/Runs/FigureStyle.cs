using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Cli.Commands;

namespace OilRevenueSim.Cli.Runs;

/// <summary>How figures are written.</summary>
/// <param name="Formats">Formats asked for, or null where the name of the file says it.</param>
/// <param name="Size">Size of a PNG.</param>
/// <param name="Language">Language of what we write.</param>
internal sealed record FigureStyle(FigureFormat[]? Formats, PictureSize Size, Language Language);
