using OilRevenueSim.Analysis.Words;

namespace OilRevenueSim.Reporting.Axes;

/// <summary>Round numbers on an axis that starts at zero, written as a reader would.</summary>
/// <param name="Step">Distance between ticks: 1, 2, 2.5 or 5 times a power of ten.</param>
/// <param name="Count">Number of ticks above zero.</param>
internal readonly record struct Ticks(double Step, int Count)
{
    // Of a value: space above it where an axis ends there.
    private const double Air = 0.03;

    /// <summary>The last tick.</summary>
    public double Top => Step * Count;

    /// <summary>Ticks from zero to at least <paramref name="max"/>.</summary>
    /// <param name="max">Largest value shown; above zero.</param>
    /// <param name="most">Most ticks above zero that have room.</param>
    public static Ticks UpTo(double max, int most)
    {
        // A hair of room: a maximum of 0.30000000000000004 must not open another interval.
        var need = max * (1 - 1e-9);
        var power = Math.Pow(10, Math.Floor(Math.Log10(need / most)));
        var best = (Cost: double.MaxValue, Ticks: new Ticks(max, 1));
        foreach (var factor in (ReadOnlySpan<double>)[1, 2, 2.5, 5, 10, 20])
        {
            var count = Math.Max((int)Math.Ceiling(need / (factor * power)), 1);
            // Little air above the largest value, about five ticks, whole tens before quarters.
            var cost = (factor * power * count / max) + (0.03 * Math.Abs(count - 5)) + (factor is 2.5 ? 0.12 : 0);
            if (count <= most && cost < best.Cost)
            {
                best = (cost, new Ticks(factor * power, count));
            }
        }

        return best.Ticks;
    }

    /// <summary>Ticks from zero to about <paramref name="max"/>, for an axis that ends at its largest value: the next tick may lie beyond it.</summary>
    /// <param name="max">Largest value shown; above zero.</param>
    /// <param name="most">Most ticks above zero that have room.</param>
    public static Ticks Within(double max, int most)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(max / most)));
        var best = (Cost: double.MaxValue, Ticks: new Ticks(max, 1));
        foreach (var factor in (ReadOnlySpan<double>)[1, 2, 2.5, 5, 10, 20])
        {
            var count = Reached(max, factor * power);
            // About five ticks, two at least, whole tens before quarters.
            var cost = (0.03 * Math.Abs(count - 5)) + (count < 2 ? 0.3 : 0) + (factor is 2.5 ? 0.12 : 0);
            if (count >= 1 && count <= most && cost < best.Cost)
            {
                best = (cost, new Ticks(factor * power, count));
            }
        }

        return best.Ticks;
    }

    /// <summary>Ticks above zero up to a value, one more where it is all but reached.</summary>
    public static int Reached(double value, double step) => (int)Math.Floor(value * (1 + Air) / step);

    /// <summary>Where an axis ends that shows a value: at its last tick or a hair above the value.</summary>
    public static double End(double value, double step)
    {
        var tick = Reached(value, step) * step;
        return value <= tick * (1 + 1e-9) ? tick : value * (1 + Air);
    }

    public double this[int index] => Step * index;

    /// <summary>The tick as text, e.g. <c>0</c>, <c>2.5</c>, <c>1,250</c>; the same decimals on every tick.</summary>
    public string Text(int index, Language words, double scale = 1)
    {
        if (index == 0)
        {
            return "0";
        }

        var step = Step * scale;
        var decimals = 0;
        while (decimals < 15 && Math.Abs(Math.Round(step, decimals) - step) > step * 1e-6)
        {
            decimals++;
        }

        return words.Number(step * index, "#,##0." + new string('0', decimals));
    }
}
