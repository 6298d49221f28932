using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Control;

/// <summary>Unit-exponential clocks of one continuous-time chain over a block of paths (model.md §4, Clocks).</summary>
/// <remarks>
/// A clock E spends p = λ·dt per step while its change applies and fires when E ≤ p. Most lanes only subtract; the few
/// that fire are listed and resolved one by one in exact order of time by <see cref="Resolve"/>.
/// </remarks>
internal static class ClockKernel
{
    /// <summary>Most events a chain may have within one step before the run fails.</summary>
    public const int MostEventsPerStep = 1000;

    /// <summary>Lets every clock spend a step, except in the lanes where one fires; lists those.</summary>
    /// <param name="state">State of the chain at the step's start, [lane].</param>
    /// <param name="from">State that each change leaves, [change].</param>
    /// <param name="clock">Index of each change's clock, [change].</param>
    /// <param name="clocks">All clocks, [clock][lane].</param>
    /// <param name="ratesPerYear">All hazards, [clock][lane], per year.</param>
    /// <param name="dtYears">Length of the step, years.</param>
    /// <param name="fired">Receives the lanes in which a clock fires, ascending.</param>
    /// <returns>Number of lanes listed.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Spend<V>(
        ReadOnlySpan<double> state,
        ReadOnlySpan<double> from,
        ReadOnlySpan<int> clock,
        Span<double> clocks,
        ReadOnlySpan<double> ratesPerYear,
        double dtYears,
        Span<int> fired
    )
        where V : unmanaged, ILanes<V>
    {
        var lanes = state.Length;
        var dt = V.Create(dtYears);
        var count = 0;
        for (var lane = 0; lane < lanes; lane += V.Count)
        {
            var current = V.Load(state, lane);
            var fires = V.Zero;
            for (var c = 0; c < clock.Length; c++)
            {
                var at = (clock[c] * lanes) + lane;
                var spent = V.Load(ratesPerYear, at) * dt;
                var due = V.And(V.LessThanOrEqual(V.Load(clocks, at), spent), V.GreaterThan(spent, V.Zero));
                fires = V.Or(fires, V.And(due, V.Equal(current, V.Create(from[c]))));
            }

            for (var c = 0; c < clock.Length; c++)
            {
                var at = (clock[c] * lanes) + lane;
                var left = V.Load(clocks, at);
                var spends = V.AndNot(V.Equal(current, V.Create(from[c])), fires);
                V.Select(spends, left - (V.Load(ratesPerYear, at) * dt), left).Store(clocks, at);
            }

            for (var bits = V.MaskBits(fires); bits != 0; bits &= bits - 1)
            {
                fired[count++] = lane + System.Numerics.BitOperations.TrailingZeroCount(bits);
            }
        }

        return count;
    }

    /// <summary>Lets one lane live through a step event by event.</summary>
    /// <param name="chain">Its changes, clocks and hazards.</param>
    /// <param name="lane">Lane of the block.</param>
    /// <param name="state">State at the step's start; receives the state at its end.</param>
    /// <param name="dtYears">Length of the step, years.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="path">Path of the lane.</param>
    /// <returns>Number of events, or −1 when there were more than <see cref="MostEventsPerStep"/>.</returns>
    public static int Resolve(in ClockLanes chain, int lane, ref double state, double dtYears, ulong seed, uint path)
    {
        var now = 0.0;
        for (var events = 0; events <= MostEventsPerStep; events++)
        {
            var remaining = dtYears - now;
            var first = FindFirst(chain, lane, state, remaining, out var wait);
            for (var c = 0; c < chain.Clock.Length; c++)
            {
                var at = (chain.Clock[c] * chain.Lanes) + lane;
                if (c != first && chain.From[c] == state)
                {
                    var left = chain.Clocks[at] - (chain.RatesPerYear[at] * (first < 0 ? remaining : wait));
                    chain.Clocks[at] = left > 0.0 ? left : 0.0;
                }
            }

            if (first < 0)
            {
                return events;
            }

            var index = (chain.Clock[first] * chain.Lanes) + lane;
            Philox4x32.Draw(seed, path, ++chain.Events[index], chain.Stream[first], out var u0, out _);
            chain.Clocks[index] = -LaneMath.Log(u0);
            state = chain.To[first];
            now += wait;
        }

        return -1;
    }

    private static int FindFirst(in ClockLanes chain, int lane, double state, double remaining, out double wait)
    {
        var first = -1;
        wait = double.PositiveInfinity;
        for (var c = 0; c < chain.Clock.Length; c++)
        {
            var at = (chain.Clock[c] * chain.Lanes) + lane;
            var rate = chain.RatesPerYear[at];
            if (chain.From[c] != state || !(rate > 0.0) || chain.Clocks[at] > rate * remaining)
            {
                continue;
            }

            var candidate = chain.Clocks[at] / rate;
            if (candidate < wait)
            {
                first = c;
                wait = candidate;
            }
        }

        return first;
    }
}

/// <summary>The changes of one chain with the lanes of all clocks of a block.</summary>
internal readonly ref struct ClockLanes
{
    /// <summary>Lanes of the block.</summary>
    public required int Lanes { get; init; }

    /// <summary>State each change leaves, [change].</summary>
    public required ReadOnlySpan<double> From { get; init; }

    /// <summary>State each change enters, [change].</summary>
    public required ReadOnlySpan<double> To { get; init; }

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
}
