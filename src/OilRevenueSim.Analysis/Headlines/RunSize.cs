using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Analysis.Headlines;

/// <summary>How many paths a run has, how they fall into worlds, and how these were sampled.</summary>
/// <param name="Paths">Number of paths.</param>
/// <param name="Replicates">Paths that share a world.</param>
/// <param name="Sampling">How worlds were sampled.</param>
public sealed record RunSize(long Paths, int Replicates = 1, Sampling Sampling = Sampling.Random)
{
    /// <summary>Size of a run.</summary>
    public static RunSize Of(RunManifest run) => new(run.Paths, run.Replicates, run.Sampling);

    /// <summary>Size of a run that was written; one of an earlier version has neither replicates nor sampling.</summary>
    public static RunSize Of(ResultManifest manifest) =>
        new(
            manifest.Paths,
            Math.Max(1, manifest.Replicates),
            SamplingName.Parse(manifest.Sampling ?? SamplingName.All[0])
        );

    /// <summary>In words, e.g. <c>10,000 paths (100 worlds of 100), Sobol' sampling</c>.</summary>
    public override string ToString() => In(Language.English);

    /// <summary>In the words of a language.</summary>
    /// <param name="language">Language.</param>
    public string In(Language language)
    {
        var paths = Paths == 1 ? language.Word("1 path") : language.Say($"{language.Count(Paths)} paths");
        var count =
            Replicates == Paths
                ? language.Word("1 world")
                : language.Say($"{language.Count(Paths / Replicates)} worlds");
        var worlds = Replicates == 1 ? "" : language.Say($" ({count} of {language.Count(Replicates)})");
        var sampling = Sampling switch
        {
            Sampling.Sobol => language.Word(", Sobol' sampling"),
            Sampling.LatinHypercube => language.Word(", Latin hypercube sampling"),
            _ => "",
        };
        return paths + worlds + sampling;
    }
}
