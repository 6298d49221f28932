using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Units;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim;

/// <summary>Changes of scenarios in code: every change is checked as if it stood in the scenario's file.</summary>
/// <remarks>Scenarios are immutable: each method gives a new one.</remarks>
public static class ScenarioChanges
{
    /// <summary>Sets one value by its address, as <c>--set</c> does on the command line.</summary>
    /// <param name="scenario">Scenario.</param>
    /// <param name="address">Path of keys, e.g. <c>benchmarks.brent.spot</c>.</param>
    /// <param name="text">Value as it would stand in the file, e.g. <c>50 USD/bbl</c> or <c>20 to 80 USD/bbl</c>.</param>
    /// <returns>
    /// The scenario with the content hash that a file with that value would have. Its name, its files and what was set before are kept, so that
    /// a result says all that was changed.
    /// </returns>
    /// <exception cref="ScenarioException">
    /// No value has the address, or the text is not what it holds; names address, value and what would have worked.
    /// </exception>
    public static Scenario With(this Scenario scenario, string address, string text) =>
        scenario.With([(address, text)]);

    /// <summary>Sets several values at once, each by its address.</summary>
    /// <param name="scenario">Scenario.</param>
    /// <param name="values">Addresses with values as they would stand in the file.</param>
    /// <exception cref="ScenarioException">One of the values cannot be set, or they do not go together.</exception>
    public static Scenario With(this Scenario scenario, params IEnumerable<(string Address, string Text)> values)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(values);
        QuantityOverride[] overrides = [.. values.Select(v => Override(v.Address, v.Text))];
        return Read(scenario, overrides);
    }

    /// <summary>Sets a price.</summary>
    /// <inheritdoc cref="With(Scenario, string, string)" path="/returns|/exception"/>
    public static Scenario With(this Scenario scenario, string address, UsdPerBarrel price) =>
        scenario.With(address, UnitText.Of(price));

    /// <summary>Sets a flow of oil.</summary>
    /// <inheritdoc cref="With(Scenario, string, string)" path="/returns|/exception"/>
    public static Scenario With(this Scenario scenario, string address, BarrelsPerDay flow) =>
        scenario.With(address, UnitText.Of(flow));

    /// <summary>Sets a volume of oil.</summary>
    /// <inheritdoc cref="With(Scenario, string, string)" path="/returns|/exception"/>
    public static Scenario With(this Scenario scenario, string address, Barrels volume) =>
        scenario.With(address, UnitText.Of(volume));

    /// <summary>Sets an amount of money.</summary>
    /// <inheritdoc cref="With(Scenario, string, string)" path="/returns|/exception"/>
    public static Scenario With(this Scenario scenario, string address, Usd amount) =>
        scenario.With(address, UnitText.Of(amount));

    /// <summary>Sets a share.</summary>
    /// <inheritdoc cref="With(Scenario, string, string)" path="/returns|/exception"/>
    public static Scenario With(this Scenario scenario, string address, Fraction share) =>
        scenario.With(address, UnitText.Of(share));

    /// <summary>Sets a hazard that is given as a rate.</summary>
    /// <inheritdoc cref="With(Scenario, string, string)" path="/returns|/exception"/>
    public static Scenario With(this Scenario scenario, string address, HazardRate rate) =>
        scenario.With(address, UnitText.Of(rate));

    /// <summary>Checks a scenario that was made in code or changed with <c>with</c>, and completes what was left out.</summary>
    /// <remarks>
    /// Run it after the last <c>with</c>: only then quantities have their laws, defaults are filled in, and the content hash is that of the
    /// changed scenario. A scenario that is as it was read comes back as it is, at little cost.
    /// </remarks>
    /// <exception cref="ScenarioException">The scenario does not make sense; names every finding, as for a file.</exception>
    public static Scenario Checked(this Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return Read(scenario, []);
    }

    /// <summary>The text of a scenario file that means the same: read back, it has the same content hash.</summary>
    /// <remarks>
    /// Included files are joined. A history of prices is a file beside the text; <see cref="ScenarioFile.Save"/> writes both.
    /// </remarks>
    /// <exception cref="ScenarioException">A law was made in code that no text of the format says.</exception>
    public static string ToYaml(this Scenario scenario) => Written(scenario).Yaml;

    /// <summary>The text of a scenario with the files beside it.</summary>
    internal static WrittenScenario Written(Scenario scenario) =>
        Saying(scenario, "cannot be written", () => ScenarioWriter.Write(scenario));

    private static Scenario Read(Scenario scenario, QuantityOverride[] overrides)
    {
        var reading = Saying(scenario, "cannot be used", () => ScenarioReader.ReadAgain(scenario, overrides));
        var set = string.Join(" and ", overrides.Select(o => $"{o.Address} = {o.Text}"));
        return reading.Scenario
            ?? throw new ScenarioException(
                $"The scenario '{scenario.Name}' cannot be used{(set.Length > 0 ? $" with {set}" : "")}:",
                reading.Diagnostics
            );
    }

    private static T Saying<T>(Scenario scenario, string what, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (ArgumentException unsayable)
        {
            throw new ScenarioException($"The scenario '{scenario.Name}' {what}: {unsayable.Message}", unsayable);
        }
    }

    private static QuantityOverride Override(string address, string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(address);
        ArgumentNullException.ThrowIfNull(text);
        return new QuantityOverride(address.Trim(), text.Trim());
    }
}
