using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.FitReports;
using OilRevenueSim.Analysis.Fitting;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Cli.Runs;

/// <summary>The files of a fit.</summary>
internal static class FitFiles
{
    /// <summary>Name of the tidy table.</summary>
    public const string CsvName = "fit.csv";

    /// <summary>Name of the nested form.</summary>
    public const string JsonName = "fit.json";

    /// <summary>Name of the block of the chosen model.</summary>
    public const string BlockName = "prices.yaml";

    /// <summary>Fits that make a block: all of their parameters are numbers.</summary>
    public static IEnumerable<PriceModelFit> WithBlocks(PriceStudy study) =>
        study.Fits.Where(f => f.Parameters.All(p => double.IsFinite(p.Estimate)));

    /// <summary>Writes tables and blocks.</summary>
    public static void Write(ResultFolder folder, PriceStudy study)
    {
        folder.Write(
            CsvName,
            stream =>
            {
                using var writer = new StreamWriter(stream, leaveOpen: true);
                FitCsv.Write(study, writer);
            }
        );
        folder.Write(JsonName, stream => FitJson.Write(study, stream));
        foreach (var fit in WithBlocks(study))
        {
            WriteText($"prices-{FitNumbers.Word(fit)}.yaml", study.Block(fit));
        }

        if (study.Chosen is { } chosen)
        {
            WriteText(BlockName, study.Block(chosen));
        }

        void WriteText(string name, string text) =>
            folder.Write(name, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Where the numbers of the charts come from, and the command that makes them again.</summary>
    public static ChartOrigin Origin(FitRequest request, PriceStudy study)
    {
        var prices = request.Prices;
        string[] words =
        [
            "fit",
            Path.GetFileName(request.Path),
            "--model",
            string.Join(',', request.Models.Select(model => model.Word)),
            .. prices.From is { } from ? (string[])["--from", Day(from)] : [],
            .. prices.To is { } to ? (string[])["--to", Day(to)] : [],
            .. prices.Column is { } column ? (string[])["--column", column] : [],
            .. prices.Meaning is { } meaning
                ? (string[])["--values", meaning == PriceMeaning.Point ? "point" : "average"]
                : [],
            "--seed",
            request.Seed.ToString(CultureInfo.InvariantCulture),
        ];
        return new ChartOrigin("", Manifest(request, study), [RemakeCommand.Line(words)]);
    }

    /// <summary>What determines the result.</summary>
    public static ResultManifest Manifest(FitRequest request, PriceStudy study)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(request.Path)));
        return new ResultManifest
        {
            Scenario = FitRun.Folder,
            Title = study.Source.Citation,
            Course = study.Source.FileName,
            ContentHash = hash,
            Files = [new(Path.GetFileName(request.Path), hash)],
            Seed = request.Seed,
            Paths = PriceFan.Paths,
            EngineVersion = study.Source.EngineVersion,
            ExactQuantiles = true,
            QuantileRelativeError = 0.0,
            Focus = [],
            State = [],
            Warnings = [],
            Sources = [],
        };
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
