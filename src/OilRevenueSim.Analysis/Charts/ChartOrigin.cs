using System.Collections.Immutable;
using OilRevenueSim.Analysis.Manifests;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Where a chart's numbers come from and how it is made again; every file of a figure carries it. Immutable.</summary>
/// <remarks>The same for the same run anywhere: no date, no machine, no folder.</remarks>
/// <param name="Kind">Kind of chart, e.g. <c>fan</c>; empty where the chart has no name of its own.</param>
/// <param name="Manifest">What determines the numbers, without the list of outputs.</param>
/// <param name="Commands">Command lines that make the result and then the figure, in order.</param>
public sealed record ChartOrigin(string Kind, ResultManifest Manifest, ImmutableArray<string> Commands)
{
    /// <summary>Name of the run in ten hexadecimal digits, as in the foot of its charts.</summary>
    public string ShortId => Manifest.ShortId;

    /// <summary>Origin of a chart that <c>oilsim chart</c> draws of a result.</summary>
    /// <param name="manifest">Manifest of the result.</param>
    /// <param name="kind">Kind of chart.</param>
    /// <param name="arguments">What <c>oilsim chart</c> is given beside result and kind, e.g. <c>--actor</c>, <c>islamic-state</c>.</param>
    public static ChartOrigin OfResult(ResultManifest manifest, string kind, IEnumerable<string> arguments)
    {
        var bare = manifest with { Outputs = [] };
        return new(kind, bare, [RemakeCommand.OfResult(bare), RemakeCommand.OfChart(bare, kind, arguments)]);
    }

    /// <summary>Origin of a chart that <c>oilsim chart</c> draws of the same result.</summary>
    /// <param name="kind">Kind of chart.</param>
    /// <param name="arguments">What <c>oilsim chart</c> is given beside result and kind.</param>
    public ChartOrigin As(string kind, IEnumerable<string> arguments) =>
        Manifest.Varied is null
            ? OfResult(Manifest, kind, arguments)
            : this with
            {
                Kind = kind,
                Commands = [Commands[0], RemakeCommand.OfChart(Manifest, kind, arguments)],
            };

    /// <summary>The same where the file is not a PNG as the command writes it unless told: format, size, resolution, outlines.</summary>
    /// <param name="arguments">Arguments of the last command that make it so, e.g. <c>--format</c>, <c>svg</c>.</param>
    public ChartOrigin Written(IReadOnlyCollection<string> arguments) => Styled(arguments);

    /// <summary>True where the last command draws other figures too, so that it takes no title for one.</summary>
    public bool IsOneOfMany => RemakeCommand.DrawsMany(Commands[^1]);

    /// <summary>The same of a figure in another language, with other words above it, a marking or another look.</summary>
    /// <param name="arguments">Arguments of the last command that make it so, e.g. <c>--lang</c>, <c>fr</c>.</param>
    public ChartOrigin Styled(IReadOnlyCollection<string> arguments) =>
        this with
        {
            Commands = Commands.SetItem(Commands.Length - 1, RemakeCommand.Longer(Commands[^1], arguments)),
        };
}
