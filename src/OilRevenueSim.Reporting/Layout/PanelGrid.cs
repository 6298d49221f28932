namespace OilRevenueSim.Reporting.Layout;

/// <summary>How many small panels of months stand beside each other.</summary>
internal static class PanelGrid
{
    private const int Most = 6;

    // Wider than tall reads best for time; found by eye.
    private const double BestAspect = 1.9;

    // An empty place costs as much as panels 1.65 times too wide.
    private const double Gap = 0.5;

    /// <summary>Columns whose panels come nearest to the best shape and leave few places empty.</summary>
    public static int Columns(Sheet sheet, int count, Box grid, double gapX, double gapY)
    {
        var best = (Columns: 1, Misfit: double.MaxValue);
        for (var columns = 1; columns <= Math.Min(count, Most); columns++)
        {
            var rows = (count + columns - 1) / columns;
            var aspect =
                (grid.Width - ((columns - 1) * gapX))
                / columns
                / (((grid.Height - ((rows - 1) * gapY)) / rows) - sheet.Theme.PanelTitle.LineHeight);
            var empty = (columns * rows) - count;
            var misfit = Math.Abs(Math.Log(Math.Max(aspect, 0.01) / BestAspect)) + (Gap * empty);
            if (misfit < best.Misfit)
            {
                best = (columns, misfit);
            }
        }

        return best.Columns;
    }
}
