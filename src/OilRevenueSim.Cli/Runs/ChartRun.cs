using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Reporting;

namespace OilRevenueSim.Cli.Runs;

/// <summary>Charts of a result that was written: open, simulate again, draw, write all or nothing.</summary>
internal sealed class ChartRun(Terminal terminal, ChartOrder order)
{
    private sealed record Planned(ChartKind Kind, string Name, ChartRequest Request);

    /// <summary>Draws and returns the exit code.</summary>
    /// <exception cref="InputException">The result cannot be drawn from, or not as asked.</exception>
    public int Execute()
    {
        try
        {
            var saved = SavedResult.Open(order.Result);
            if (order.IsList)
            {
                ChartList.Print(terminal, saved.Outline);
                return ExitCode.Done;
            }

            return Draw(saved);
        }
        catch (SavedResultException e)
        {
            throw new InputException($"{e.Message}\n  hint: {e.Hint}");
        }
    }

    private int Draw(SavedResult saved)
    {
        var planned = Plan(saved.Outline);
        if (planned.Count > 1 && (order.Look.Title ?? order.Look.Subtitle) is not null)
        {
            throw new InputException(
                $"--title and --subtitle go with one figure, and {planned.Count} are to be drawn: {string.Join(", ", planned.Take(6).Select(p => p.Name))}"
            );
        }

        var files = new FigureFiles(order, [.. planned.Select(p => p.Name)]);
        files.CheckFree();
        var simulated = RunDisplay.During(
            terminal,
            order.IsQuiet,
            progress =>
                saved.Simulate(
                    planned.SelectMany(p => p.Kind.Records).Distinct(StringComparer.Ordinal),
                    order.Threads,
                    progress,
                    terminal.Interrupted
                ),
            saved.Outline.Form == ResultForm.Sweep ? "cells" : "paths"
        );
        foreach (var one in planned)
        {
            terminal.Interrupted.ThrowIfCancellationRequested();
            if (Made(simulated, one) is { } figure)
            {
                files.Add(one.Name, figure);
            }
        }

        terminal.Interrupted.ThrowIfCancellationRequested();
        foreach (var file in files.Write())
        {
            terminal.Out.WriteLine($"Wrote {file}");
        }

        if (IsAll)
        {
            ChartsLeftOut.Print(terminal, saved.Outline, [.. planned.Select(p => p.Kind).Distinct()], order.Choices);
        }

        return ExitCode.Done;
    }

    // Of all that applies, what turns out to have nothing to draw is said and left out.
    private Figure? Made(SimulatedResult simulated, Planned one)
    {
        try
        {
            return simulated
                .Draw(one.Kind, one.Request, order.Style.Language)
                .With(order.Look)
                .As(one.Kind.Name, Asked(simulated, one).Arguments);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return IsAll
                ? Left($"no {one.Name}: {WithoutParameter(e.Message)}")
                : throw new InputException($"{one.Name} cannot be drawn: {WithoutParameter(e.Message)}");
        }

        Figure? Left(string why)
        {
            terminal.Error.WriteLine(why);
            return null;
        }
    }

    // A figure of one course is made again from the run of that course, which takes no choice of one.
    private static ChartRequest Asked(SimulatedResult simulated, Planned one) =>
        simulated.Outline.Form == ResultForm.Comparison && one.Kind.FromComparison is null
            ? one.Request.Without("course")
            : one.Request;

    private bool IsAll => order.Kinds is [ChartOrder.AllKinds];

    private List<Planned> Plan(ResultOutline outline)
    {
        try
        {
            if (!IsAll)
            {
                return [.. order.Kinds.Select(ChartKinds.Named).Distinct().SelectMany(k => Figures(k, order.Choices))];
            }

            // A comparison has what compares; one course of it is asked for by name.
            var isOfOneCourse = outline.Form == ResultForm.Comparison && order.Choices["course"] is not null;
            var applying = ChartKinds
                .All.Where(k => k.WhyNot(outline) is null)
                .Where(k => outline.Form != ResultForm.Comparison || k.FromComparison is not null || isOfOneCourse)
                .ToList();
            // A word that some kinds know leaves out those that do not; one that none knows is refused by the first.
            var knowing = applying.Where(k => k.Knows(outline, order.Choices)).ToList();
            return
            [
                .. (Taken(knowing).SetEquals(Taken(applying)) ? knowing : applying).SelectMany(k =>
                    Figures(k, Fitting(k, outline))
                ),
            ];

            HashSet<string> Taken(List<ChartKind> kinds) =>
                [
                    .. kinds
                        .SelectMany(k => k.ChoicesOf(outline).Concat(k.Takes))
                        .Select(c => c.Name)
                        .Intersect(order.Choices.Made),
                ];
        }
        catch (ArgumentException e)
        {
            throw new InputException($"{WithoutParameter(e.Message)}\n  hint: oilsim chart {order.Result} --list");
        }

        IEnumerable<Planned> Figures(ChartKind kind, ChartRequest request) =>
            kind.Figures(outline, request).Select(f => new Planned(kind, f.Name, f.Request));
    }

    // With --kind all a choice goes to the kinds that have it.
    private ChartRequest Fitting(ChartKind kind, ResultOutline outline) =>
        kind.ChoicesOf(outline)
            .Concat(kind.Takes)
            .Where(c => order.Choices[c.Name] is not null)
            .Aggregate(ChartRequest.Any, (request, c) => request.With(c.Name, order.Choices[c.Name]!));

    // The name of the parameter is for programmers.
    private static string WithoutParameter(string message)
    {
        var end = message.IndexOf(" (Parameter", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
