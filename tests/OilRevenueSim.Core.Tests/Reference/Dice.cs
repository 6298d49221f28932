using CsCheck;

namespace OilRevenueSim.Core.Tests.Reference;

/// <summary>Random choices with a fixed seed, the same on every machine.</summary>
internal sealed class Dice(uint seed)
{
    private readonly PCG source = new(seed, 20261125);

    public int Below(int count) => (int)source.Next((uint)count);

    public double Real(double low, double high) => Math.Round(low + ((high - low) * (source.Next() / 4294967296.0)), 4);

    public bool Chance(double probability) => source.Next() / 4294967296.0 < probability;

    public T Pick<T>(params T[] items) => items[Below(items.Length)];

    /// <summary>Some of the items, in their order.</summary>
    public T[] Some<T>(T[] items, double probability) => [.. items.Where(_ => Chance(probability))];
}
