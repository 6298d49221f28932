using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Control;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Geography;

/// <summary>Key of the map: holders with letter and colour, then what each sign means.</summary>
internal static class MapKey
{
    private const double Disc = 8;
    private const double Entry = 16;
    private const double Row = 19;
    private const double LowRow = 16.5;
    private const double SmallType = 0.87;
    private const int MostLines = 2;

    private static readonly Fit Low = new(1, 1, LowRow, SmallType);

    // How much of the width a holder's name may take, and in how many lines: the first that leaves the map its room.
    private static readonly Fit[] Fits =
    [
        new(1, MostLines, Row),
        new(1, 1, Row),
        Low,
        Low with
        {
            PerRow = 2,
        },
        Low with
        {
            PerRow = 3,
        },
        Low with
        {
            PerRow = 4,
        },
        Low with
        {
            PerRow = 5,
        },
    ];

    // In a column beside the map.
    private static readonly Fit[] ColumnFits =
    [
        Fits[0],
        Fits[1],
        Low with
        {
            Type = 1,
        },
        Low with
        {
            Lines = MostLines,
        },
        Low,
    ];
    private const double Sign = 18;
    private const double Space = 5;

    /// <summary>Draws it, with names shortened where it would end below <paramref name="lowest"/>; returns where it ends.</summary>
    public static double Draw(Sheet sheet, Box body, MapChart chart, double lowest, bool isColumn = false)
    {
        double Ends(Fit fit) => Draw(new Sheet(0, 0, sheet.Theme, sheet.Words), body, chart, fit);
        var fits = isColumn ? ColumnFits : Fits;
        return Draw(sheet, body, chart, fits.FirstOrDefault(fit => Ends(fit) <= lowest, fits[^1]));
    }

    private static double Draw(Sheet sheet, Box body, MapChart chart, Fit fit)
    {
        var row = new Pen(sheet, body, fit.Row);
        // What the signs mean is never shortened.
        var signs = fit with
        {
            PerRow = 1,
            Lines = MostLines,
        };
        foreach (var actor in chart.Holders)
        {
            var fill = sheet.Theme.Of(actor);
            row.Add(
                actor.Label,
                fit,
                at =>
                {
                    sheet.Add(new DiscMark(at.X, at.Y, Disc * fit.Type, fill));
                    sheet.Add(HolderLetter.On(sheet, actor, at.X, at.Y, fill));
                }
            );
        }

        if (fit.Type == 1)
        {
            row.Break();
        }

        var plain = new Fill(sheet.Theme.Nothing);
        foreach (var kind in chart.Places.Select(p => p.Kind).Where(k => k != MapPlaceKind.Way).Distinct().Order())
        {
            var radius = kind == MapPlaceKind.Field ? 6 : OneMap.SymbolRadius;
            var filled = kind == MapPlaceKind.Field ? 4 : radius;
            row.Add(
                sheet.Words.Word(NameOf(kind)),
                signs,
                at => sheet.Add(new PlaceMark(kind, at.X, at.Y, radius, filled, plain))
            );
        }

        foreach (var isPiped in chart.Lines.Select(l => l.IsPiped).Distinct().OrderDescending())
        {
            row.Add(
                sheet.Words.Word(isPiped ? "pipeline, drawn straight" : "other way of the oil"),
                signs,
                at =>
                    sheet.Line(
                        at.X - (Sign / 2),
                        at.Y,
                        at.X + (Sign / 2),
                        at.Y,
                        sheet.Theme.Quiet,
                        1.6,
                        isDashed: !isPiped
                    )
            );
        }

        return row.Bottom;
    }

    private static string NameOf(MapPlaceKind kind) =>
        kind switch
        {
            MapPlaceKind.Field => "field: circle capacity, filled mean output",
            MapPlaceKind.Terminal => "export terminal",
            MapPlaceKind.Refinery => "refinery",
            MapPlaceKind.Crossing => "crossing or checkpoint",
            _ => "market",
        };

    /// <summary>How entries stand.</summary>
    /// <param name="PerRow">How many a row has room for.</param>
    /// <param name="Lines">Most lines of an entry.</param>
    /// <param name="Row">Height of a row.</param>
    /// <param name="Type">Size of type, as a share of the common one; holders and signs share rows where it is smaller.</param>
    private readonly record struct Fit(int PerRow, int Lines, double Row, double Type = 1);

    // Entries left to right, wrapped.
    private sealed class Pen(Sheet sheet, Box body, double height)
    {
        private double x = body.Left;
        private double y = body.Top;

        public double Bottom => x > body.Left ? y + height : y;

        public void Add(string text, Fit fit, Action<MapPoint> draw)
        {
            var style = sheet.Theme.Key with { Size = sheet.Theme.Key.Size * fit.Type };
            var room = ((body.Width - ((fit.PerRow - 1) * Entry)) / fit.PerRow) - Sign - Space;
            var lines = Wording.Wrap(text, style, room, fit.Lines);
            var width = Sign + Space + lines.Max(line => Wording.Width(line, style));
            if (x + width > body.Right && x > body.Left)
            {
                Break();
            }

            var middle = y + (height / 2);
            draw(new MapPoint(x + (Sign / 2), middle));
            var baseline = middle + (Face.CapHeight * style.Size / 2);
            foreach (var line in lines)
            {
                sheet.Text(Role.Key, line, style, Anchor.Start, x + Sign + Space, baseline);
                baseline += style.LineHeight;
            }

            y += (lines.Count - 1) * style.LineHeight;
            x += width + Entry;
        }

        public void Break()
        {
            y = Bottom;
            x = body.Left;
        }
    }
}
