using Deedle;
using OilRevenueSim.Analysis.Frames;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Analysis.Tests.Summary;
using OilRevenueSim.Analysis.Tests.Synthetic;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Tests.Frames;

public sealed class ResultFramesFacts
{
    private static readonly SeriesKey Gross = SyntheticResult.Money("islamic-state", ReportQuantity.Gross);

    private static readonly EnsembleResult Result = new SyntheticResult(10)
        .Record(Gross, SummaryTableFacts.November, SummaryTableFacts.Nothing, SummaryTableFacts.November)
        .RecordMean(new SeriesKey("guards", "sirte", null, ReportQuantity.ProbabilityHolds), 0.2, 0.4, 0.6)
        .Build();

    [Fact]
    public void The_tidy_frame_holds_every_row_and_column_of_the_summary()
    {
        var rows = SummaryTable.From(Result);
        var frame = ResultFrames.Summary(Result);
        Assert.Equal(rows.Length, frame.RowCount);
        Assert.Equal(SummaryCsv.Header.Split(','), frame.ColumnKeys);
        Assert.Equal(rows.Select(r => r.Value), frame.GetColumn<double>("value").Values);
        Assert.Equal(rows.Count(r => r.Place is null), frame.RowCount - frame.GetColumn<string>("place").ValueCount);
        Assert.Equal(rows.Count(r => r.Low is not null), frame.GetColumn<double>("low").ValueCount);
    }

    [Fact]
    public void The_tidy_frame_answers_a_question()
    {
        var frame = ResultFrames.Summary(Result);
        var means = frame.Where(row =>
            row.Value.GetAs<string>("statistic") == "mean" && row.Value.GetAs<string>("quantity") == "probability_holds"
        );
        Assert.Equal([0.2, 0.4, 0.6], means.GetColumn<double>("value").Values.Take(3).Select(v => Math.Round(v, 12)));
    }

    [Fact]
    public void The_wide_frame_has_months_down_and_statistics_across()
    {
        var frame = ResultFrames.Wide(Result, Gross);
        Assert.Equal(["2016-11", "2016-12", "2017-01"], frame.RowKeys);
        Assert.Equal(["mean", "se", "sd", "p05", "p25", "p50", "p75", "p95", "p_any", "mean_if_any"], frame.ColumnKeys);
        Assert.Equal(14.5e6, frame.GetColumn<double>("mean")["2017-01"], 1e-6);
        Assert.Equal(0.3, frame.GetColumn<double>("p_any")["2016-11"], 1e-15);
    }

    [Fact]
    public void What_does_not_exist_in_a_month_is_missing()
    {
        var meanIfAny = ResultFrames.Wide(Result, Gross).GetColumn<double>("mean_if_any");
        Assert.False(meanIfAny.TryGet("2016-12").HasValue);
        Assert.True(meanIfAny.TryGet("2016-11").HasValue);
    }

    [Fact]
    public void The_total_has_a_column_a_threshold()
    {
        var frame = ResultFrames.Wide(Result, Gross, PeriodKind.Total);
        Assert.Equal(0.2, frame.GetColumn<double>("p_over 10 million USD")["total"], 1e-15);
        Assert.Equal(["total"], frame.RowKeys);
    }

    [Fact]
    public void The_headline_is_a_frame_of_its_lines()
    {
        var headline = Headline.From(Result);
        var frame = ResultFrames.Headline(headline);
        Assert.Equal(HeadlineRow.Of(headline).Select(r => r.Text), frame.GetColumn<string>("text").Values);
    }

    [Fact]
    public void A_series_that_is_not_recorded_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            ResultFrames.Wide(Result, SyntheticResult.Money("guards", ReportQuantity.Gross))
        );
}
