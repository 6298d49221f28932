using OilRevenueSim.Core.Model;

namespace OilRevenueSim.Tests;

/// <summary>A world small enough to be worked out by hand.</summary>
internal static class SmallWorld
{
    /// <summary>Days from January to March 2020.</summary>
    public const double Days = 91.0;

    /// <summary>
    /// The company sells C barrels a day at 50 USD/bbl for 91 days, C uncertain: 4,550·C USD. Under <c>sanctions</c> it gets 40 %.
    /// </summary>
    private const string Text = """
        schema: 1
        title: A small world
        question: What does the field earn?
        start: 2020-01
        end: 2020-03
        thresholds: [40 MUSD]
        focus: [company]
        benchmarks:
          brent: { model: constant, spot: 50 USD/bbl }
        actors:
          rebels: { label: Rebels, kind: armed-group }
          company: { label: Oil company, kind: company }
        areas:
          desert: { holder: company }
        fields:
          well: { area: desert, owner: company, capacity: CAPACITY }
        markets:
          export: { price: { linked: brent } }
        routes:
          - { fields: [well], to: export }
        interventions:
          sanctions: { from: 2020-01, effects: [ { price: export, factor: 0.4 } ] }
        courses:
          as-it-stands: []
          sanctions: [sanctions]
        """;

    /// <summary>The world.</summary>
    /// <param name="capacity">Capacity of the field.</param>
    public static Scenario Load(string capacity = "8 to 12 kb/d") =>
        ScenarioFile.Parse(Text.Replace("CAPACITY", capacity, StringComparison.Ordinal), "small-world");
}
