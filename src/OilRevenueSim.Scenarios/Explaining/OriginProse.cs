using System.Globalization;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios.Quantities;

namespace OilRevenueSim.Scenarios.Explaining;

/// <summary>What is uncertain, what goes together, and where the numbers come from.</summary>
internal sealed class OriginProse(Scenario scenario)
{
    public IEnumerable<string> Uncertain()
    {
        var uncertain = scenario.WrittenNumbers.Where(q => !q.Law.IsCertain).ToList();
        yield return $"{uncertain.Count} numbers are uncertain and drawn once per world; the range holds the truth with a chance of 90%.";
        var width = uncertain.Count == 0 ? 0 : Math.Min(70, uncertain.Max(q => q.Address.Length));
        foreach (var quantity in uncertain)
        {
            var median =
                quantity.Law is DiscreteLaw
                    ? ""
                    : $"   median {NumberText.Range(LawRange90.Of(quantity).Median, LawRange90.Of(quantity).Median, quantity.Dimension)}";
            var named = scenario.Quantities.Count(q => q.Parameter == quantity.Address);
            var uses = quantity.Address.StartsWith("parameters.", StringComparison.Ordinal)
                ? $"   used {named.ToString(CultureInfo.InvariantCulture)} times, one draw"
                : "";
            yield return $"    {quantity.Address.PadRight(width)}   {QuantityText.Of(quantity)}{median}{uses}";
        }

        foreach (var law in EventLaws.Of(scenario).Where(l => l.Shape != EventLawShape.Certain))
        {
            yield return $"    {law.Address.PadRight(width)}   {EventLawText.Of(law)}, drawn for every event";
        }

        foreach (var pair in scenario.Correlations)
        {
            var way = pair.Spearman < 0 ? "against" : "with";
            yield return $"    {pair.First} goes {way} {pair.Second} (rank correlation {NumberText.Digits(pair.Spearman)}).";
        }
    }

    public IEnumerable<string> Sources()
    {
        var set = scenario.WrittenNumbers.Where(q => q.Provenance.IsSet).ToList();
        var written = scenario.WrittenNumbers.Except(set).ToList();
        var counts = written.GroupBy(q => q.Provenance.Grade).ToDictionary(g => g.Key, g => g.Count());
        int Count(SourceGrade grade) => counts.GetValueOrDefault(grade);
        yield return $"Of {written.Count} numbers{(set.Count == 0 ? "" : " of the file")}, {Count(SourceGrade.Read)} were read in their source, {Count(SourceGrade.Reported)} are reported by others, "
            + $"{Count(SourceGrade.Recalled)} are recalled, {Count(SourceGrade.Assumption)} are assumptions, and {Count(SourceGrade.Unstated)} say nothing of their origin.";
        if (set.Count > 0)
        {
            yield return "  Set on the command line:";
        }

        foreach (var quantity in set)
        {
            yield return $"    {quantity.Address}: {quantity.Text}";
        }

        foreach (
            var (grade, title) in new[]
            {
                (SourceGrade.Read, "Read"),
                (SourceGrade.Reported, "Reported"),
                (SourceGrade.Recalled, "Recalled"),
                (SourceGrade.Assumption, "Assumptions"),
                (SourceGrade.Unstated, "Origin not said"),
            }
        )
        {
            var group = written.Where(q => q.Provenance.Grade == grade).ToList();
            if (group.Count > 0)
            {
                yield return $"  {title}:";
            }

            foreach (var quantity in group)
            {
                yield return $"    {quantity.Address}: {quantity.Text}{Origin(quantity.Provenance)}";
            }
        }
    }

    private static string Origin(Provenance origin)
    {
        string?[] parts = [origin.Source, origin.Date, origin.Note?.ReplaceLineEndings(" ")];
        var said = parts.Where(p => !string.IsNullOrWhiteSpace(p)).ToList();
        return said.Count == 0 ? "" : " – " + string.Join("; ", said);
    }
}
