using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Draws of events gathered over a block, so that they are computed side by side.</summary>
internal sealed class EventDraws
{
    /// <summary>Lanes of the widest vectors: lists are filled up with draws that nobody reads, so that no rest is computed one by one.</summary>
    private const int MostLanes = 8;

    private readonly uint[] paths;
    private readonly uint[] numbers;
    private readonly ulong[] streams;
    private readonly double[] first;
    private readonly double[] second;

    /// <summary>Makes room.</summary>
    /// <param name="most">Most draws at once.</param>
    public EventDraws(int most)
    {
        Most = most;
        paths = new uint[most + MostLanes];
        numbers = new uint[most + MostLanes];
        streams = new ulong[most + MostLanes];
        first = LaneStore.Allocate(most + MostLanes);
        second = LaneStore.Allocate(most + MostLanes);
    }

    /// <summary>Most draws at once.</summary>
    public int Most { get; }

    /// <summary>Draws asked for since <see cref="Clear"/>.</summary>
    public int Count { get; private set; }

    /// <summary>First uniforms, [draw].</summary>
    public Span<double> First => first.AsSpan(0, Count);

    /// <summary>Second uniforms, [draw].</summary>
    public Span<double> Second => second.AsSpan(0, Count);

    /// <summary>Forgets all draws.</summary>
    public void Clear() => Count = 0;

    /// <summary>Asks for a block.</summary>
    public void Add(uint path, uint number, ulong stream)
    {
        paths[Count] = path;
        numbers[Count] = number;
        streams[Count++] = stream;
    }

    /// <summary>Computes all uniforms asked for.</summary>
    public void Draw(ulong seed)
    {
        var padded = (Count + MostLanes - 1) / MostLanes * MostLanes;
        Philox4x32.FillEvents(
            seed,
            paths.AsSpan(0, padded),
            numbers.AsSpan(0, padded),
            streams.AsSpan(0, padded),
            first.AsSpan(0, padded),
            second.AsSpan(0, padded)
        );
    }

    /// <summary>As <see cref="Draw"/>, then −ln of the first uniforms in their place: what unit-exponential clocks have left.</summary>
    public void DrawWaits(ulong seed)
    {
        Draw(seed);
        var padded = (Count + MostLanes - 1) / MostLanes * MostLanes;
        LaneMath.Log(first.AsSpan(0, padded), first.AsSpan(0, padded));
        foreach (ref var wait in First)
        {
            wait = -wait;
        }
    }
}
