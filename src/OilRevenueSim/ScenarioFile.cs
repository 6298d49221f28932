using OilRevenueSim.Core.Model;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim;

/// <summary>Loads scenarios for studies: a scenario, or an exception that lists everything that is wrong with the file.</summary>
public static class ScenarioFile
{
    /// <summary>Loads a scenario from a file, with what it includes.</summary>
    /// <param name="path">File to read.</param>
    /// <exception cref="ScenarioException">The file is no valid scenario; names every finding with line, column and a hint.</exception>
    public static Scenario Load(string path) => Checked(ScenarioReader.Read(path));

    /// <summary>Reads a scenario from text.</summary>
    /// <param name="yaml">Text of a scenario file.</param>
    /// <param name="name">Name of the scenario.</param>
    /// <exception cref="ScenarioException">The text is no valid scenario.</exception>
    public static Scenario Parse(string yaml, string name = "scenario") =>
        Checked(ScenarioReader.ReadText(yaml, name + ".yaml"));

    private static Scenario Checked(ScenarioReading reading) =>
        reading.Scenario ?? throw new ScenarioException(reading.Diagnostics);
}
