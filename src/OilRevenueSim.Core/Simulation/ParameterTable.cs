using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Numbers every quantity of a plan; a slot is an index into the block's parameter lanes.</summary>
/// <remarks>
/// Lanes of uncertain quantities come first, [uncertain][lane], and are drawn for every block; those of certain values
/// follow and are filled once a worker. Equal certain values share a slot.
/// </remarks>
internal sealed class ParameterTable
{
    private readonly Dictionary<string, int> slotByAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> slotByValue = [];
    private readonly List<Quantity> uncertain = [];
    private readonly List<double> certain = [];
    private readonly List<int> index = []; // [slot]: ≥ 0 into uncertain, else complement into certain

    /// <summary>Uncertain quantities in order of first use.</summary>
    public IReadOnlyList<Quantity> Uncertain => uncertain;

    /// <summary>Certain values in order of first use.</summary>
    public IReadOnlyList<double> Certain => certain;

    /// <summary>Number of lanes a block needs.</summary>
    public int LaneCount => uncertain.Count + certain.Count;

    /// <summary>Slot of a quantity, adding it where it is new.</summary>
    public int Add(Quantity quantity)
    {
        if (quantity.Law is CertainLaw)
        {
            return AddCertain(new QuantityLaw(quantity).Value(0.5));
        }

        if (!slotByAddress.TryGetValue(quantity.Address, out var slot))
        {
            slot = index.Count;
            index.Add(uncertain.Count);
            uncertain.Add(quantity);
            slotByAddress.Add(quantity.Address, slot);
        }

        return slot;
    }

    /// <summary>Slot of a quantity that may be absent: −1 where it is.</summary>
    public int AddOptional(Quantity? quantity) => quantity is null ? -1 : Add(quantity);

    /// <summary>Position of a slot's lanes in the block, 0 to <see cref="LaneCount"/> − 1; valid once all are added.</summary>
    public int LaneOf(int slot) => index[slot] >= 0 ? index[slot] : uncertain.Count + ~index[slot];

    /// <summary>The value of a slot where it is certain.</summary>
    public bool IsCertain(int slot, out double value)
    {
        var isCertain = index[slot] < 0;
        value = isCertain ? certain[~index[slot]] : double.NaN;
        return isCertain;
    }

    private int AddCertain(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        if (!slotByValue.TryGetValue(bits, out var slot))
        {
            slot = index.Count;
            index.Add(~certain.Count);
            certain.Add(value);
            slotByValue.Add(bits, slot);
        }

        return slot;
    }
}
