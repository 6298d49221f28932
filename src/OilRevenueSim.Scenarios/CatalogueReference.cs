using System.Collections.Immutable;
using System.Text;
using OilRevenueSim.Scenarios.Catalogue;
using OilRevenueSim.Scenarios.Quantities;

namespace OilRevenueSim.Scenarios;

/// <summary>The reference page of the scenario format, made from the catalogue that parses it.</summary>
public static class CatalogueReference
{
    /// <summary>The page as Markdown; the same text every time.</summary>
    public static string ToMarkdown()
    {
        var page = new StringBuilder();
        page.Append("# Keys of a scenario file\n\n");
        page.Append("Made by the program from the table that reads scenario files; do not edit by hand.\n\n");
        Quantities(page);
        var sections = Sections();
        foreach (var (path, shape) in sections)
        {
            Section(page, path, shape);
        }

        Later(page, sections);
        Diagnostics(page);
        return page.ToString();
    }

    private static void Quantities(StringBuilder page)
    {
        page.Append("## Quantities\n\n");
        page.Append("| written | means |\n| --- | --- |\n");
        foreach (
            var (written, means) in new[]
            {
                ("35 kb/d", "one certain number"),
                (
                    "25 to 45 kb/d",
                    "a central 90 % interval: logit-normal for shares, lognormal for what is positive, normal for the rest"
                ),
                ("uniform 25 to 45 kb/d", "anything between, equally likely"),
                ("triangular 25 to 30 to 45 kb/d", "lowest, most likely, highest"),
                ("pert 25 to 30 to 45 kb/d", "the same with less weight at the ends"),
                ("normal 35 sd 5 kb/d", "mean and standard deviation"),
                ("lognormal 3 p95 24 months", "median and 95 % quantile"),
                ("beta 2 8", "a share"),
                ("discrete 0:0.9 1.5:0.1", "values with their probabilities"),
                ("name-of-a-parameter", "the entry of parameters: of that name; one draw however often it is named"),
            }
        )
        {
            page.Append($"| `{written}` | {means} |\n");
        }

        page.Append(
            $"\nUnits, after each number or once at the end: {string.Join(", ", Unit.All.Take(16).Select(u => $"`{u.Name}`"))}; "
        );
        page.Append("`per day`, `per week`, `per month`, `per year` for rates.\n\n");
        page.Append(
            "Written long, with its source: `{ value: 25 to 45 kb/d, source: \"NOC, 2012\", grade: reported, date: 2012-06, note: \"…\" }`.\n\n"
        );
    }

    private static List<(string Path, SectionShape Shape)> Sections()
    {
        var result = new List<(string, SectionShape)>();
        Collect("", ParameterCatalogue.Top, result);
        result.Add(("any quantity", ParameterCatalogue.Quantity));
        return result;
    }

    private static void Collect(string path, SectionShape shape, List<(string Path, SectionShape Shape)> result)
    {
        result.Add((path, shape));
        foreach (var key in shape.Keys)
        {
            var below = path.Length == 0 ? key.Name : $"{path}.{key.Name}";
            switch (key.Kind)
            {
                case SectionKey section:
                    Collect(below, section.Shape, result);
                    break;
                case QuantityKey { Wander: { } wander }:
                    Collect($"{below}.wander", wander, result);
                    break;
                case NamedSectionsKey named:
                    Collect($"{below}.NAME", named.Shape, result);
                    break;
                case ItemsKey items:
                    Collect($"{below}.{IdentityOf(items.Shape.Identity)}", items.Shape, result);
                    break;
                case CompactKey compact:
                    Collect(below, compact.Shape, result);
                    break;
                case VariantsKey variants:
                    CollectVariants(below, variants, result);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Variants that stand in several places are shown where they stand first.</summary>
    private static void CollectVariants(
        string below,
        VariantsKey variants,
        List<(string Path, SectionShape Shape)> result
    )
    {
        foreach (var shape in variants.Variants.Where(v => !result.Any(r => IsSame(r.Shape, v))))
        {
            var first = shape.Keys[0].Name;
            Collect(
                $"{below}.{(shape.Identity == IdentityRule.VerbObject ? $"{first}/" : "")}{first.ToUpperInvariant()}",
                shape,
                result
            );
        }
    }

    private static bool IsSame(SectionShape a, SectionShape b) =>
        a.Name == b.Name
        && a.Keys.Length == b.Keys.Length
        && a.Keys.Zip(b.Keys).All(k => (k.First.Name, k.First.Absent) == (k.Second.Name, k.Second.Absent));

    private static string IdentityOf(IdentityRule rule) =>
        rule switch
        {
            IdentityRule.FromTo => "FROM>TO",
            IdentityRule.ThroughOf => "THROUGH>OF",
            IdentityRule.ByAt => "BY@PLACES",
            IdentityRule.ByTargets => "BY@TARGETS",
            IdentityRule.Route => "FIELDS>VIA>MARKET",
            _ => "NAME",
        };

    private static void Section(StringBuilder page, string path, SectionShape shape)
    {
        page.Append(
            path.Length == 0
                ? "## Top level\n\n"
                : $"## {char.ToUpperInvariant(shape.Name[0])}{shape.Name[1..]}: `{path}`\n\n"
        );
        page.Append(shape.Meaning).Append("\n\n");
        page.Append("| key | holds | where absent | meaning | example |\n| --- | --- | --- | --- | --- |\n");
        foreach (var key in shape.Computed)
        {
            var only = key.Only is null
                ? ""
                : $" (with {key.Only.Key}{(key.Only.Words.IsDefaultOrEmpty ? "" : ": " + string.Join(", ", key.Only.Words))})";
            var grouped = key.Group is not null ? "one of its group" : null;
            var absent =
                key.Required ? "**needed**"
                : key.Default is not null ? $"`{key.Default}`"
                : key.Absent ?? grouped ?? "none";
            var example = key.Example is null ? "" : $"`{key.Example}`";
            page.Append($"| `{key.Name}` | {Holds(key.Kind)} | {absent} | {key.Meaning}{only} | {example} |\n");
        }

        page.Append('\n');
    }

    private static string Holds(KeyKind kind) =>
        kind switch
        {
            NameKey => "a name",
            ReferenceKey reference => ParameterCatalogue.NameOf(reference.Target)
                + (reference.OrNobody ? " or nobody" : "")
                + (reference.OrOutside ? " or outside" : ""),
            ReferencesKey references => $"list of {ParameterCatalogue.SectionOf(references.Target)}"
                + (references.OrAny ? ", or any" : ""),
            QuantityKey quantity => Holds(quantity.Rule) + (quantity.Wander is null ? "" : "; may wander"),
            PriceFileKey => "file name",
            DateKey => "date",
            ChoiceKey choice => string.Join(", ", choice.Words),
            PointKey => "latitude, longitude",
            WholeNumberKey => "whole number",
            SectionKey => "keys",
            NamedSectionsKey => "names, each with keys",
            ItemsKey => "list",
            QuantityMapKey map =>
                $"{(map.KeysAre is { } kindOf ? ParameterCatalogue.SectionOf(kindOf) : "dates")}, each with {Holds(map.Rule)}"
                    + (map.OrOne ? ", or one for all" : ""),
            AmountsKey => "list of amounts",
            ParametersKey => "names, each with a quantity",
            CorrelationsKey or PriceCorrelationsKey => "list of triples",
            FlagKey => "true or false",
            WordsKey words => $"list of {string.Join(", ", words.Words)}",
            ObjectKey one => Kinds(one.Kinds, one.OrTanks),
            ObjectsKey many => $"list of {Kinds(many.Kinds, many.OrTanks)}",
            EventLawKey law => $"law of every event: {Holds(law.Rule)}",
            CompactKey compact => string.Join($" {compact.Word} ", compact.Shape.Keys.Select(k => k.Name)),
            VariantsKey => "keys, or a list of such",
            CoursesKey => "names, each with a list of interventions",
            IncludeKey => "file name or list",
            _ => "text",
        };

    private static string Kinds(ImmutableArray<EntityKind> kinds, bool orTanks) =>
        string.Join(" or ", kinds.Select(ParameterCatalogue.NameOf)) + (orTanks ? " or NODE.tanks" : "");

    private static string Holds(QuantityRule rule)
    {
        var domain = rule.Domain switch
        {
            Domain.Share => "0% to 100%",
            Domain.Positive => "above 0",
            Domain.NonNegative => "0 or more",
            Domain.Correlation => "-1 to 1",
            _ => "any sign",
        };
        return rule.Form == QuantityForm.Chance ? "a chance within a time" : $"{Unit.NameOf(rule.Dimension)}, {domain}";
    }

    private static void Later(StringBuilder page, List<(string Path, SectionShape Shape)> sections)
    {
        page.Append("## Known but not yet computed\n\n");
        page.Append("The format reserves these keys; a file that uses one is refused with `ORS2003`.\n\n");
        foreach (var (path, shape) in sections)
        {
            var later = shape.Keys.Where(k => !k.Computed).Select(k => $"`{k.Name}`").ToList();
            if (later.Count > 0)
            {
                page.Append($"* {(path.Length == 0 ? "top level" : $"`{path}`")}: {string.Join(", ", later)}\n");
            }
        }

        page.Append('\n');
    }

    private static void Diagnostics(StringBuilder page)
    {
        page.Append("## Messages\n\n| code | | says | example |\n| --- | --- | --- | --- |\n");
        foreach (var rule in DiagnosticTable.All)
        {
            var example = rule
                .Example.Replace("|", "\\|", StringComparison.Ordinal)
                .Replace("\n", " ", StringComparison.Ordinal);
            page.Append(
                $"| `{rule.Code}` | {(rule.Severity == Severity.Error ? "error" : "warning")} | {rule.Title} | `{example.Replace("\t", "→", StringComparison.Ordinal)}` |\n"
            );
        }
    }
}
