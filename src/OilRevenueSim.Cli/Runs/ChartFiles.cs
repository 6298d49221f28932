using System.Text;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Reporting;

namespace OilRevenueSim.Cli.Runs;

/// <summary>The charts of a result, each in the formats asked for, with its alt text beside them.</summary>
internal static class ChartFiles
{
    /// <summary>Folder of the charts inside that of the result.</summary>
    public const string Folder = "charts";

    /// <summary>Draws the charts of a result that is being written.</summary>
    /// <returns>Names of the charts without extension.</returns>
    /// <exception cref="OperationCanceledException">Interrupted between two charts.</exception>
    public static IReadOnlyList<string> Write(
        ResultFolder folder,
        EnsembleResult result,
        FigureStyle style,
        FigureOptions look,
        CancellationToken interrupted
    )
    {
        var charts = ResultCharts.From(result, style.Language);
        List<(string Name, Figure Figure)> figures =
        [
            .. charts.Exceedances.Select(c => (c.Name, Figure.From(c.Chart))),
            .. charts.Levels.Select(c => (c.Name, Figure.From(c.Chart))),
            .. charts.Fans.Select(c => (c.Name, Figure.From(c.Chart))),
            .. charts.Sources.Select(c => (c.Name, Figure.From(c.Chart))),
        ];
        if (charts.Holders is { } holders)
        {
            figures.Add((holders.Name, Figure.From(holders.Chart)));
        }

        if (charts.Money is { } money)
        {
            figures.Add((money.Name, Figure.From(money.Chart)));
        }

        return Write(folder, figures, style, look, interrupted);
    }

    /// <summary>Draws figures into a result that is being written.</summary>
    /// <returns>Their names.</returns>
    /// <exception cref="OperationCanceledException">Interrupted between two figures.</exception>
    public static IReadOnlyList<string> Write(
        ResultFolder folder,
        List<(string Name, Figure Figure)> figures,
        FigureStyle style,
        FigureOptions look,
        CancellationToken interrupted
    )
    {
        foreach (var (name, plain) in figures)
        {
            interrupted.ThrowIfCancellationRequested();
            var figure = plain.With(look);
            foreach (var format in FigureFormat.Of(figure, FormatsOf(style)))
            {
                folder.Write($"{Folder}/{name}{format.Ending}", stream => stream.Write(format.Bytes(figure, style)));
            }

            folder.Write(
                Figure.WordsPathOf($"{Folder}/{name}.png"),
                stream => stream.Write(Encoding.UTF8.GetBytes(figure.ToText()))
            );
        }

        return [.. figures.Select(f => f.Name)];
    }

    /// <summary>Prints the names of charts that were drawn.</summary>
    public static void PrintNames(Terminal terminal, IReadOnlyList<string> charts, FigureStyle style)
    {
        var endings = string.Join(", ", FormatsOf(style).Select(format => format.Ending));
        terminal.Write($"{string.Join("  ", charts)}  ({endings}, .alt.txt)", "        ");
    }

    private static FigureFormat[] FormatsOf(FigureStyle style) => style.Formats ?? FigureFormat.OfResults;
}
