using System.Collections.Immutable;
using CsCheck;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Analysis.Tests.Synthetic;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Tests;

namespace OilRevenueSim.Analysis.Tests.Summary;

public sealed class SummaryCsvFacts
{
    private static string Text(params SummaryRow[] rows)
    {
        using var writer = new StringWriter();
        SummaryCsv.Write(rows, writer);
        return writer.ToString();
    }

    private static ImmutableArray<SummaryRow> Read(string text)
    {
        using var reader = new StringReader(text);
        return SummaryCsv.Read(reader);
    }

    private static SummaryRow Row(double value, string course = "base") =>
        new(course, "noc", null, "export", "sales_usd", "USD", "2016-02", "p_over", 1e7, value, null, 0.5);

    [Fact]
    public void A_row_is_a_line_with_empty_cells_where_nothing_applies() =>
        Assert.Equal(
            "course,actor,place,channel,quantity,unit,period,statistic,threshold,value,low,high\n"
                + "base,noc,,export,sales_usd,USD,2016-02,p_over,10000000,0.1,,0.5\n",
            Text(Row(0.1))
        );

    [Theory]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(-0.0, "0")]
    [InlineData(123456789.125, "123456789.125")]
    public void Numbers_are_the_shortest_that_read_back(double value, string expected) =>
        Assert.Contains($",{expected},,", Text(Row(value)), StringComparison.Ordinal);

    [Fact]
    public void Names_with_commas_and_quotes_are_quoted()
    {
        var text = Text(Row(1.0, "a, \"b\""));
        Assert.Contains("\"a, \"\"b\"\"\",noc", text, StringComparison.Ordinal);
        Assert.Equal("a, \"b\"", Read(text)[0].Course);
    }

    [Fact]
    public void What_was_written_reads_back_to_the_same_bits() =>
        Gen.Select(Gen.Double, Gen.Double, Gen.Double)
            .Where(x => double.IsFinite(x.Item1 + x.Item2 + x.Item3))
            .SampleFixed(
                x =>
                {
                    var row = Row(x.Item1) with { Threshold = x.Item2, Low = x.Item3 };
                    return Read(Text(row))[0] == row;
                },
                seed: "0000AnalysisC1",
                iter: 500
            );

    [Fact]
    public void Every_power_of_two_reads_back_to_itself() =>
        Assert.All(
            Enumerable.Range(-1074, 2098).Select(exponent => Math.ScaleB(1.0, exponent)),
            power => Assert.Equal(power, Read(Text(Row(power)))[0].Value)
        );

    [Fact]
    public void A_whole_table_reads_back()
    {
        var rows = SummaryTable.From(
            new SyntheticResult(10)
                .Record(
                    SyntheticResult.Money("islamic-state", ReportQuantity.Gross),
                    SummaryTableFacts.November,
                    SummaryTableFacts.Nothing,
                    SummaryTableFacts.Nothing
                )
                .Build()
        );
        Assert.Equal(rows, Read(Text([.. rows])));
    }

    [Theory]
    [InlineData("", "Line 1")]
    [InlineData(SummaryCsv.Header + "\na,b\n", "Line 2: expected 12 cells, found 2")]
    [InlineData(SummaryCsv.Header + "\na,,,,q,u,p,s,,x,,\n", "expected a number, found 'x'")]
    [InlineData(SummaryCsv.Header + "\na,,,,q,u,p,s,,,,\n", "the value is missing")]
    [InlineData(SummaryCsv.Header + "\n\"a,,,,q,u,p,s,,1,,\n", "a quote is not closed")]
    public void Another_text_is_refused_with_its_line(string text, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => Read(text)).Message, StringComparison.Ordinal);
}
