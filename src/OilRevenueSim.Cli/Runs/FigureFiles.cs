using System.Text;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Reporting;

namespace OilRevenueSim.Cli.Runs;

/// <summary>Where figures go: all are drawn before the first is written, and each appears whole or not at all.</summary>
internal sealed class FigureFiles
{
    private readonly ChartOrder order;
    private readonly FigureFormat[] formats;
    private readonly string? singleFile;
    private readonly string[] names;
    private readonly List<(string Path, byte[] Bytes)> drawn = [];
    private readonly List<string> said = [];

    /// <param name="order">What was asked for.</param>
    /// <param name="names">Names of the figures.</param>
    /// <exception cref="InputException">Figures and files do not go together.</exception>
    public FigureFiles(ChartOrder order, string[] names)
    {
        this.order = order;
        this.names = names;
        var named = order.Out is { } file && !Directory.Exists(file) ? FigureFormat.OfName(file) : null;
        formats = order.Style.Formats ?? [named ?? FigureFormat.Usual];
        if (named is null)
        {
            return;
        }

        if (names.Length > 1 || formats.Length > 1)
        {
            throw new InputException(
                $"--out {order.Out} is one file, and {names.Length * formats.Length} are to be written: {string.Join(", ", names.SelectMany(n => formats.Select(f => n + f.Ending)).Take(6))}\n"
                    + "  hint: --out takes a folder, or choose one figure and one format"
            );
        }

        if (formats[0] != named)
        {
            throw new InputException($"--out {order.Out} ends in {named.Ending}, and --format is {formats[0].Name}");
        }

        singleFile = order.Out;
    }

    /// <summary>Refuses files that are there.</summary>
    /// <exception cref="InputException">One is, and may not be replaced.</exception>
    public void CheckFree()
    {
        foreach (var path in Targets())
        {
            if (Directory.Exists(path))
            {
                throw new InputException($"{path} is a folder\n  hint: choose another place with --out");
            }

            if (File.Exists(path) && !order.MayReplace)
            {
                throw new InputException(
                    $"{path} is there already\n  hint: --force replaces it, --out chooses another place"
                );
            }
        }
    }

    /// <summary>Draws a figure in every format.</summary>
    /// <remarks>What it shows stands beside it in words.</remarks>
    public void Add(string name, Figure figure)
    {
        var has = FigureFormat.Of(figure, formats);
        if (has.Length == 0)
        {
            return;
        }

        drawn.AddRange(has.Select(format => (PathOf(name, format), format.Bytes(figure, order.Style))));
        drawn.Add((WordsPathOf(name), Encoding.UTF8.GetBytes(figure.ToText())));
        said.Add(
            Wording.Place(Path.GetFullPath(PathOf(name, has[0])))
                + string.Concat(has.Skip(1).Select(format => $", {format.Ending}"))
                + ", .alt.txt"
        );
    }

    /// <summary>Writes all that was drawn.</summary>
    /// <returns>Files written, a line a figure.</returns>
    /// <exception cref="InputException">Only tables are asked for, and no figure has one of its own.</exception>
    /// <exception cref="ResultFolderException">It could not be written; nothing of it appears.</exception>
    public IReadOnlyList<string> Write()
    {
        if (said.Count == 0 && names.Length > 0)
        {
            throw new InputException(
                $"{names[0]} has no csv of its own: only fans have (fan, place, prices, market-prices, difference); other numbers are in the tables of the result\n"
                    + $"  hint: oilsim export {order.Result} --out numbers.csv"
            );
        }

        var staged = new List<string>();
        try
        {
            foreach (var (path, bytes) in drawn)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                staged.Add(StagedOf(path));
                File.WriteAllBytes(staged[^1], bytes);
            }

            foreach (var (path, _) in drawn)
            {
                File.Move(StagedOf(path), path, overwrite: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            staged.ForEach(Remove);
            throw ResultFolderException.From(e, order.Out ?? Directory.GetCurrentDirectory());
        }

        return said;
    }

    private IEnumerable<string> Targets() =>
        names.SelectMany(name => formats.Select(format => PathOf(name, format)).Append(WordsPathOf(name)));

    private string WordsPathOf(string name) => Figure.WordsPathOf(PathOf(name, formats[0]));

    private string PathOf(string name, FigureFormat format) =>
        singleFile ?? Path.Combine(order.Out ?? "", name + format.Ending);

    private static string StagedOf(string path) =>
        Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.partial");

    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What cannot be written to cannot be tidied either.
        }
    }
}
