using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Control;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;

namespace OilRevenueSim.Reporting.Geography;

/// <summary>The map of one period and region: ground, ways, places, areas, then the names that find room.</summary>
internal sealed class OneMap(MapChart chart, MapPeriod period, MapExtent extent, Sheet sheet, Box frame)
{
    /// <summary>Radius of an area's ring where there is room.</summary>
    public const double AreaRadius = 14;

    // Smaller ones where areas would push each other off their places; the letter in it must stay legible.
    private static readonly double[] AreaRadii = [AreaRadius, 11.5, 9.5];

    /// <summary>Radius of the largest field.</summary>
    public const double FieldRadius = 8.5;

    /// <summary>Radius of ports, refineries, crossings and markets.</summary>
    public const double SymbolRadius = 5;

    private const double LeastField = 2.5;
    private const double HomeRadius = 1.6;
    private const double LineWidth = 1.6;

    // A shorter one is hidden by the signs at its ends.
    private const double LeastLine = 14;

    // Names that matter most find their place first.
    private const double AreaWeight = 8;
    private const double PlaceWeight = 2;
    private const double WayWeight = 1;

    // Times the weight of an area that the title names.
    private const double NamedWeight = 4;

    // Of the type of a place that finds no room otherwise.
    private const double SmallType = 0.85;
    private static readonly double[] AreaTypes = [1, 0.92, SmallType];

    private readonly MapView view = new(extent, frame);
    private readonly MarkPlacement marks = new(frame);
    private readonly List<PlacedName> names = [];
    private readonly List<(MapPoint Home, MapPoint At)> moved = [];
    private readonly string title = sheet.Options.Over(chart.Text).Title;

    public void Draw()
    {
        sheet.Add(new GroundMark(view));
        var home = chart.Places.Select(p => view.At(p.At)).ToArray();
        var at = PlacePoints(home);
        foreach (var line in chart.Lines)
        {
            var (from, to) = (at[line.From], at[line.To]);
            var isInside = IsInside(line.From) && IsInside(line.To);
            if (!isInside || Math.Abs(from.X - to.X) + Math.Abs(from.Y - to.Y) < LeastLine)
            {
                continue;
            }

            sheet.Line(from.X, from.Y, to.X, to.Y, sheet.Theme.Quiet, LineWidth, isDashed: !line.IsPiped);
        }

        DrawPoints(at);
        var letters = new List<Label>();
        // Where discs lie on each other for want of room, the first keeps its letter.
        foreach (var letter in DrawAreas())
        {
            if (!letters.Exists(l => l.Box.Overlaps(letter.Box)))
            {
                letters.Add(letter);
            }
        }

        var obstacles = marks.Boxes.ToList();
        if (ScaleBar.Draw(sheet, view, obstacles, [.. letters.Select(l => l.Box)]) is { } bar)
        {
            obstacles.Add(bar);
        }

        var lines = chart.Lines.Select(l => (at[l.From], at[l.To])).Concat(moved).ToList();
        var placed = PlaceNames(obstacles, lines);
        var note = DrawUnnamed(placed, obstacles);
        var leaders = placed.Select(p => p.Leader).OfType<(MapPoint From, MapPoint To)>().ToList();
        foreach (var (from, to) in leaders)
        {
            // Dashed, since a whole line is a pipeline.
            sheet.Line(from.X, from.Y, to.X, to.Y, sheet.Theme.Quiet, 0.8, isDashed: true);
        }

        foreach (var label in placed.Select(p => p.Label).Concat(letters))
        {
            sheet.Add(label);
        }

        CountryNames.Draw(sheet, view, [.. obstacles, .. placed.Select(p => p.Label.Box), .. note], leaders);
    }

    // Areas first, in the largest type in which most of them find room, so that none is left out for a place.
    private List<StandingName> PlaceNames(List<Box> obstacles, List<(MapPoint, MapPoint)> lines)
    {
        var areas = names.Where(n => n.Weight >= AreaWeight).ToList();
        var placed = new List<StandingName>();
        foreach (var size in AreaTypes)
        {
            var tried = Place(areas, size, []);
            placed = tried.Sum(n => n.Name.Weight) > placed.Sum(n => n.Name.Weight) ? tried : placed;
            if (placed.Count == areas.Count)
            {
                break;
            }
        }

        // What finds no place beside its sign stands off, then in smaller type.
        foreach (var (isOff, size) in (ReadOnlySpan<(bool, double)>)[(false, 1), (true, 1), (true, SmallType)])
        {
            var rest = names
                .Where(n => !placed.Exists(p => p.Name.At == n.At && p.Name.Text == n.Text))
                .Select(n => n with { MayLead = n.MayLead || (isOff && n.Radius > 0) })
                .ToList();
            placed.AddRange(Place(rest, size, placed));
        }

        return placed;

        List<StandingName> Place(List<PlacedName> wanted, double size, List<StandingName> standing) =>
            [
                .. new NamePlacement(frame.Inset(3, 3, 3, 3), obstacles, lines, standing).Place(
                    wanted.Select(n => n with { Style = n.Style with { Size = n.Style.Size * size } })
                ),
            ];
    }

    // How many names have no room, in the free place nearest to the lower edge; the least names give way where there is none.
    private IEnumerable<Box> DrawUnnamed(List<StandingName> placed, List<Box> obstacles)
    {
        while (placed.Count > 0 && placed.Count < names.Count)
        {
            Box[] taken = [.. obstacles, .. placed.Select(p => p.Label.Box)];
            if (Note(names.Count - placed.Count, taken) is { } note)
            {
                sheet.Add(note);
                return [note.Box];
            }

            placed.Remove(placed.MinBy(p => p.Name.Weight)!);
        }

        return [];
    }

    private Label? Note(int count, Box[] taken)
    {
        var style = sheet.Theme.Tick with { Size = 10 };
        var text = sheet.Words.Say($"names without room: {count}");
        for (var y = frame.Bottom - 6; y > frame.Top + style.LineHeight; y -= 6)
        {
            for (var x = frame.Left + 6; x < frame.Right; x += 12)
            {
                var label = Sheet.Measure(Role.Direct, text, style, Anchor.Start, x, y, hasHalo: true);
                if (frame.Inset(3, 3, 3, 3).Contains(label.Box) && !Array.Exists(taken, label.Box.Overlaps))
                {
                    return label;
                }
            }
        }

        return null;
    }

    // Points stand on their places; of two on one place the larger.
    private MapPoint[] PlacePoints(MapPoint[] home)
    {
        var at = home.ToArray();
        var order = Enumerable.Range(0, at.Length).Where(i => chart.Places[i].Kind != MapPlaceKind.Way && IsInside(i));
        foreach (var i in order.OrderByDescending(i => Radius(chart.Places[i])))
        {
            at[i] = marks.Place(home[i], Radius(chart.Places[i]));
        }

        return at;
    }

    private void DrawPoints(MapPoint[] at)
    {
        var style = sheet.Theme.Tick with { Size = 10, Colour = sheet.Theme.Ink };
        var quiet = style with { Face = Face.Italic, Colour = sheet.Theme.Quiet };
        for (var i = 0; i < at.Length; i++)
        {
            var place = chart.Places[i];
            if (!IsInside(i))
            {
                continue;
            }

            if (place.Kind == MapPlaceKind.Way)
            {
                names.Add(new PlacedName(place.Label, quiet, at[i], 0, WayWeight));
                continue;
            }

            var radius = Radius(place);
            var share = place.CapacityKbd > 0 ? Math.Min(1, period.OutputKbd[i] / place.CapacityKbd) : 1;
            sheet.Add(
                new PlaceMark(place.Kind, at[i].X, at[i].Y, radius, radius * Math.Sqrt(share), FillOf(place.Area))
            );
            names.Add(new PlacedName(place.Label, style, at[i], radius, PlaceWeight + (place.CapacityKbd / Largest)));
        }
    }

    // An area is wide: its mark gives way to the points in it, and a line leads to its place where it had to go far.
    private IEnumerable<Label> DrawAreas()
    {
        var shown = Enumerable.Range(0, chart.Areas.Length).Where(i => extent.Contains(chart.Areas[i].At)).ToList();
        var home = shown.ConvertAll(i => view.At(chart.Areas[i].At));
        var radius = AreaRadii.MinBy(r =>
            marks.Tried(home, r).Zip(home).Count(p => Distance(p.First, p.Second) > 2 * r)
        );
        var spots = home.ConvertAll(h => marks.Place(h, radius));
        moved.AddRange(home.Zip(spots).Where(p => Distance(p.First, p.Second) > 2 * radius));
        foreach (var (from, to) in moved)
        {
            sheet.Line(from.X, from.Y, to.X, to.Y, sheet.Theme.Ink, 0.8);
            sheet.Add(new DiscMark(from.X, from.Y, HomeRadius, new Fill(sheet.Theme.Ink)));
        }

        foreach (var (i, at) in shown.Zip(spots))
        {
            var held = period.Holdings[i];
            var (first, second) = (Of(held.Likeliest), held.Second < 0 ? default : Of(held.Second));
            sheet.Add(new AreaMark(at.X, at.Y, radius, first, held.Probability, second, held.SecondProbability));
            var text = $"{chart.Areas[i].Label} {sheet.Words.Probability(held.Probability, held.Error)}";
            names.Add(new PlacedName(text, sheet.Theme.Inside, at, radius, Weight(i), MayLead: true, MayCross: true));
            yield return HolderLetter.On(sheet, chart.Holders[held.Likeliest], at.X, at.Y, first);
        }
    }

    // Before others: areas that the title names, then those that change hands most.
    private double Weight(int area) =>
        AreaWeight
        * (1 + (1 - period.Holdings[area].Probability))
        * (IsTold(chart.Areas[area].Label) ? NamedWeight : 1);

    // "Area 1" is not told by "Area 14".
    private bool IsTold(string name)
    {
        var end = title.IndexOf(name, StringComparison.Ordinal) + name.Length;
        return end >= name.Length && (end == title.Length || !char.IsLetterOrDigit(title[end]));
    }

    private bool IsInside(int place) => extent.Contains(chart.Places[place].At);

    private static double Distance(MapPoint a, MapPoint b) =>
        Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));

    private double Largest => Math.Max(1e-9, chart.Places.Select(p => p.CapacityKbd).DefaultIfEmpty().Max());

    private double Radius(MapPlace place) =>
        place.Kind == MapPlaceKind.Field
            ? Math.Max(LeastField, FieldRadius * Math.Sqrt(place.CapacityKbd / Largest))
            : SymbolRadius;

    private Fill FillOf(int area) => area < 0 ? new Fill(SKColors.Transparent) : Of(period.Holdings[area].Likeliest);

    private Fill Of(int holder) => sheet.Theme.Of(chart.Holders[holder]);
}
