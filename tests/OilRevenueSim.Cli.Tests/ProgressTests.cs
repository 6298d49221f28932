using OilRevenueSim.Analysis.Precision;
using OilRevenueSim.Cli.Runs;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Cli.Tests;

public sealed class ProgressTests
{
    [Fact]
    public void Remaining_time_is_silent_for_a_second_and_then_follows_the_speed()
    {
        var clock = new HandClock();
        var remaining = new RemainingTime(clock);

        Assert.Null(remaining.Left(new RunProgress(0, 1000)));
        clock.Advance(2);
        Assert.Null(remaining.Left(new RunProgress(100, 1000)));
        clock.Advance(2);

        // 200 paths in the two seconds counted, 700 to go.
        Assert.Equal(7.0, remaining.Left(new RunProgress(300, 1000))!.Value.TotalSeconds, 1e-9);
        Assert.Null(remaining.Left(new RunProgress(1000, 1000)));
    }

    [Theory]
    [InlineData(0.2, "1 s")]
    [InlineData(59.5, "60 s")]
    [InlineData(150, "2 min")]
    [InlineData(7800, "2 h 10 min")]
    public void A_time_is_said_as_people_say_it(double seconds, string expected) =>
        Assert.Equal(expected, RemainingTime.Say(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void A_pipe_gets_a_plain_line_every_ten_seconds_and_none_in_a_short_run()
    {
        var clock = new HandClock();
        using var error = new StringWriter();
        var terminal = new Terminal
        {
            Out = TextWriter.Null,
            Error = error,
            Time = clock,
        };

        RunDisplay.During(
            terminal,
            isQuiet: false,
            progress =>
            {
                for (var second = 0; second <= 25; second++)
                {
                    progress!.Report(new RunProgress(second * 1000, 50_000));
                    clock.Advance(1);
                }

                return 0;
            }
        );

        Assert.Equal(
            "10,000 of 50,000 paths, about 40 s left\n20,000 of 50,000 paths, about 30 s left\n",
            error.ToString().ReplaceLineEndings("\n")
        );
    }

    [Fact]
    public void A_bar_is_drawn_on_a_terminal_and_taken_away_again()
    {
        using var error = new StringWriter();
        var terminal = new Terminal
        {
            Out = TextWriter.Null,
            Error = error,
            CanDraw = true,
        };

        var result = RunDisplay.During(
            terminal,
            isQuiet: false,
            progress =>
            {
                progress!.Report(new RunProgress(500, 1000));
                return 7;
            }
        );

        Assert.Equal(7, result);
        Assert.Contains("500 of 1,000 paths", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("[38;", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_shows_no_progress()
    {
        using var error = new StringWriter();
        var terminal = new Terminal
        {
            Out = TextWriter.Null,
            Error = error,
            CanDraw = true,
        };

        Assert.True(RunDisplay.During(terminal, isQuiet: true, progress => progress is null));
        Assert.Empty(error.ToString());
    }

    [Theory]
    // Half-width thrice the allowed one: nine times the paths, the next look above is 16 times, and one more.
    [InlineData(4096, 3.0, 1.0, false, 1L << 30, 4096L * 32)]
    // Reached once: one more look.
    [InlineData(8192, 0.5, 1.0, true, 1L << 30, 16384)]
    // The maximum caps it: the largest look within.
    [InlineData(4096, 100.0, 1.0, false, 100_000, 65_536)]
    public void The_forecast_follows_the_square_root_law(
        long paths,
        double halfWidth,
        double allowed,
        bool isReached,
        long mostPaths,
        long expected
    )
    {
        var look = new PrecisionLook(paths, 1.0, halfWidth, allowed, isReached, null);

        Assert.Equal(expected, PrecisionForecast.Paths(look, mostPaths));
    }

    private sealed class HandClock : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => now;

        public void Advance(int seconds) => now += 1000L * seconds;
    }
}
