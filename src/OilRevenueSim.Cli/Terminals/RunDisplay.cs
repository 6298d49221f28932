using OilRevenueSim.Core.Simulation;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OilRevenueSim.Cli.Terminals;

/// <summary>Shows how far a run has come: a bar on a terminal, a plain line now and then in a pipe.</summary>
internal static class RunDisplay
{
    // Bar and text together fit 80 columns.
    private const int BarWidth = 26;

    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    /// <summary>Does the work while showing its progress.</summary>
    /// <param name="terminal">Where to show it.</param>
    /// <param name="isQuiet">Show nothing.</param>
    /// <param name="work">The work; it reports how much of it is done.</param>
    /// <param name="counted">What is counted.</param>
    public static T During<T>(
        Terminal terminal,
        bool isQuiet,
        Func<IProgress<RunProgress>?, T> work,
        string counted = "paths"
    )
    {
        if (isQuiet)
        {
            return work(null);
        }

        return terminal.CanDraw ? DrawBar(terminal, work, counted) : work(new Lines(terminal, counted));
    }

    private static string Done(RunProgress p, string counted) => $"{p.PathsDone:N0} of {p.PathsTotal:N0} {counted}";

    private static T DrawBar<T>(Terminal terminal, Func<IProgress<RunProgress>?, T> work, string counted)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(terminal.Error),
                Ansi = AnsiSupport.Yes,
                ColorSystem = terminal.HasColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.Yes,
            }
        );
        var bar = new Bar(terminal.Time, counted);
        return console
            .Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn { Width = BarWidth }, new TextColumn(bar))
            .Start(context =>
            {
                bar.Task = context.AddTask(counted);
                return work(bar);
            });
    }

    /// <summary>A plain line every ten seconds, so that a short run in a pipe prints none.</summary>
    private sealed class Lines(Terminal terminal, string counted) : IProgress<RunProgress>
    {
        private readonly RemainingTime remaining = new(terminal.Time);
        private readonly Lock gate = new();
        private TimeSpan next = BetweenLines;

        public void Report(RunProgress value)
        {
            lock (gate)
            {
                var left = remaining.Left(value);
                if (remaining.Elapsed < next || left is null)
                {
                    return;
                }

                next = remaining.Elapsed + BetweenLines;
                terminal.Error.WriteLine($"{Done(value, counted)}, about {RemainingTime.Say(left.Value)} left");
            }
        }
    }

    private sealed class Bar(TimeProvider time, string counted) : IProgress<RunProgress>
    {
        private readonly RemainingTime remaining = new(time);
        private readonly Lock gate = new();

        public ProgressTask? Task { get; set; }

        public string Text { get; private set; } = "";

        public void Report(RunProgress value)
        {
            lock (gate)
            {
                Task!.MaxValue = value.PathsTotal;
                Task.Value = value.PathsDone;
                var left = remaining.Left(value) is { } time ? $", about {RemainingTime.Say(time)} left" : "";
                Text = Done(value, counted) + left;
            }
        }
    }

    private sealed class TextColumn(Bar bar) : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(bar.Text);
    }
}
