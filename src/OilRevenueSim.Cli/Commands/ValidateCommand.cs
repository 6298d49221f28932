using System.CommandLine;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim.Cli.Commands;

/// <summary><c>oilsim validate</c>: reads a scenario and says everything that is wrong with it.</summary>
internal static class ValidateCommand
{
    /// <summary>Lines that can be typed as they stand.</summary>
    public static string[] Examples =>
        ["oilsim validate scenarios/sirte-2016.yaml", "oilsim validate scenarios/minimal.yaml --set start=2020-06"];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var scenario = Options.Scenario();
        var set = Options.Set();
        var command = new Command("validate", "Check a scenario file and list everything that is wrong with it.")
        {
            scenario,
            set,
        };
        command.SetAction(parsed => Validate(terminal, parsed.GetValue(scenario)!, parsed.GetValue(set)!));
        return command;
    }

    private static int Validate(Terminal terminal, string path, QuantityOverride[] overrides)
    {
        var reading = ScenarioInput.Find(path, overrides);
        foreach (var diagnostic in reading.Diagnostics)
        {
            terminal.Out.WriteLine(diagnostic.Render());
            terminal.Out.WriteLine();
        }

        if (reading.Scenario is not { } scenario)
        {
            terminal.Out.WriteLine($"{path}: {ScenarioInput.Count(reading)}");
            return ExitCode.YourInput;
        }

        var verdict = reading.Diagnostics.IsEmpty ? "OK" : "OK, " + ScenarioInput.Count(reading);
        terminal.Out.WriteLine($"{path}: {verdict}");
        terminal.Out.WriteLine($"  {scenario.Title}, {scenario.Start:yyyy-MM-dd} to {scenario.End:yyyy-MM-dd}");
        foreach (var set in scenario.Overrides)
        {
            terminal.Out.WriteLine($"  with {Readable.Setting(set)}");
        }

        terminal.Out.WriteLine($"  {Things(scenario)}");
        terminal.Out.WriteLine($"  {Numbers(scenario)}");
        return ExitCode.Done;
    }

    private static string Things(Scenario scenario) =>
        string.Join(
            ", ",
            Wording.Count(scenario.Actors.Length, "actor"),
            Wording.Count(scenario.Areas.Length, "area")
                + " with "
                + Wording.Count(scenario.Areas.Sum(a => a.Changes.Length), "possible change"),
            Wording.Count(scenario.Fields.Length, "field"),
            Wording.Count(scenario.Nodes.Length, "node"),
            Wording.Count(scenario.Markets.Length, "market"),
            Wording.Count(scenario.Routes.Length, "route"),
            Wording.Count(scenario.Passage.Length, "passage rule")
        );

    private static string Numbers(Scenario scenario)
    {
        var all = scenario.WrittenNumbers.ToList();
        var assumed = all.Count(q => q.Provenance.Grade == SourceGrade.Assumption);
        return $"{Wording.Count(all.Count, "number")}: {all.Count(q => q.Law is not CertainLaw):N0} uncertain, "
            + $"{all.Count(q => q.Provenance.Source is not null && !q.Provenance.IsSet):N0} with a source, {assumed:N0} assumed";
    }
}
