namespace OilRevenueSim.Reporting.Revenue;

/// <summary>Stacks of dots of one width that never overlap.</summary>
/// <remarks>
/// Dot-plot binning of Wilkinson, "Dot plots" (The American Statistician 53, 1999): a stack takes the first dot that is left and all within
/// a dot's width of it. It stands in the middle of its dots, or as little beyond as keeps it a width from its neighbour and half of one
/// from the split, so that no dot moves by more than half of a width.
/// </remarks>
internal static class DotStacks
{
    /// <summary>Stacks to both sides of a split: dots above it stay above, the others below.</summary>
    /// <param name="places">Places of the dots, ascending.</param>
    /// <param name="width">Width of a dot, in the unit of the places; above zero.</param>
    /// <param name="split">Dots above it go one way, the others the other; negative infinity for none.</param>
    /// <returns>Centre of each stack and its dots, ascending.</returns>
    public static List<(double Centre, int Count)> Of(IReadOnlyList<double> places, double width, double split)
    {
        var below = Grow([.. places.Where(p => p <= split).Reverse()], -width, split);
        below.Reverse();
        return [.. below, .. Grow([.. places.Where(p => p > split)], width, split)];
    }

    private static List<(double Centre, int Count)> Grow(List<double> places, double width, double split)
    {
        var stacks = new List<(double Centre, int Count)>();
        double? nearest = double.IsFinite(split) ? split + (width / 2) : null;
        for (var i = 0; i < places.Count; )
        {
            var first = places[i];
            var count = 0;
            while (i < places.Count && Math.Abs(places[i] - first) < Math.Abs(width))
            {
                count++;
                i++;
            }

            var middle = (first + places[i - 1]) / 2;
            var centre =
                nearest is not { } near ? middle
                : width > 0 ? Math.Max(near, middle)
                : Math.Min(near, middle);
            stacks.Add((centre, count));
            nearest = centre + width;
        }

        return stacks;
    }
}
