using System.Text;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim;

/// <summary>Loads and saves scenarios for studies: a scenario, or an exception that lists everything that is wrong with the file.</summary>
public static class ScenarioFile
{
    /// <summary>Loads a scenario from a file, with what it includes.</summary>
    /// <param name="path">File to read.</param>
    /// <exception cref="ScenarioException">The file is no valid scenario; names every finding with line, column and a hint.</exception>
    public static Scenario Load(string path) =>
        Valid(ScenarioReader.Read(path), $"The file '{path}' is no valid scenario:");

    /// <summary>Reads a scenario from text.</summary>
    /// <param name="yaml">Text of a scenario file.</param>
    /// <param name="name">Name of the scenario.</param>
    /// <exception cref="ScenarioException">The text is no valid scenario.</exception>
    public static Scenario Parse(string yaml, string name = "scenario") =>
        Valid(ScenarioReader.ReadText(yaml, name + ".yaml"), "The text is no valid scenario:");

    /// <summary>Writes a scenario to a file, and the histories of prices that it names beside it.</summary>
    /// <param name="scenario">Scenario.</param>
    /// <param name="path">File to write; its name without extension is the name of the scenario that is read from it.</param>
    /// <param name="overwrite">True where files that are there may be replaced.</param>
    /// <exception cref="ScenarioException">A law was made in code that no text of the format says.</exception>
    /// <exception cref="IOException">A file is there already and differs, or cannot be written.</exception>
    public static void Save(Scenario scenario, string path, bool overwrite = false)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var written = ScenarioChanges.Written(scenario);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        (string Path, string Text)[] files =
        [
            .. written.Files.Select(f => (Path.Combine(folder, f.Key), f.Value)),
            (Path.GetFullPath(path), written.Yaml),
        ];
        foreach (var file in files.Where(f => !overwrite && File.Exists(f.Path) && File.ReadAllText(f.Path) != f.Text))
        {
            throw new IOException(
                $"{file.Path} is there already; choose another name, or pass overwrite: true to replace it."
            );
        }

        foreach (var (target, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, text, new UTF8Encoding(false));
        }
    }

    private static Scenario Valid(ScenarioReading reading, string heading) =>
        reading.Scenario ?? throw new ScenarioException(heading, reading.Diagnostics);
}
