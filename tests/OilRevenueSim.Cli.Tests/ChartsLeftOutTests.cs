namespace OilRevenueSim.Cli.Tests;

/// <summary>What <c>oilsim chart --kind all</c> does not draw.</summary>
public sealed class ChartsLeftOutTests
{
    [Fact]
    public void All_kinds_end_with_what_was_left_out_and_the_options_that_draw_it()
    {
        using var session = new OilsimSession();
        session.Run();
        var scenario = Checkout.PathOf("scenarios/libya-ports-2013.yaml");
        session.Type("compare", scenario, "--out", session.Results, "--paths", "256", "--no-charts");
        var compared = session.PathOf("results/libya-ports-2013/courses_compared");

        var run = Lines(All(session.Result, "run"));
        var all = Lines(All(compared, "all"));
        var one = Lines(All(compared, "one", "--course", "deal"));
        var first = Lines(All(compared, "first", "--course", "as-it-stands"));
        var unknown = All(compared, "unknown", "--course", "dael");

        Assert.Contains("--actor company (exceedance, fan and 5 more)", run[^1], StringComparison.Ordinal);
        Assert.Contains("--by area|field (production)", run[^1], StringComparison.Ordinal);
        Assert.Contains("--in money (flows)", run[^1], StringComparison.Ordinal);
        Assert.StartsWith(
            $"Left out: {ChartKinds.All.Count(k => k.FromRun is not null) - 1} kinds that show one course",
            all[^1],
            StringComparison.Ordinal
        );
        Assert.EndsWith("--course as-it-stands|deal|early draws them.", all[^1], StringComparison.Ordinal);
        Assert.Contains("Wrote FOLDER/all/courses.svg, .alt.txt", all);
        Assert.Contains("Wrote FOLDER/all/courses-barqa-bureau.svg, .alt.txt", all);
        Assert.Contains("Wrote FOLDER/one/exceedance-guards-deal.svg, .alt.txt", one);
        Assert.Contains("Wrote FOLDER/one/difference-guards-deal.svg, .alt.txt", one);
        Assert.DoesNotContain(one, line => line.Contains("--course", StringComparison.Ordinal));
        // The first course has no difference from itself.
        Assert.Contains("Wrote FOLDER/first/exceedance-guards-as-it-stands.svg, .alt.txt", first);
        Assert.DoesNotContain(first, line => line.Contains("/difference-", StringComparison.Ordinal));
        Assert.Contains("no course 'dael'. Did you mean 'deal'?", unknown.Error, StringComparison.Ordinal);

        SessionResult All(string result, string folder, params string[] more) =>
            session.Type([
                "chart",
                result,
                "--kind",
                "all",
                "--format",
                "svg",
                "--out",
                session.PathOf(folder),
                .. more,
            ]);

        static string[] Lines(SessionResult result)
        {
            Assert.Equal("", result.Error);
            return result.Out.Trim().Split('\n');
        }
    }
}
