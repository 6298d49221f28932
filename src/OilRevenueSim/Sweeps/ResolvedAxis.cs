using System.Collections.Immutable;
using System.Globalization;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Sweeps;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim;

/// <summary>An axis together with the scenario that it varies: units known, levels as texts of the file.</summary>
internal sealed class ResolvedAxis
{
    /// <summary>Digits of a level that is computed: more say nothing, fewer would be seen.</summary>
    private const int Digits = 6;

    private static readonly double[] OwnLevels = [0.05, 0.5, 0.95];

    private readonly AxisText? text;
    private readonly TruncatedLaw? law;
    private readonly WrittenUnit? written;

    private ResolvedAxis(Axis axis, Scenario scenario)
    {
        text = axis.Text;
        var quantity = scenario.Quantities.FirstOrDefault(q => q.Address == axis.Address);
        written = quantity is null ? null : WrittenUnit.Of(quantity);
        if (text is null)
        {
            law = new QuantityLaw(Uncertain(axis, quantity)).Truncated;
        }

        var hasBare = text is null || text.Range is not null || text.Levels.Any(IsBare);
        var isTaken = hasBare && text?.Unit is null or "" && quantity is not null;
        if (isTaken && written is null && quantity!.Dimension != Dimension.Number)
        {
            throw new ScenarioException(
                $"{axis.Address}: the levels have no unit, and the scenario's own '{quantity.Text}' shows no single one; "
                    + "write the unit behind them, as in 20:100:10 USD/bbl"
            );
        }

        var unit = isTaken ? written?.Text ?? "" : text?.Unit ?? "";
        var isNumeric = hasBare && (text is null || text.Range is not null || text.Levels.All(IsBare));
        Description = new SweepAxis(axis.Address, isNumeric ? unit : "", isTaken && isNumeric && unit.Length > 0);
        Unit = unit;
        File = OfFile(axis.Address, scenario, quantity);
    }

    /// <summary>Address and unit.</summary>
    public SweepAxis Description { get; }

    /// <summary>The value that the scenario itself has.</summary>
    public AxisValue File { get; }

    private string Unit { get; }

    /// <summary>Levels in their order.</summary>
    /// <exception cref="FormatException">The axis is a range without a step.</exception>
    public ImmutableArray<AxisValue> Levels =>
        text is null ? [.. OwnLevels.Select(At)]
        : text.Range is null ? [.. text.Levels.Select(Level)]
        : throw new FormatException(
            $"{Description.Address}: {text.Written} has no step; write FROM:TO:STEP, such as 20:100:10, or choose the design lhs or sobol"
        );

    /// <summary>Puts an axis together with its scenario.</summary>
    /// <exception cref="ScenarioException">The unit is not clear, or a law is asked for that there is not.</exception>
    public static ResolvedAxis Of(Axis axis, Scenario scenario) => new(axis, scenario);

    /// <summary>The value at a uniform: a place in the range, a level, or a quantile of its own law.</summary>
    /// <param name="u">Inside (0, 1).</param>
    public AxisValue At(double u)
    {
        if (law is not null)
        {
            return Rounded(written!.FromBase(law.Quantile(u)));
        }

        if (text!.Range is { } range)
        {
            return Rounded((double)range.From + (u * (double)(range.To - range.From)));
        }

        return Level(text.Levels[Math.Min((int)(u * text.Levels.Length), text.Levels.Length - 1)]);
    }

    /// <summary>A few values that show whether the axis can be set at all.</summary>
    public IEnumerable<AxisValue> Probes() =>
        text is { Levels.Length: > 0 } ? text.Levels.Take(50).Select(Level) : [At(0.001), At(0.5), At(0.999)];

    private static bool IsBare(string level) => AxisText.Cut(level) is { Unit: "" };

    private Quantity Uncertain(Axis axis, Quantity? quantity)
    {
        if (quantity is null)
        {
            throw new ScenarioException(
                $"{axis.Address}: the scenario has no number with this address whose law could be varied; give levels: "
                    + $"{axis.Address}=FROM:TO:STEP UNIT{Near(axis.Address)}"
            );
        }

        if (quantity.Parameter is { } parameter)
        {
            throw new ScenarioException($"{axis.Address} is the parameter {parameter}; vary {parameter} itself");
        }

        return !quantity.Law.IsCertain && written is not null
            ? quantity
            : throw new ScenarioException(
                $"{axis.Address} is certain in the scenario ({quantity.Text}), so it has no law to vary by; give levels: "
                    + $"{axis.Address}=FROM:TO:STEP UNIT"
            );
    }

    private static string Near(string address) =>
        address.Contains('.', StringComparison.Ordinal) ? "" : " (an address has dots)";

    private AxisValue Level(string level)
    {
        if (AxisText.Cut(level) is { } cut && cut.Unit.Length == 0)
        {
            var number = double.Parse(cut.Number, NumberStyles.Float, CultureInfo.InvariantCulture);
            return new AxisValue(Description.Address, WrittenUnit.Join(cut.Number, Unit), number, Unit);
        }

        return new AxisValue(Description.Address, level, null, "");
    }

    private AxisValue Rounded(double number)
    {
        var rounded = SignificantDigits.Round(number, Digits);
        var digits = ((decimal)rounded).ToString(CultureInfo.InvariantCulture);
        return new AxisValue(Description.Address, WrittenUnit.Join(digits, Unit), rounded, Unit);
    }

    private AxisValue OfFile(string address, Scenario scenario, Quantity? quantity)
    {
        var own = address switch
        {
            "start" => scenario.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "end" => scenario.End.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => quantity is { Text.Length: > 0 } ? quantity.Text : "as in the file",
        };
        double? number =
            quantity?.Law is CertainLaw certain && written is not null && written.Text == Description.Unit
                ? SignificantDigits.Round(written.FromBase(certain.Value), 12)
                : null;
        return new AxisValue(address, own, number, number is null ? "" : Unit);
    }
}
