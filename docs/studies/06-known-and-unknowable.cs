// What we do not know, and what cannot be known
//
// Some doubt is ignorance (how well does the field produce? for how long does the group keep what it takes?) and a better source would
// shrink it; the rest is chance, which no source would. A two-level run draws each world once and lets 32 futures happen in it; the law of
// total variance tells the two apart.
#:project ../../src/OilRevenueSim/OilRevenueSim.csproj

using OilRevenueSim;

(string File, string Actor, string Picture)[] questions =
[
    ("minimal", "rebels", "levels-of-a-small-world"),
    ("isil-syria-iraq-2014", "islamic-state", "levels-of-syria-and-iraq"),
];
foreach (var (file, actor, picture) in questions)
{
    var run = ScenarioFile.Load($"scenarios/{file}.yaml").Run(paths: 4_096, replicates: 32);
    var gross = run.Series("gross_revenue_usd", actor: actor);
    var levels = gross.Levels;
    Console.WriteLine(
        $"{run.Scenario.Title}: mean {gross.Mean.Value / 1e6:0.0} ± {gross.StandardError / 1e6:0.0} million USD"
    );
    Console.WriteLine(
        $"  not known    sd {levels.BetweenSd / 1e6, 6:0.0} million USD; the mean of a world lies in {levels.WorldMeans[0] / 1e6:0.0} to {levels.WorldMeans[2] / 1e6:0.0}"
    );
    Console.WriteLine(
        $"  chance       sd {levels.WithinSd / 1e6, 6:0.0} million USD; in a middling world {levels.Within[0] / 1e6:0.0} to {levels.Within[2] / 1e6:0.0}"
    );
    Console.WriteLine(
        $"  of the variance, more knowledge could remove {levels.BetweenShare?.Value:0%} ({levels.BetweenShare?.Low:0%} to {levels.BetweenShare?.High:0%})"
    );
    run.Levels(actor).Save($"results/{picture}.png", 960, 540);
}
