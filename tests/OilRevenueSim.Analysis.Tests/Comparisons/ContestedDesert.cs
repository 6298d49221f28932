using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Analysis.Tests.Comparisons;

/// <summary>One field that a group may take and sell by truck; the courses differ in how likely that is.</summary>
internal static class ContestedDesert
{
    public static readonly SeriesKey GroupGross = new("group", null, null, ReportQuantity.Gross);

    public static Scenario With(double lossPerYear, string name = "desert")
    {
        var port = OnePort();
        return port with
        {
            Name = name,
            Title = name == "desert" ? "Desert" : $"Desert, {name}",
            ContentHash = $"{lossPerYear:R}",
            Actors =
            [
                port.Actors[0] with
                {
                    Label = "The Company",
                    Kind = ActorKind.Company,
                },
                port.Actors[1] with
                {
                    Label = "The Group",
                    Kind = ActorKind.ArmedGroup,
                },
            ],
            Areas =
            [
                port.Areas[0],
                Area(
                    "desert",
                    "company",
                    Change("desert", "company", "group", lossPerYear),
                    Change("desert", "group", "company", 2)
                ),
            ],
            Markets = [.. port.Markets, Local("trucks", 20, demand: 5_000)],
            Routes = [.. port.Routes, Route(["field"], [], "trucks")],
            State = ["company"],
            Quantities =
            [
                Uncertain("fields.field.capacity", new UniformLaw(90_000, 110_000), HardRange.NonNegative) with
                {
                    Dimension = Core.Units.Dimension.Flow,
                    Text = "uniform 90 to 110 kb/d",
                },
                Rate("areas.desert.changes.company>group.rate", lossPerYear) with
                {
                    Text = $"{lossPerYear} per year",
                },
            ],
        };
    }

    /// <summary>The same with a toll at the port, theft there, and a treasury with income beside oil.</summary>
    public static Scenario Rich(double lossPerYear)
    {
        var plain = With(lossPerYear);
        return plain with
        {
            Actors =
            [
                plain.Actors[0],
                plain.Actors[1] with
                {
                    Finance = Funds("group", 100, 1_000, otherPerYear: 2e6),
                },
            ],
            Areas =
            [
                Area(
                    "coast",
                    "company",
                    Change("coast", "company", "group", lossPerYear),
                    Change("coast", "group", "company", 2)
                ),
                plain.Areas[1],
            ],
            Passage = [Passage("group", ["company"], PassagePolicy.Toll, toll: 3)],
            Taps = [Tap("group", "port", 0.05)],
        };
    }

    public static PairedResult Pair(params double[] lossPerYear) => Pair(1_024, lossPerYear);

    public static PairedResult Pair(long paths, params double[] lossPerYear) =>
        PairedEnsemble.Run(
            [
                .. lossPerYear.Select(
                    (rate, i) =>
                        SimulationPlan.Compile(
                            With(rate) with
                            {
                                ContentHash = "one",
                                Courses = [new($"course-{i}", "", [])],
                            },
                            $"course-{i}"
                        )
                ),
            ],
            new RunOptions { Threads = 1 },
            paths
        );
}
