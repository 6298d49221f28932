using System.Runtime.CompilerServices;

namespace OilRevenueSim.Core.RandomStreams;

/// <summary>A function of one variable written once over lanes; its parameters are the fields of the struct.</summary>
internal interface ILaneMap
{
    /// <summary>The function, lane by lane.</summary>
    TLanes Apply<TLanes>(TLanes x)
        where TLanes : unmanaged, ILanes<TLanes>;
}

/// <summary>Runs functions over spans at the widest accelerated width; what is left over runs one by one with the same bits.</summary>
internal static class LaneMap
{
    /// <summary>y[i] = f(x[i]); x and y may be the same span.</summary>
    /// <typeparam name="TMap">The function.</typeparam>
    /// <param name="map">Its parameters.</param>
    /// <param name="x">Arguments.</param>
    /// <param name="y">Receives the values, <c>[i]</c>; may be <paramref name="x"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="y"/> is shorter than <paramref name="x"/>.</exception>
    public static void Run<TMap>(TMap map, ReadOnlySpan<double> x, Span<double> y)
        where TMap : struct, ILaneMap
    {
        if (LaneWidth.Has8)
        {
            Run<TMap, Lanes8>(map, x, y);
        }
        else if (LaneWidth.Has4)
        {
            Run<TMap, Lanes4>(map, x, y);
        }
        else if (LaneWidth.Has2)
        {
            Run<TMap, Lanes2>(map, x, y);
        }
        else
        {
            Run<TMap, Lanes1>(map, x, y);
        }
    }

    /// <summary>As <see cref="Run{TMap}"/> at one width, which tests choose.</summary>
    /// <remarks>
    /// Compiled fully at once: in tiers, the first versions ran 5 to 20 times slower and lasted for seconds on a busy
    /// machine (exp 20 ns a double against 1.0).
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TMap, TLanes>(TMap map, ReadOnlySpan<double> x, Span<double> y)
        where TMap : struct, ILaneMap
        where TLanes : unmanaged, ILanes<TLanes>
    {
        if (y.Length < x.Length)
        {
            throw new ArgumentException($"The result needs {x.Length} places and has {y.Length}.", nameof(y));
        }

        var i = 0;
        for (; i <= x.Length - TLanes.Count; i += TLanes.Count)
        {
            map.Apply(TLanes.Load(x, i)).Store(y, i);
        }

        for (; i < x.Length; i++)
        {
            y[i] = Scalar(map, x[i]);
        }
    }

    /// <summary>The function of one number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Scalar<TMap>(TMap map, double x)
        where TMap : struct, ILaneMap => map.Apply(Lanes1.Create(x)).Value;
}
