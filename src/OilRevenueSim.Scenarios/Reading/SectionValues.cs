using System.Collections.Immutable;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;
using OilRevenueSim.Scenarios.Catalogue;
using OilRevenueSim.Scenarios.Text;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>A section of the file, read against its shape: what each key holds, with its place.</summary>
/// <remarks>What could not be understood has been reported and stands as a placeholder (NaN), so that checks can go on.</remarks>
internal sealed class SectionValues(SectionShape shape, YamlNode node, string address, string identity)
{
    private readonly Dictionary<string, (object? Value, SourceSpan Span)> values = new(StringComparer.Ordinal);

    public SectionShape Shape { get; } = shape;

    public YamlNode Node { get; } = node;

    /// <summary>Address of the section, "" for the top level.</summary>
    public string Address { get; } = address;

    /// <summary>Name or local identity.</summary>
    public string Identity { get; } = identity;

    /// <summary>Keys that unknown keys were probably meant to be: they are not reported as missing too.</summary>
    public HashSet<string> Misspelt { get; } = new(StringComparer.Ordinal);

    /// <summary>True when a comma tore a value apart, so that keys may be missing that the author wrote.</summary>
    public bool IsTorn { get; set; }

    public void Set(string key, object? value, SourceSpan span) => values[key] = (value, span);

    /// <summary>True when the key stands in the file, even with a value that was not understood.</summary>
    public bool Has(string key) => values.ContainsKey(key);

    /// <summary>Place of a key's value, or of the section.</summary>
    public SourceSpan Span(string key) => values.TryGetValue(key, out var found) ? found.Span : Node.Span;

    public string AddressOf(string key) => Address.Length == 0 ? key : $"{Address}.{key}";

    public string? Text(string key) => Get<string>(key);

    public ImmutableArray<string> Names(string key) =>
        values.TryGetValue(key, out var v) && v.Value is ImmutableArray<string> names ? names : [];

    public Quantity Quantity(string key) => Get<Quantity>(key) ?? Placeholder(AddressOf(key));

    public Quantity? OptionalQuantity(string key) => Get<Quantity>(key);

    public EventLaw? EventLaw(string key) => Get<EventLaw>(key);

    public SectionValues? Section(string key) => Get<SectionValues>(key);

    public IReadOnlyList<SectionValues> Sections(string key) => Get<List<SectionValues>>(key) ?? [];

    public IReadOnlyList<MapEntry> Map(string key) => Get<List<MapEntry>>(key) ?? [];

    public GeoPoint? Point(string key) => values.TryGetValue(key, out var v) ? v.Value as GeoPoint? : null;

    public DateOnly? Date(string key) => values.TryGetValue(key, out var v) ? v.Value as DateOnly? : null;

    /// <summary>True where a flag is given as true.</summary>
    public bool Flag(string key) => values.TryGetValue(key, out var v) && v.Value is true;

    public int? WholeNumber(string key) => values.TryGetValue(key, out var v) ? v.Value as int? : null;

    public T? Get<T>(string key)
        where T : class => values.TryGetValue(key, out var found) ? found.Value as T : null;

    /// <summary>Stands for a quantity that could not be read.</summary>
    public static Quantity Placeholder(string address) => Core.Uncertainty.Quantity.Certain(address, double.NaN);
}

/// <summary>An entry of a mapping of names or dates to quantities.</summary>
internal sealed record MapEntry(string Key, DateOnly? Date, Quantity Quantity, SourceSpan KeySpan);
