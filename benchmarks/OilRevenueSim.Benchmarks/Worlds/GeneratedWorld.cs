using System.Globalization;
using System.Text;

namespace OilRevenueSim.Benchmarks.Worlds;

/// <summary>A scenario file of any size, made from a rule: areas in a row, a field and a pipeline in each, terminals that all share.</summary>
/// <remarks>
/// Two armed groups and an army contest every area; fields and pipelines are attacked, repaired and shut. All numbers are invented. The same
/// sizes give the same text.
/// </remarks>
internal static class GeneratedWorld
{
    private const int AreasPerTerminal = 10;

    /// <summary>Text of a scenario.</summary>
    /// <param name="assets">Fields and nodes together; from 4 on.</param>
    /// <param name="step"><c>week</c> or <c>month</c>.</param>
    /// <param name="years">Whole years from 2020 on.</param>
    public static string Yaml(int assets, string step, int years)
    {
        // A field and a pipeline an area, a terminal for ten areas.
        var areas = Math.Max(1, (assets - 1) * AreasPerTerminal / ((2 * AreasPerTerminal) + 1));
        var terminals = assets - (2 * areas);
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

        Line("schema: 1");
        Line($"title: Generated, {assets} assets");
        Line("start: 2020-01");
        Line($"end: {2019 + years}-12");
        Line($"step: {step}");
        Line("thresholds: [1 MUSD, 100 MUSD, 1 bnUSD]");
        Line("focus: [rebels]");
        Line("benchmarks:");
        Line(
            "  brent: { model: schwartz, spot: 60 USD/bbl, long-run: 50 to 75 USD/bbl, half-life: 10 to 30 months, volatility: 28% to 40% }"
        );
        Line("actors:");
        Line(
            "  rebels: { sells: own-account, skill: 15% to 35%, capability: 10% to 30%, retention: 20% to 60%, finance: { fighters: 3000 to 6000, wage: 200 to 500 USD per month, treasury: 5 to 30 MUSD, attrition: 20% per year } }"
        );
        Line("  raiders: { sells: own-account, skill: 10% to 30%, capability: 10% to 30%, retention: 20% to 60% }");
        Line("  army: { aligned: [company] }");
        Line("  company: { kind: company }");
        Line("areas:");
        for (var a = 0; a < areas; a++)
        {
            Line($"  area-{a}:");
            Line($"    holder: {(a % 7 == 0 ? "rebels" : "army")}");
            Line(a + 1 < areas ? $"    neighbours: [area-{a + 1}]" : "    neighbours: []");
            Line("    changes:");
            Line("      - { from: army, to: rebels, every: 3 to 8 years, per-neighbour: 1.6 }");
            Line("      - { from: army, to: raiders, every: 5 to 15 years }");
            Line("      - { from: rebels, to: army, every: 6 to 24 months, stabilised: 0.4 for 12 months }");
            Line("      - { from: raiders, to: army, every: 6 to 24 months }");
        }

        Line("fields:");
        for (var a = 0; a < areas; a++)
        {
            var capacity = 20 + (a % 9 * 10);
            Line(
                $"  field-{a}: {{ area: area-{a}, owner: company, capacity: {capacity} to {Number(capacity * 1.3)} kb/d, condition: 60% to 90%, repair-time: 4 to 12 months, lifting-cost: 4 to 8 USD/bbl, decline: 6% per year }}"
            );
        }

        Line("nodes:");
        for (var a = 0; a < areas; a++)
        {
            Line(
                $"  line-{a}: {{ kind: pipeline, area: area-{a}, owner: company, capacity: {40 + (a % 9 * 12)} kb/d, repair-time: 10 to 40 days }}"
            );
        }

        for (var t = 0; t < terminals; t++)
        {
            Line(
                $"  port-{t}: {{ kind: terminal, area: area-{Math.Min(areas - 1, t * AreasPerTerminal)}, owner: company, capacity: 400 to 600 kb/d, repair-time: 1 to 6 months, storage: {{ size: 6 mb, repair-time: 6 to 24 months }} }}"
            );
        }

        Line("markets:");
        Line("  export: { price: { linked: brent, differential: -1.5 to 0 USD/bbl }, sellers: [company] }");
        Line(
            "  trucks: { price: { local: 20 to 45 USD/bbl, follows: brent, elasticity: uniform 0 to 0.3 }, sellers: any }"
        );
        Line("routes:");
        for (var a = 0; a < areas; a++)
        {
            Line(
                $"  - {{ fields: [field-{a}], via: [line-{a}, port-{Math.Min(terminals - 1, a / AreasPerTerminal)}], to: export }}"
            );
            Line($"  - {{ fields: [field-{a}], to: trucks, transport: 5 to 12 USD/bbl, capacity: 2 to 15 kb/d }}");
        }

        Line("attacks:");
        for (var a = 0; a < areas; a++)
        {
            Line($"  - {{ by: rebels, targets: [field-{a}, line-{a}], every: 12 to 36 months, damage: 5% to 40% }}");
        }

        Line("blockades:");
        for (var t = 0; t < terminals; t++)
        {
            Line($"  - {{ by: army, at: [port-{t}], every: 3 to 8 years, lasts: lognormal 1 p95 9 months }}");
        }

        return text.ToString();
    }
}
