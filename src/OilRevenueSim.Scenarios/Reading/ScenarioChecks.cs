using OilRevenueSim.Core.Model;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Checks what single keys cannot show: whether the parts of a scenario make sense together.</summary>
internal static class ScenarioChecks
{
    public static void Run(Scenario scenario, SectionValues top, ReadingContext context) { }
}
