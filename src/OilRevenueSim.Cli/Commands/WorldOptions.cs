using System.CommandLine;
using System.CommandLine.Parsing;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Precision;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Cli.Commands;

/// <summary>How the paths of a run fall into worlds, and how these are sampled.</summary>
internal sealed class WorldOptions
{
    private readonly Option<long> replicates = Options.WholeNumber(
        "--replicates",
        "Paths that share one world, to tell what is not known from what is chance.",
        1,
        RunOptions.MostReplicates,
        fallback: 1
    );
    private readonly Option<string> sampling = new("--sampling")
    {
        HelpName = "random|sobol|lhs",
        Description = "How the unknown quantities of the worlds are sampled.",
        DefaultValueFactory = _ => SamplingName.Of(Sampling.Random),
        CustomParser = Read,
    };

    /// <summary>The options, in the order of the help.</summary>
    public Option[] All => [replicates, sampling];

    /// <summary>Paths that share a world.</summary>
    public int Replicates(ParseResult given) => (int)given.GetValue(replicates);

    /// <summary>How worlds are sampled.</summary>
    public Sampling SamplingOf(ParseResult given) => SamplingName.Parse(given.GetValue(sampling)!);

    /// <summary>True where a path depends on how many there are.</summary>
    public bool NeedPaths(ParseResult given) => SamplingOf(given) == Sampling.LatinHypercube;

    /// <summary>Number of paths: as given, or the default rounded up to whole worlds and randomisations.</summary>
    /// <exception cref="InputException">The number given does not divide into them.</exception>
    public long Paths(ParseResult given, Option<long> paths)
    {
        var options = Of(given);
        var multiple = options.PathsMultiple;
        var number = given.GetValue(paths);
        var below = number / multiple * multiple;
        if (number == below)
        {
            return number;
        }

        if (given.GetResult(paths) is { Implicit: false })
        {
            var nearest = below == 0 ? $"{multiple:N0}" : $"{below:N0} or {below + multiple:N0}";
            throw new InputException(
                $"--paths {number:N0} does not divide into worlds with {Words(options)}: "
                    + $"give a multiple of {multiple:N0}, e.g. {nearest}"
            );
        }

        return below + multiple;
    }

    /// <summary>Checks that the looks of <c>--until</c>, at 4,096·2^k paths, are possible.</summary>
    /// <exception cref="InputException">They are not.</exception>
    public void CheckUntil(ParseResult given)
    {
        var options = Of(given);
        if (options.Sampling == Sampling.LatinHypercube)
        {
            throw new InputException(
                "--until adds paths, and a Latin hypercube is made for one number of them\n"
                    + "  hint: use --sampling sobol, or give --paths instead of --until"
            );
        }

        if (PrecisionRun.FirstLook % options.PathsMultiple != 0)
        {
            var most = PrecisionRun.FirstLook / (options.PathsMultiple / options.Replicates);
            throw new InputException(
                "--until looks at 4,096 paths, 8,192 and so on, and these do not divide into worlds with "
                    + $"{Words(options)}\n  hint: give --replicates a power of two up to {most:N0}, or --paths instead of --until"
            );
        }
    }

    private static string Words(RunOptions options) =>
        (options.Replicates > 1, options.Sampling != Sampling.Random) switch
        {
            (true, false) => $"--replicates {options.Replicates}",
            (false, _) => $"--sampling {SamplingName.Of(options.Sampling)}",
            _ => $"--replicates {options.Replicates} and --sampling {SamplingName.Of(options.Sampling)}",
        };

    private static string Read(ArgumentResult result)
    {
        var name = result.Tokens[0].Value;
        try
        {
            SamplingName.Parse(name);
        }
        catch (FormatException e)
        {
            result.AddError($"--sampling {e.Message}");
        }

        return name;
    }

    private RunOptions Of(ParseResult given) => new() { Replicates = Replicates(given), Sampling = SamplingOf(given) };
}
