namespace OilRevenueSim.Scenarios.Quantities;

/// <summary>The form in which a quantity is written.</summary>
internal enum ShapeKind
{
    Certain,
    Interval,
    Uniform,
    Triangular,
    Pert,
    Normal,
    LogNormal,
    Beta,
    Discrete,
    Parameter,
}

/// <summary>A number with the unit that applies to it.</summary>
/// <param name="Number">Digits as written.</param>
/// <param name="Unit">Its unit, or null for none.</param>
/// <param name="Per">Unit of time after <c>per</c>, or null.</param>
/// <param name="Start">Place in the text.</param>
/// <param name="Length">Characters of number and unit.</param>
internal sealed record WrittenValue(string Number, Unit? Unit, Unit? Per, int Start, int Length);

/// <summary>A quantity's text, understood but not yet measured against a key.</summary>
internal sealed record QuantityShape
{
    public required ShapeKind Kind { get; init; }

    /// <summary>The values in the order of the grammar.</summary>
    public IReadOnlyList<WrittenValue> Values { get; init; } = [];

    /// <summary>Probabilities of a discrete law, one for each value.</summary>
    public IReadOnlyList<double> Probabilities { get; init; } = [];

    /// <summary>Name of a parameter, for <see cref="ShapeKind.Parameter"/>.</summary>
    public string? Parameter { get; init; }

    /// <summary>Time after <c>within</c>, or null.</summary>
    public WrittenValue? Within { get; init; }

    /// <summary>The text, for hints.</summary>
    public string Text { get; init; } = "";
}
