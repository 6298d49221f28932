using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Axes;

/// <summary>A logarithmic money axis along the bottom, its decades in words.</summary>
/// <param name="Low">Power of ten at the left end.</param>
/// <param name="High">Power of ten at the right end.</param>
internal readonly record struct LogAxis(double Low, double High)
{
    private const int MostDecades = 7;
    private const double Gap = 16;

    /// <summary>The axis that shows all marks and as much of the curve as fits into seven decades.</summary>
    public static LogAxis For(IReadOnlyList<double> amounts, IReadOnlyList<double> marks)
    {
        var all = amounts.Concat(marks).Where(a => a > 0 && double.IsFinite(a)).Select(Math.Log10).ToList();
        if (all.Count == 0)
        {
            return new LogAxis(5, 9);
        }

        var high = all.Max();
        var low = Math.Max(all.Min(), high - MostDecades);
        foreach (var mark in marks.Where(m => m > 0))
        {
            low = Math.Min(low, Math.Log10(mark));
        }

        low = Math.Floor((low + 1e-9) * 2) / 2;
        high = Math.Max(high + 0.1, low + 1);
        return new LogAxis(low, high);
    }

    /// <summary>The same axis, longer to the right, so that a text of a width fits right of an amount.</summary>
    public LogAxis WithRoom(double amount, double text, double width)
    {
        var need = Low + ((Math.Log10(amount) - Low) * width / Math.Max(width - text, width * 0.3));
        return this with { High = Math.Max(High, need) };
    }

    public void Draw(Sheet sheet, Panel panel, MoneyUnit unit, Style style)
    {
        var data = panel.Data;
        sheet.Line(data.Left, data.Bottom, data.Right, data.Bottom, Theme.Baseline, 1);
        var row = data.Bottom + 9 + (Face.Ascent * style.Size);
        var lastRight = double.NegativeInfinity;
        var named = High - Low <= 2.2 ? new[] { 1.0, 2.0, 5.0 } : [1.0];
        for (var decade = (int)Math.Floor(Low); decade <= High; decade++)
        {
            for (var digit = 1; digit < 10; digit++)
            {
                var power = decade + Math.Log10(digit);
                if (power < Low - 1e-9 || power > High + 1e-9)
                {
                    continue;
                }

                var x = panel.X(power);
                var isNamed = Array.IndexOf(named, digit) >= 0;
                sheet.Line(x, data.Bottom, x, data.Bottom + (isNamed ? 6 : 3), Theme.Baseline, isNamed ? 1 : 0.6);
                var text = isNamed ? unit.InWords(digit * Math.Pow(10, decade)) : "";
                var half = Wording.Width(text, style) / 2;
                if (isNamed && x - half > lastRight + Gap && x + half <= sheet.Canvas.Right - 8)
                {
                    sheet.Text(Role.Tick, text, style, Anchor.Middle, x, row);
                    lastRight = x + half;
                }
            }
        }
    }
}
