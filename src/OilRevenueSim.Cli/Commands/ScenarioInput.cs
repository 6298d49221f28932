using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim.Cli.Commands;

/// <summary>Reads the scenario that a command was given and says what is wrong with it.</summary>
internal static class ScenarioInput
{
    /// <summary>Reads a scenario; every finding goes to the error output.</summary>
    /// <exception cref="InputException">There is no such file, or it has errors.</exception>
    public static Scenario Read(Terminal terminal, string path, QuantityOverride[] overrides, bool withWarnings = true)
    {
        var reading = Find(path, overrides);
        foreach (var diagnostic in reading.Diagnostics)
        {
            if (withWarnings || diagnostic.Severity == Severity.Error)
            {
                terminal.Error.WriteLine(diagnostic.Render());
            }
        }

        return reading.Scenario ?? throw new InputException($"{path} cannot run: {Count(reading)}");
    }

    /// <summary>Reads a scenario together with its findings.</summary>
    /// <exception cref="InputException">There is no such file.</exception>
    public static ScenarioReading Find(string path, QuantityOverride[] overrides)
    {
        if (Path.GetFileNameWithoutExtension(path).Length == 0 && !Directory.Exists(path))
        {
            throw new InputException($"'{path}' has no name; a scenario is a file such as my-scenario.yaml");
        }

        if (Directory.Exists(path))
        {
            throw new InputException($"error ORS1002: {path} is a folder, a scenario is one file{Suggest(path)}");
        }

        if (!File.Exists(path))
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            throw new InputException($"error ORS1001: {path} does not exist{Suggest(folder)}");
        }

        return ScenarioReader.Read(path, overrides);
    }

    /// <summary><c>2 errors, 1 warning</c>.</summary>
    public static string Count(ScenarioReading reading)
    {
        var errors = reading.Diagnostics.Count(d => d.Severity == Severity.Error);
        return $"{Wording.Count(errors, "error")}, {Wording.Count(reading.Diagnostics.Length - errors, "warning")}";
    }

    private static string Suggest(string folder)
    {
        const int Most = 8;
        var files = Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*.yaml")
                .Where(f => Path.GetFileName(f)[0] != '.')
                .Order(StringComparer.Ordinal)
                .Take(Most)
                .ToList()
            : [];
        var current = Directory.GetCurrentDirectory() + Path.DirectorySeparatorChar;
        var names = files.Select(f => f.StartsWith(current, StringComparison.Ordinal) ? f[current.Length..] : f);
        return files.Count == 0 ? "" : $"\n  hint: there is {string.Join(", ", names)}";
    }
}
