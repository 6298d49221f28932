using System.Text;
using OilRevenueSim.Analysis.Statistics;

namespace OilRevenueSim.Analysis.Headlines;

/// <summary>A headline in words: the answer of each actor in a sentence, and the numbers behind it.</summary>
public static class HeadlineText
{
    /// <summary>What stands in brackets and behind ±.</summary>
    public const string Intervals = "In brackets: 95 % Monte Carlo interval; behind ±: half of it.";

    /// <summary>The whole headline as text, lines of any length; ends without a line break.</summary>
    /// <param name="headline">Headline.</param>
    /// <param name="question">Question that the scenario answers, or null.</param>
    public static string Of(Headline headline, string? question)
    {
        var text = new StringBuilder(headline.Title);
        text.Append(headline.Course == "base" ? "" : $" ({headline.Course})").Append('\n');
        if (question is not null)
        {
            text.Append(question).Append('\n');
        }

        foreach (var set in headline.Overrides)
        {
            text.Append("with ").Append(Readable.Setting(set)).Append('\n');
        }

        foreach (var group in HeadlineRow.Of(headline).GroupBy(row => row.Subject, StringComparer.Ordinal))
        {
            var actor = headline.Actors.FirstOrDefault(a => a.Label == group.Key);
            text.Append('\n').Append(actor is null ? group.Key : $"{group.Key}: {Verdict(actor, headline.Paths)}");
            var width = group.Max(row => row.Label.Length);
            foreach (var row in group)
            {
                text.Append("\n  ").Append(row.Label.PadRight(width)).Append("  ").Append(row.Text);
            }

            text.Append('\n');
        }

        var paths = headline.Paths == 1 ? "path" : "paths";
        text.Append('\n').Append(Readable.Count(headline.Paths)).Append(' ').Append(paths);
        text.Append(", seed ").Append(headline.Seed).Append('.');
        return (headline.Paths > 1 ? text.Append('\n').Append(Intervals) : text).ToString();
    }

    /// <summary>What the futures bring an actor, in a sentence.</summary>
    /// <param name="actor">Actor.</param>
    /// <param name="paths">Number of futures.</param>
    public static string Verdict(ActorHeadline actor, long paths)
    {
        var any = actor.ProbabilityAny;
        if (paths == 1)
        {
            return $"{(any.Value <= 0.0 ? "nothing" : Readable.Money(actor.Mean.Value))} in the one future simulated";
        }

        if (any.Value <= 0.0)
        {
            return $"nothing in any of {Readable.Count(paths)} futures";
        }

        if (actor.P50.Value > 0.0)
        {
            return $"half of the futures bring more than {Readable.Money(actor.P50.Value)}; nine in ten bring "
                + Readable.MoneyRange(actor.P05.Value, actor.P95.Value);
        }

        var nothing = new Estimate(1.0 - any.Value, 1.0 - any.High, 1.0 - any.Low);
        return $"most likely nothing; zero in {Readable.ProbabilityWithInterval(nothing)} of futures";
    }
}
