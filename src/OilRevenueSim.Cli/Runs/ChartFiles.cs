using System.Text;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Reporting;

namespace OilRevenueSim.Cli.Runs;

/// <summary>The charts of a result, each as PNG and SVG.</summary>
internal static class ChartFiles
{
    /// <summary>Folder of the charts inside that of the result.</summary>
    public const string Folder = "charts";

    /// <summary>Draws the charts into a result that is being written.</summary>
    /// <returns>Names of the charts without extension.</returns>
    /// <exception cref="OperationCanceledException">Interrupted between two charts.</exception>
    public static IReadOnlyList<string> Write(
        ResultFolder folder,
        EnsembleResult result,
        Headline headline,
        CancellationToken interrupted
    )
    {
        var figures = new List<(string Name, Figure Figure)>();
        foreach (var actor in headline.Actors.Select(a => a.Actor))
        {
            figures.Add(($"{actor}-exceedance", Figure.From(ExceedanceChartBuilder.Build(result, actor))));
            figures.Add(($"{actor}-fan", Figure.From(FanChartBuilder.Build(result, actor))));
            figures.Add(($"{actor}-sources", Figure.From(SourcesChartBuilder.Build(result, actor))));
        }

        figures.Add(("holders", Figure.From(HolderChartBuilder.Build(result))));
        foreach (var (name, figure) in figures)
        {
            interrupted.ThrowIfCancellationRequested();
            folder.Write($"{Folder}/{name}.png", stream => stream.Write(figure.ToPng()));
            folder.Write($"{Folder}/{name}.svg", stream => stream.Write(Encoding.UTF8.GetBytes(figure.ToSvg())));
        }

        return [.. figures.Select(f => f.Name)];
    }
}
