using System.Globalization;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>A date of figures, as exact as it was written: <c>2016</c>, <c>2016-01</c> or <c>2016-01-15</c>.</summary>
/// <param name="Day">Its last day.</param>
/// <param name="IsYear">True where only the year was written.</param>
internal readonly record struct DataDate(DateOnly Day, bool IsYear)
{
    private static readonly string[] Forms = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    /// <summary>Latest date among a run's sources and among the dated points that they give, or null where none is written.</summary>
    public static DataDate? Latest(ResultManifest run) =>
        run
            .Sources.SelectMany(use => Points(use).Prepend(Read(use.Date)))
            .OfType<DataDate>()
            .OrderBy(date => date.Day)
            .Cast<DataDate?>()
            .LastOrDefault();

    /// <summary>The month, or the year where only that is known.</summary>
    public string In(Language language) =>
        IsYear ? Day.Year.ToString(CultureInfo.InvariantCulture) : language.Month(Day);

    // Days in the addresses of numbers, e.g. benchmarks.brent.points.2019-06-15; an assumed point may lie years ahead and is no data.
    private static IEnumerable<DataDate?> Points(SourceUse use) =>
        use.Grade == SourceGrade.Assumption
            ? []
            : use
                .Addresses.SelectMany(address => address.Split('.'))
                .Where(name => name.Length == "yyyy-MM-dd".Length)
                .Select(Read);

    private static DataDate? Read(string? text)
    {
        var form = Array.Find(
            Forms,
            f => DateOnly.TryParseExact(text, f, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        );
        if (form is null)
        {
            return null;
        }

        var first = DateOnly.ParseExact(text!, form, CultureInfo.InvariantCulture);
        return form.Length switch
        {
            4 => new(new DateOnly(first.Year, 12, 31), IsYear: true),
            7 => new(first.AddMonths(1).AddDays(-1), IsYear: false),
            _ => new(first, IsYear: false),
        };
    }
}
