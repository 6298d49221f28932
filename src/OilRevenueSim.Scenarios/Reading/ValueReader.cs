using System.Collections.Immutable;
using System.Globalization;
using OilRevenueSim.Core.Units;
using OilRevenueSim.Scenarios.Catalogue;
using OilRevenueSim.Scenarios.Quantities;
using OilRevenueSim.Scenarios.Text;
using OilRevenueSim.Scenarios.Themes;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Reads the value of one key by its kind.</summary>
internal sealed class ValueReader(ReadingContext context)
{
    /// <summary>True for keys whose value is a single text, which <c>--set</c> can replace.</summary>
    public static bool IsSingle(KeyKind kind) =>
        kind
            is TextKey
                or ReferenceKey
                or QuantityKey
                or DateKey
                or ChoiceKey
                or WholeNumberKey
                or PriceFileKey
                or FlagKey
                or ObjectKey
                or EventLawKey
                or WordsKey;

    /// <summary>The value, or null where it was not understood (and reported).</summary>
    public object? Read(YamlNode node, KeyDefinition key, string address)
    {
        context.Places[address] = node.Span;
        if (node is ScalarNode { IsEmpty: true } && key.Kind is not (QuantityKey or EventLawKey or ColourKey))
        {
            var example = key.Example is null ? "" : $", for example {key.Name}: {key.Example}";
            context.Add(
                DiagnosticTable.ValueMissing,
                node.Span,
                $"{key.Name}: has no value",
                $"give it one{example}, or remove the key"
            );
            return null;
        }

        return key.Kind switch
        {
            TextKey => Scalar(node, key)?.Text,
            NameKey => ReadName(node, key),
            ReferenceKey reference => ReadReference(node, key, reference),
            ReferencesKey references => ReadReferences(node, key, references),
            QuantityKey quantity => new QuantityReader(context).Read(node, address, quantity),
            DateKey date => ReadDate(node, key, date),
            ChoiceKey choice => ReadChoice(node, key, choice),
            PointKey => ReadPoint(node, key),
            WholeNumberKey whole => ReadWholeNumber(node, key, whole),
            SectionKey section => ReadSection(node, key, section, address),
            NamedSectionsKey named => new ListReader(context).ReadNamed(node, key, named, address),
            ItemsKey items => new ListReader(context).ReadItems(node, key, items, address),
            QuantityMapKey map => new ListReader(context).ReadMap(node, key, map, address),
            AmountsKey amounts => new ListReader(context).ReadAmounts(node, key, amounts, address),
            CorrelationsKey or PriceCorrelationsKey => node,
            PriceFileKey => Scalar(node, key) is { } file ? context.PriceFiles.Read(file, context.Diagnostics) : null,
            ColourKey or ColoursKey or AssetKey => new ThemeValues(context, this).Read(node, key, address),
            ParametersKey or IncludeKey => null,
            _ => new EventValueReader(context, this).Read(node, key, address),
        };
    }

    /// <summary>A single text, or null (reported).</summary>
    public ScalarNode? Scalar(YamlNode node, KeyDefinition key)
    {
        if (node is ScalarNode scalar)
        {
            return scalar;
        }

        WrongShape(node, key, "a single value");
        return null;
    }

    public void WrongShape(YamlNode node, KeyDefinition key, string expected) =>
        context.Add(
            DiagnosticTable.WrongShape,
            node.Span,
            $"{key.Name}: holds {expected}, but this is {node.Form}",
            key.Example is null ? null : $"write for example {key.Name}: {key.Example}"
        );

    /// <summary>Checks a name of the author's choice.</summary>
    public bool CheckName(ScalarNode name)
    {
        if (!Names.Pattern().IsMatch(name.Text))
        {
            var fixedName = NearName(name.Text);
            context.Add(
                DiagnosticTable.NotAName,
                name.Span,
                $"'{name.Text}' is not a name: names are lower-case letters, digits and hyphens, and begin with a letter",
                fixedName is null
                    ? "write for example oil-crescent"
                    : $"write {fixedName}; the name for readers goes into label: or title:"
            );
            return false;
        }

        if (Names.IsReserved(name.Text))
        {
            context.Add(
                DiagnosticTable.ReservedName,
                name.Span,
                $"'{name.Text}' is a word of the grammar and cannot be a name",
                $"write for example {name.Text}-1"
            );
            return false;
        }

        return true;
    }

    /// <summary>A date, or null (reported).</summary>
    public DateOnly? Date(ScalarNode text, bool lastOfMonth)
    {
        if (
            DateOnly.TryParseExact(
                text.Text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
        {
            return day;
        }

        if (
            DateOnly.TryParseExact(
                text.Text,
                "yyyy-MM",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var month
            )
        )
        {
            return lastOfMonth
                ? new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month))
                : month;
        }

        context.Add(
            DiagnosticTable.NotADate,
            text.Span,
            $"'{text.Text}' is not a date",
            "write year and month, 2016-02, or year, month and day, 2016-02-17"
        );
        return null;
    }

    private static string? NearName(string text)
    {
        var letters = text.Trim().ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-');
        var name = string.Concat(letters).Trim('-');
        return Names.Pattern().IsMatch(name) ? name : null;
    }

    private string? ReadName(YamlNode node, KeyDefinition key) =>
        Scalar(node, key) is { } scalar && CheckName(scalar) ? scalar.Text : null;

    private string? ReadReference(YamlNode node, KeyDefinition key, ReferenceKey reference)
    {
        if (node is ListNode && reference.Target == EntityKind.Theatre)
        {
            context.Add(
                DiagnosticTable.AreaInTwoTheatres,
                node.Span,
                $"{key.Name}: names one theatre; theatres do not share an area",
                "split the area into one for each theatre, and make them neighbours"
            );
            return null;
        }

        if (Scalar(node, key) is not { } scalar)
        {
            return null;
        }

        if (scalar.Text == "outside" && reference.OrOutside)
        {
            return scalar.Text;
        }

        if (scalar.Text == "nobody" && reference.Target == EntityKind.Actor)
        {
            if (!reference.OrNobody)
            {
                context.Add(
                    DiagnosticTable.UnknownActor,
                    scalar.Span,
                    $"{key.Name}: needs an actor; 'nobody' will not do here",
                    $"actors are {NearestName.Join(context.Names.All(EntityKind.Actor))}"
                );
            }

            return scalar.Text;
        }

        return Known(scalar, reference.Target) ? scalar.Text : null;
    }

    private bool Known(ScalarNode name, EntityKind kind)
    {
        if (context.Names.Has(kind, name.Text))
        {
            return true;
        }

        context.UnknownName(kind, name.Text, name.Span);
        return false;
    }

    private object? ReadReferences(YamlNode node, KeyDefinition key, ReferencesKey references)
    {
        if (references.OrAny && node is ScalarNode single)
        {
            return single.Text == "any" ? ImmutableArray<string>.Empty
                : Known(single, references.Target) ? ImmutableArray.Create(single.Text)
                : null;
        }

        if (node is not ListNode list)
        {
            WrongShape(node, key, "a list of names");
            return null;
        }

        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var item in list.Items)
        {
            if (Scalar(item, key) is not { } scalar || !Known(scalar, references.Target))
            {
                continue;
            }

            if (names.Contains(scalar.Text))
            {
                context.Add(
                    DiagnosticTable.ItemTwice,
                    scalar.Span,
                    $"'{scalar.Text}' stands twice in {key.Name}:",
                    "name it once"
                );
                continue;
            }

            names.Add(scalar.Text);
        }

        if (list.Items.Count == 0 && (key.Required || references.OrAny))
        {
            var hint = references.OrAny
                ? "write any, or at least one name"
                : $"write for example {key.Name}: {key.Example}";
            context.Add(DiagnosticTable.ValueMissing, node.Span, $"{key.Name}: is an empty list", hint);
        }

        return names.ToImmutable();
    }

    private object? ReadDate(YamlNode node, KeyDefinition key, DateKey date) =>
        Scalar(node, key) is { } scalar ? Date(scalar, date.LastOfMonth) : null;

    private string? ReadChoice(YamlNode node, KeyDefinition key, ChoiceKey choice)
    {
        if (Scalar(node, key) is not { } scalar)
        {
            return null;
        }

        if (choice.Words.Contains(scalar.Text, StringComparer.Ordinal))
        {
            return scalar.Text;
        }

        if (choice.Later.Contains(scalar.Text, StringComparer.Ordinal))
        {
            context.Add(
                DiagnosticTable.NotYetComputed,
                scalar.Span,
                $"the format knows {key.Name}: {scalar.Text}, but this version does not compute it yet",
                $"use one of {string.Join(", ", choice.Words)}"
            );
            return null;
        }

        context.Add(
            DiagnosticTable.UnknownWord,
            scalar.Span,
            $"{key.Name}: cannot be '{scalar.Text}'",
            NearestName.Hint(scalar.Text, choice.Words, "it is one of")
        );
        return null;
    }

    private object? ReadPoint(YamlNode node, KeyDefinition key)
    {
        double[] degrees = node is ListNode { Items: [ScalarNode a, ScalarNode b] } ? [Degrees(a), Degrees(b)] : [];
        if (degrees is [>= -90.0 and <= 90.0, >= -180.0 and <= 180.0])
        {
            return new GeoPoint(degrees[0], degrees[1]);
        }

        var swapped = degrees is [>= -180.0 and <= 180.0, >= -90.0 and <= 90.0];
        context.Add(
            DiagnosticTable.NotAPoint,
            node.Span,
            $"{key.Name}: holds latitude and longitude in degrees",
            swapped ? "latitude comes first: are the two swapped?" : "write for example at: [31.21, 16.59]"
        );
        return null;
    }

    private static double Degrees(ScalarNode text) =>
        double.TryParse(
            text.Text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : double.NaN;

    private object? ReadWholeNumber(YamlNode node, KeyDefinition key, WholeNumberKey whole)
    {
        if (Scalar(node, key) is not { } scalar)
        {
            return null;
        }

        if (
            int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= whole.Low
            && number <= whole.High
        )
        {
            return number;
        }

        var schema = key.Name == "schema";
        context.Add(
            schema ? DiagnosticTable.SchemaUnknown : DiagnosticTable.NotAWholeNumber,
            scalar.Span,
            schema
                ? $"this version reads format 1, not '{scalar.Text}'"
                : $"{key.Name}: is a whole number from {whole.Low} to {whole.High}, not '{scalar.Text}'",
            schema ? "write schema: 1" : null
        );
        return null;
    }

    private SectionValues? ReadSection(YamlNode node, KeyDefinition key, SectionKey section, string address)
    {
        if (node is MappingNode mapping)
        {
            return new SectionReader(context).Read(mapping, section.Shape, address, address);
        }

        WrongShape(node, key, "a mapping of keys");
        return null;
    }
}
