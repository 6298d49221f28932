using OilRevenueSim.Core.Model;

namespace OilRevenueSim.Cli.Runs;

/// <summary>Which courses of a scenario <c>--courses</c> and <c>--course</c> mean.</summary>
internal static class CourseChoice
{
    /// <summary>The word that means every course.</summary>
    public const string All = "all";

    private const string OnlyCourse = "base";

    /// <summary>Course that is run by default.</summary>
    public static string FirstOf(Scenario scenario) => NamesOf(scenario)[0];

    /// <summary>Courses in the order given; of <c>all</c>, in the order of the file.</summary>
    /// <exception cref="InputException">A course is not in the scenario, or named twice.</exception>
    public static string[] Of(Scenario scenario, string text)
    {
        var known = NamesOf(scenario);
        if (text == All)
        {
            return known;
        }

        var chosen = text.Split(',', StringSplitOptions.TrimEntries);
        foreach (var course in chosen)
        {
            if (!known.Contains(course, StringComparer.Ordinal))
            {
                throw new InputException(
                    $"{scenario.Name} has no course '{course}'\n  hint: it has {string.Join(", ", known)}; or say {All}"
                );
            }
        }

        return chosen.Distinct(StringComparer.Ordinal).Count() == chosen.Length
            ? chosen
            : throw new InputException($"--courses {text}: a course is named twice");
    }

    private static string[] NamesOf(Scenario scenario) =>
        scenario.Courses.IsEmpty ? [OnlyCourse] : [.. scenario.Courses.Select(c => c.Name)];
}
