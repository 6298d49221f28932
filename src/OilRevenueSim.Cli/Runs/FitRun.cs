using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.FitReports;
using OilRevenueSim.Analysis.Fitting;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Cli.Commands;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Reporting;

namespace OilRevenueSim.Cli.Runs;

/// <summary>One fit from file to charts: read, fit, choose, simulate a fan, write, say.</summary>
internal sealed class FitRun(Terminal terminal, FitRequest request)
{
    /// <summary>Folder of all fits inside that of the results.</summary>
    public const string Folder = "fit";

    /// <summary>Fits and returns the exit code.</summary>
    /// <exception cref="InputException">The prices cannot be fitted.</exception>
    public int Execute()
    {
        var watch = new RunStopwatch(terminal.Time);
        var reading = PriceInput.Read(terminal, request.Path, request.Prices);
        var source = new FitSource(reading.History!, reading.PriceColumn, Ensemble.EngineVersion);
        using var folder = ResultFolder.Begin(request.Out, Folder, source.FileName);
        watch.Lap("read");
        var study = Fit(source, reading.Treatments);
        watch.Lap("fit");
        study = request.WithScores ? study with { Scores = Score(study) } : study;
        watch.Lap("score");
        var fan = study.Chosen is null ? null : Simulate(study);
        watch.Lap("simulate");
        FitFiles.Write(folder, study);
        var charts = request.WithCharts && study.Chosen is not null ? Draw(folder, study, fan) : [];
        watch.Lap("draw");
        terminal.Interrupted.ThrowIfCancellationRequested();
        var committed = folder.Commit(FitFiles.Manifest(request, study), watch.ToLog(Environment.ProcessorCount));
        Print(study, committed.Folder, charts);
        return ExitCode.Done;
    }

    private PriceStudy Fit(FitSource source, IReadOnlyList<string> treatments)
    {
        try
        {
            return RunDisplay.During(
                terminal,
                request.IsQuiet,
                progress => Fit(source, treatments, progress),
                request.BootstrapSamples > 0 ? "samples" : "models"
            );
        }
        catch (PriceFitException e)
        {
            throw new InputException($"{request.Path} cannot be fitted: {e.Reason}");
        }
    }

    private PriceStudy Fit(FitSource source, IReadOnlyList<string> treatments, IProgress<RunProgress>? progress)
    {
        var total = request.Models.Length * Math.Max(1L, request.BootstrapSamples);
        var done = 0L;
        var options = new PriceFitOptions
        {
            BootstrapSamples = request.BootstrapSamples,
            Seed = request.Seed,
            Cancellation = terminal.Interrupted,
            SampleDone = Step,
        };
        return PriceStudy.Of(source, treatments, request.Models, options, request.BootstrapSamples > 0 ? null : Step);

        void Step() => progress?.Report(new RunProgress(Interlocked.Increment(ref done), total));
    }

    private ImmutableArray<ForecastScore> Score(PriceStudy study)
    {
        var history = study.Source.History;
        try
        {
            var asked = request.Models.Select(m => m.Word).ToList();
            var scores = RunDisplay.During(
                terminal,
                request.IsQuiet,
                progress =>
                    ForecastScores.Of(
                        history,
                        FitTables.ScoreOptions(history),
                        new PriceFitOptions { Seed = request.Seed },
                        progress is null ? null : new ModelsScored(progress, FitModel.All.Length),
                        terminal.Interrupted
                    ),
                "models scored"
            );
            return [.. scores.Where(s => asked.Contains(FitNumbers.Word(s), StringComparer.Ordinal))];
        }
        catch (PriceFitException e)
        {
            throw new InputException($"{request.Path} cannot be scored: {e.Reason}");
        }
    }

    private PriceFan? Simulate(PriceStudy study)
    {
        var source = study.Source;
        var (fan, problem) = PriceFan.Of(
            study.Block(study.Chosen!),
            source.BenchmarkName,
            source.Last,
            request.Seed,
            terminal.Interrupted
        );
        if (problem is not null)
        {
            terminal.Error.WriteLine($"warning: no fan is drawn, since a scenario cannot run this block: {problem}");
        }

        return fan;
    }

    private IReadOnlyList<string> Draw(ResultFolder folder, PriceStudy study, PriceFan? fan)
    {
        var charts = new PriceCharts(
            study.Source.History,
            study.Chosen!,
            study.Foot(FitFiles.Origin(request, study), request.Style.Language),
            request.Style.Language
        );
        List<(string Name, Figure Figure)> figures =
        [
            ("returns", Figure.From(charts.Returns())),
            ("residuals", Figure.From(charts.Residuals())),
            ("squares", Figure.From(charts.Squares())),
        ];
        if (fan is not null)
        {
            figures.Insert(0, ("fan", Figure.From(charts.Fan(fan.Months, fan.QuantilesUsd, PriceFan.Paths))));
        }

        return ChartFiles.Write(folder, figures, request.Style, request.Look, terminal.Interrupted);
    }

    private void Print(PriceStudy study, string folder, IReadOnlyList<string> charts)
    {
        if (request.AsJson)
        {
            // The file is the machine's form of a fit; it is printed as it was written.
            terminal.Out.Write(File.ReadAllText(Path.Combine(folder, FitFiles.JsonName)));
            return;
        }

        if (request.IsQuiet)
        {
            return;
        }

        FitReport.Print(terminal, study);
        var place = Wording.Place(folder);
        terminal.Out.WriteLine();
        if (charts.Count > 0)
        {
            terminal.Out.WriteLine($"Charts  {Path.Combine(place, ChartFiles.Folder)}{Path.DirectorySeparatorChar}");
            ChartFiles.PrintNames(terminal, charts, request.Style);
        }

        terminal.Out.WriteLine($"Tables  {Path.Combine(place, FitFiles.CsvName)}, {FitFiles.JsonName}");
        foreach (var line in Blocks(study, place))
        {
            terminal.Out.WriteLine($"Blocks  {line}");
        }
    }

    /// <summary>Which blocks were written, on one line; none where no fit makes one.</summary>
    internal static IEnumerable<string> Blocks(PriceStudy study, string place)
    {
        const string OfModel = "prices-MODEL.yaml";
        if (study.Chosen is not null)
        {
            yield return $"{Path.Combine(place, FitFiles.BlockName)} (the one above); of each model: {OfModel}";
        }
        else if (FitFiles.WithBlocks(study).Any())
        {
            yield return $"{Path.Combine(place, OfModel)} of each model, none of which has converged";
        }
    }

    /// <summary>Counts the models that have been scored when the next one begins.</summary>
    private sealed class ModelsScored(IProgress<RunProgress> progress, int total) : IProgress<string>
    {
        private int begun;

        public void Report(string value) => progress.Report(new RunProgress(begun++, total));
    }
}
