namespace OilRevenueSim.Reporting.Revenue;

/// <summary>Stacks of dots of one width that never overlap.</summary>
/// <remarks>
/// Dot-plot binning of Wilkinson, "Dot plots" (The American Statistician 53, 1999): a stack takes the first dot that is left and all within
/// a dot's width of it. It stands in the middle of that width rather than of its dots, so that neighbours are a width apart at least and
/// no dot moves by more than half of one.
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
        var below = Grow([.. places.Where(p => p <= split).Reverse()], -width);
        below.Reverse();
        return [.. below, .. Grow([.. places.Where(p => p > split)], width)];
    }

    private static List<(double Centre, int Count)> Grow(List<double> places, double width)
    {
        var stacks = new List<(double Centre, int Count)>();
        for (var i = 0; i < places.Count; )
        {
            var first = places[i];
            var count = 0;
            while (i < places.Count && Math.Abs(places[i] - first) < Math.Abs(width))
            {
                count++;
                i++;
            }

            stacks.Add((first + (width / 2), count));
        }

        return stacks;
    }
}
