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
        var table = Forms.Select(form => new TableLayout(sheet, chart, area, form)).FirstOrDefault(t => t.IsWhole);
        table ??= new TableLayout(sheet, chart, area, Cut);
        sheet.FromStart(area, table.Draw);
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
