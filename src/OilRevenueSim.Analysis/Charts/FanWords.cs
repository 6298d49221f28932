using OilRevenueSim.Analysis.Words;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Sentences on a fan for those who do not see it.</summary>
internal static class FanWords
{
    /// <summary>Where the mean starts, is highest and ends; what falls together is told once.</summary>
    /// <param name="words">Language.</param>
    /// <param name="months">First day of each month.</param>
    /// <param name="means">Mean of each month.</param>
    /// <param name="say">An amount with its unit.</param>
    public static string Course(
        Language words,
        IReadOnlyList<DateOnly> months,
        double[] means,
        Func<double, string> say
    )
    {
        var peak = Array.IndexOf(means, means.Max());
        var (first, most, last) = (say(means[0]), say(means[peak]), say(means[^1]));
        if (first == most && last == most && say(means.Min()) == most)
        {
            return words.Say($"The mean is {most} in every month.");
        }

        return first == most ? words.Say($"The mean starts at its highest, {first}, and ends at {last}.")
            : last == most ? words.Say($"The mean starts at {first} and ends at its highest, {last}.")
            : words.Say(
                $"The mean starts at {first}, is highest in {words.Month(months[peak])} with {most}, and ends at {last}."
            );
    }

    /// <summary>Median and spread of the last month.</summary>
    /// <param name="words">Language.</param>
    /// <param name="median">Median with its unit.</param>
    /// <param name="range">Range of 90 % of futures with its unit; null where it is a single value.</param>
    public static string LastMonth(Language words, string median, string? range) =>
        range is null
            ? words.Say($"In the last month at least 90 % of futures have {median}.")
            : words.Say($"In the last month the median is {median}, and 90 % of futures have {range}.");
}
