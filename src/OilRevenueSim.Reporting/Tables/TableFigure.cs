using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Tables;

/// <summary>A table: numbers with a bar below each; text in colour where a course is shown to be better or worse.</summary>
internal static class TableFigure
{
    /// <summary>Room for a line on what the table does not show.</summary>
    public const double BelowTable = 14;

    // The first in which all rows find room is taken: lines are broken and type made smaller before intervals and bars are given up.
    private static readonly TableForm[] Forms =
    [
        new(12),
        new(11),
        new(10.5),
        new(11, IsBroken: true),
        new(10, IsBroken: true),
        new(10),
        new(10.5, IsTight: true),
        new(10, IsTight: true),
        new(9.5, IsTight: true),
        new(9, IsBroken: true),
        new(11, IsTight: true, IsBrief: true),
        new(10, IsTight: true, IsBrief: true),
        new(10.5, IsTight: true, IsBrief: true, HasBars: false),
        new(10, IsTight: true, IsBrief: true, HasBars: false),
        new(9.5, IsTight: true, IsBrief: true, HasBars: false),
        new(9, IsTight: true, IsBrief: true, HasBars: false),
    ];

    // Where rows must be left out anyway, those shown are legible.
    private static readonly TableForm Cut = new(10, IsTight: true, IsBroken: true, IsBrief: true, HasBars: false);

    public static void Compose(TableChart chart, Sheet sheet)
    {
        var body = SheetFrame.Draw(sheet, chart.Text);
        var area = body.Inset(0, 0, 0, BelowTable);
        var narrower = Narrower(chart).ToList();
        var table = narrower
            .SelectMany(less => Forms.Select(form => new TableLayout(sheet, chart, less, area, form)))
            .FirstOrDefault(t => t.IsWhole);
        table ??= Shorter(sheet, chart, narrower[^1], area);
        sheet.FromStart(area, table.Draw);
    }

    // The table, then without one spare kind of column after another.
    private static IEnumerable<TableChart> Narrower(TableChart chart) =>
        chart
            .Columns.Select(c => c.Spare)
            .Append(0)
            .Distinct()
            .OrderDescending()
            .Select(most =>
                With(chart, [.. Enumerable.Range(0, chart.Rows.Length)], c => chart.Columns[c].Spare <= most)
            );

    // Fewer rows, and the columns that any of them fills.
    private static TableLayout Shorter(Sheet sheet, TableChart chart, TableChart narrow, Box area)
    {
        var shown = new TableLayout(sheet, chart, narrow, area, Cut).Shown();
        bool IsFilled(int column) => shown.Exists(r => narrow.Rows[r].Cells[column].Text.Length > 0);
        var filled = With(narrow, [.. Enumerable.Range(0, narrow.Rows.Length)], IsFilled);
        shown = new TableLayout(sheet, chart, filled, area, Cut).Shown();
        return new TableLayout(sheet, chart, With(filled, shown, _ => true), area, Cut);
    }

    private static TableChart With(TableChart chart, List<int> rows, Func<int, bool> isShown)
    {
        int[] columns = [.. Enumerable.Range(0, chart.Columns.Length).Where(isShown)];
        return chart with
        {
            Columns = [.. columns.Select(c => chart.Columns[c])],
            Rows =
            [
                .. rows.Select(r => chart.Rows[r] with { Cells = [.. columns.Select(c => chart.Rows[r].Cells[c])] }),
            ],
        };
    }
}

/// <summary>How much of a table is shown, and how large.</summary>
/// <param name="Size">Size of type.</param>
/// <param name="IsTight">Less space between rows and columns.</param>
/// <param name="IsBroken">Numbers may take several lines.</param>
/// <param name="IsBrief">Numbers without intervals and errors.</param>
/// <param name="HasBars">A bar below every number.</param>
internal sealed record TableForm(
    double Size,
    bool IsTight = false,
    bool IsBroken = false,
    bool IsBrief = false,
    bool HasBars = true
)
{
    /// <summary>Height of a bar.</summary>
    public double Bar =>
        !HasBars ? 0
        : IsTight ? 3
        : 5;

    /// <summary>Space between columns.</summary>
    public double Gap => IsTight ? 11 : 18;

    /// <summary>Space above and below the lines of a row.</summary>
    public double Pad =>
        !IsTight ? 6
        : HasBars ? 2.5
        : 1;

    /// <summary>Space below the titles of columns.</summary>
    public double BelowHead => IsTight ? 3 : 7;
}
