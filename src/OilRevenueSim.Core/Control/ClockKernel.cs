using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Control;

/// <summary>Unit-exponential clocks of continuous-time chains over a block of paths (model.md §4, Clocks).</summary>
/// <remarks>
/// A clock E spends p = λ·dt per step while its change applies and fires when E ≤ p. Most lanes only subtract; the few
/// that fire are listed and resolved event by event, in exact order of time, by <see cref="Next"/>.
/// </remarks>
internal static class ClockKernel
{
    /// <summary>Most events that chains resolved together may have within one step before the run fails.</summary>
    public const int MostEventsPerStep = 1000;

    /// <summary>Lets every clock of a component spend a step, except in the lanes where one fires; lists those.</summary>
    /// <param name="component">Its changes, clocks and hazards at the step's start.</param>
    /// <param name="dtYears">Length of the step, years.</param>
    /// <param name="fired">Receives the lanes in which a clock fires, ascending.</param>
    /// <returns>Number of lanes listed.</returns>
    public static int Spend<V>(in ClockLanes component, double dtYears, Span<int> fired)
        where V : unmanaged, ILanes<V>
    {
        var lanes = component.Lanes;
        ReadOnlySpan<double> states = component.States;
        var rates = component.RatesPerYear;
        var clocks = component.Clocks;
        var chain = component.Chain;
        var from = component.From;
        var clock = component.Clock;
        var dt = V.Create(dtYears);
        var count = 0;
        for (var lane = 0; lane < lanes; lane += V.Count)
        {
            var fires = V.Zero;
            for (var c = 0; c < clock.Length; c++)
            {
                var at = (clock[c] * lanes) + lane;
                var current = V.Load(states, (chain[c] * lanes) + lane);
                var spent = V.Load(rates, at) * dt;
                var due = V.And(V.LessThanOrEqual(V.Load(clocks, at), spent), V.GreaterThan(spent, V.Zero));
                fires = V.Or(fires, V.And(due, V.Equal(current, V.Create(from[c]))));
            }

            for (var c = 0; c < clock.Length; c++)
            {
                var at = (clock[c] * lanes) + lane;
                var current = V.Load(states, (chain[c] * lanes) + lane);
                var left = V.Load(clocks, at);
                var spends = V.AndNot(V.Equal(current, V.Create(from[c])), fires);
                V.Select(spends, left - (V.Load(rates, at) * dt), left).Store(clocks, at);
            }

            count = LanePacking.List(fires, lane, fired, count);
        }

        return count;
    }

    /// <summary>Finds the next event of one lane and lets every other clock that applies spend the time to it; its own waits for a draw.</summary>
    /// <remarks>
    /// The clock of the change that fires becomes not a number, and its events are counted: whoever resolves a block draws those clocks
    /// together. One that is needed again within the step is drawn at once.
    /// </remarks>
    /// <param name="component">Its changes, clocks and hazards now.</param>
    /// <param name="lane">Lane of the block.</param>
    /// <param name="remaining">Time left in the step, years.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="path">Path of the lane.</param>
    /// <param name="wait">Receives the time to the event, years.</param>
    /// <returns>The change that fires, or −1 where none does and all clocks have spent what remained.</returns>
    public static int Next(in ClockLanes component, int lane, double remaining, ulong seed, uint path, out double wait)
    {
        var first = FindFirst(component, lane, remaining, seed, path, out wait);
        var spent = first < 0 ? remaining : wait;
        for (var k = 0; k < component.Chains.Length; k++)
        {
            foreach (var c in component.Applying(k, lane))
            {
                var at = (component.Clock[c] * component.Lanes) + lane;
                var left = component.Clocks[at] - (component.RatesPerYear[at] * spent);
                component.Clocks[at] = left > 0.0 ? left : 0.0;
            }
        }

        if (first >= 0)
        {
            var index = (component.Clock[first] * component.Lanes) + lane;
            component.Events[index]++;
            component.Clocks[index] = double.NaN;
        }

        return first;
    }

    private static int FindFirst(
        in ClockLanes component,
        int lane,
        double remaining,
        ulong seed,
        uint path,
        out double wait
    )
    {
        var first = -1;
        wait = double.PositiveInfinity;
        for (var k = 0; k < component.Chains.Length; k++)
        {
            foreach (var c in component.Applying(k, lane))
            {
                var at = (component.Clock[c] * component.Lanes) + lane;
                if (double.IsNaN(component.Clocks[at]))
                {
                    Philox4x32.Draw(seed, path, component.Events[at], component.Stream[c], out var u0, out _);
                    component.Clocks[at] = -LaneMath.Log(u0);
                }

                var rate = component.RatesPerYear[at];
                if (rate > 0.0 && component.Clocks[at] <= rate * remaining)
                {
                    var candidate = component.Clocks[at] / rate;
                    if (candidate < wait || (candidate == wait && c < first))
                    {
                        first = c;
                        wait = candidate;
                    }
                }
            }
        }

        return first;
    }
}

/// <summary>The changes of chains that are resolved together, with the lanes of all clocks of a block.</summary>
internal readonly ref struct ClockLanes
{
    /// <summary>Lanes of the block.</summary>
    public required int Lanes { get; init; }

    /// <summary>States of all chains, [chain][lane].</summary>
    public required ReadOnlySpan<double> States { get; init; }

    /// <summary>Chain of each change, [change].</summary>
    public required ReadOnlySpan<int> Chain { get; init; }

    /// <summary>State each change leaves, [change].</summary>
    public required ReadOnlySpan<double> From { get; init; }

    /// <summary>Clock of each change, [change].</summary>
    public required ReadOnlySpan<int> Clock { get; init; }

    /// <summary>Stream of each change, [change].</summary>
    public required ReadOnlySpan<ulong> Stream { get; init; }

    /// <summary>What each clock has left, [clock][lane].</summary>
    public required Span<double> Clocks { get; init; }

    /// <summary>Events of each clock so far, [clock][lane].</summary>
    public required Span<uint> Events { get; init; }

    /// <summary>Hazards, [clock][lane], per year.</summary>
    public required ReadOnlySpan<double> RatesPerYear { get; init; }

    /// <summary>Chains resolved together.</summary>
    public required ReadOnlySpan<int> Chains { get; init; }

    /// <summary>Changes that leave a state, ascending, [place in <see cref="Chains"/>][state].</summary>
    public required ReadOnlySpan<int[][]> Leaving { get; init; }

    /// <summary>Changes that apply to a chain in a lane.</summary>
    public int[] Applying(int place, int lane) => Leaving[place][(int)States[(Chains[place] * Lanes) + lane]];
}
