using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Scenarios.Explaining;

/// <summary>How fields and nodes decline, are repaired and store, in words.</summary>
internal static class AssetProse
{
    /// <summary>What happens to a field in time, as <c>; … ; …</c>, or "".</summary>
    public static string Of(Field field) =>
        Joined([
            Repair(field.RepairTime, field.RepairCost),
            Part(field.Decline, "it declines by {0}"),
            Part(field.Neglect, "neglect adds up to {0}"),
            Part(field.ShutInLoss, "standing still adds up to {0}"),
            Part(field.Restart, "it restarts over {0} times the outage"),
            field.ShutSince is { } since ? $"it has stood still since {since:yyyy-MM-dd}" : null,
        ]);

    /// <summary>Repair, refining and tanks of a node, as <c>; … ; …</c>, or "".</summary>
    public static string Of(Node node) =>
        Joined([
            Repair(node.RepairTime, node.RepairCost),
            Part(node.Yield, "a barrel of crude gives {0} of product"),
            Part(node.Uplift, "the product fetches {0} more than crude"),
            Part(node.Fee, "its holder charges {0}"),
            node.Storage is { } storage ? Tanks(storage) : null,
        ]);

    private static string Tanks(Storage storage)
    {
        var intact = storage.Condition.Law is CertainLaw { Value: 1.0 }
            ? ""
            : $", {QuantityText.Of(storage.Condition)} intact";
        var stock = storage.Stock.Law is CertainLaw { Value: 0.0 }
            ? ""
            : $", with {QuantityText.Of(storage.Stock)} in them";
        var repair = Repair(storage.RepairTime, storage.RepairCost) is { } text ? $" ({text})" : "";
        return $"its tanks hold {QuantityText.Of(storage.Size)}{intact}{stock}{repair}";
    }

    private static string? Repair(Quantity? time, Quantity? cost) =>
        (time, cost) switch
        {
            ({ } t, { } c) => $"damage is repaired over {QuantityText.Of(t)}, the whole for {QuantityText.Of(c)}",
            ({ } t, null) => $"damage is repaired over {QuantityText.Of(t)}",
            (null, { } c) => $"the whole is worth {QuantityText.Of(c)}",
            _ => null,
        };

    private static string? Part(Quantity? quantity, string form) =>
        quantity is null ? null : form.Replace("{0}", QuantityText.Yearly(quantity), StringComparison.Ordinal);

    private static string Joined(IEnumerable<string?> parts) =>
        string.Concat(parts.Where(p => p is not null).Select(p => "; " + p));
}
