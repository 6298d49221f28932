using System.Text.Json;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Analysis.Tests.Synthetic;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Tests.Summary;

public sealed class SummaryJsonFacts
{
    private static readonly EnsembleResult Result = new SyntheticResult(10)
        .Record(
            SyntheticResult.Money("islamic-state", ReportQuantity.Gross),
            SummaryTableFacts.November,
            SummaryTableFacts.Nothing,
            SummaryTableFacts.Nothing
        )
        .RecordMean(new SeriesKey("guards", "sirte", null, ReportQuantity.ProbabilityHolds), 0.2, 0.4, 0.6)
        .Build();

    [Fact]
    public void Holds_the_same_numbers_as_the_table_in_the_same_order()
    {
        var rows = SummaryTable.From(Result);
        using var json = JsonDocument.Parse(Bytes());
        Assert.Equal(rows, Flatten(json.RootElement));
    }

    [Fact]
    public void Lines_end_in_line_feeds_on_every_system() => Assert.DoesNotContain((byte)'\r', Bytes());

    [Fact]
    public void A_statistic_is_found_by_its_names()
    {
        using var json = JsonDocument.Parse(Bytes());
        var series = json.RootElement.GetProperty("courses")[0].GetProperty("series")[0];
        Assert.Equal("islamic-state", series.GetProperty("actor").GetString());
        Assert.False(series.TryGetProperty("place", out _));
        var over = series.GetProperty("periods").GetProperty("total").GetProperty("p_over")[1];
        Assert.Equal(100e6, over.GetProperty("threshold").GetDouble());
        Assert.Equal(0.1, over.GetProperty("value").GetDouble());
    }

    private static byte[] Bytes()
    {
        using var stream = new MemoryStream();
        SummaryJson.Write(SummaryTable.From(Result), stream);
        return stream.ToArray();
    }

    private static IEnumerable<SummaryRow> Flatten(JsonElement root) =>
        from course in root.GetProperty("courses").EnumerateArray()
        from series in course.GetProperty("series").EnumerateArray()
        from period in series.GetProperty("periods").EnumerateObject()
        from statistic in period.Value.EnumerateObject()
        from entry in statistic.Value.ValueKind == JsonValueKind.Array
            ? statistic.Value.EnumerateArray().AsEnumerable()
            : [statistic.Value]
        select new SummaryRow(
            course.GetProperty("course").GetString()!,
            TextOf(series, "actor"),
            TextOf(series, "place"),
            TextOf(series, "channel"),
            series.GetProperty("quantity").GetString()!,
            series.GetProperty("unit").GetString()!,
            period.Name,
            statistic.Name,
            NumberOf(entry, "threshold"),
            entry.GetProperty("value").GetDouble(),
            NumberOf(entry, "low"),
            NumberOf(entry, "high")
        );

    private static string? TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static double? NumberOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetDouble() : null;
}
