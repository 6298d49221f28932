using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Geography;

/// <summary>Names of the countries, quiet, where one lies wholly on its own ground and clear of everything else.</summary>
internal static class CountryNames
{
    private const double Step = 9;
    private const double Pad = 3;

    public static void Draw(Sheet sheet, MapView view, List<Box> obstacles, List<(MapPoint From, MapPoint To)> leaders)
    {
        var style = sheet.Theme.Axis with { Face = Face.Italic };
        foreach (var country in WorldAtlas.World.Countries)
        {
            var rings = country.Rings.SelectMany(r => view.Rings(r)).ToList();
            if (rings.Count == 0)
            {
                continue;
            }

            var name = sheet.Words.Word(country.Name);
            var width = Wording.Width(Wording.Clean(name, style.Face), style);
            if (Spot(rings, width, style, IsFree) is var (x, y))
            {
                var baseline = y + (Face.CapHeight * style.Size / 2);
                obstacles.Add(sheet.Text(Role.Tick, name, style, Anchor.Middle, x, baseline, hasHalo: true).Box);
            }
        }

        bool IsFree(Box box) =>
            view.Frame.Contains(box)
            && !obstacles.Exists(box.Overlaps)
            && !leaders.Exists(line => NamePlacement.Crosses(box, line.From, line.To));
    }

    // Of all spots of a grid where the name fits, the one nearest to the middle of what is seen of the largest part.
    private static MapPoint? Spot(List<List<MapPoint>> rings, double width, Style style, Func<Box, bool> isFree)
    {
        var largest = rings.MaxBy(r => Math.Abs(Area(r)))!;
        var (left, right) = (largest.Min(p => p.X), largest.Max(p => p.X));
        var (top, bottom) = (largest.Min(p => p.Y), largest.Max(p => p.Y));
        var middle = new MapPoint((left + right) / 2, (top + bottom) / 2);
        (double Distance, MapPoint Spot)? best = null;
        for (var y = top; y <= bottom; y += Step)
        {
            for (var x = left; x <= right; x += Step)
            {
                var box = new Box(x - (width / 2), y - (0.7 * style.Size), x + (width / 2), y + (0.7 * style.Size));
                var distance = Math.Abs(x - middle.X) + Math.Abs(y - middle.Y);
                var isNearer = best is null || distance < best.Value.Distance;
                if (isNearer && isFree(box.Grow(Pad)) && IsOnGround(box.Grow(Pad), largest))
                {
                    best = (distance, new MapPoint(x, y));
                }
            }
        }

        return best?.Spot;
    }

    private static bool IsOnGround(Box box, List<MapPoint> ring)
    {
        for (var i = 0; i <= 4; i++)
        {
            var x = box.Left + (box.Width * i / 4);
            if (!IsInside(ring, x, box.Top) || !IsInside(ring, x, box.Bottom))
            {
                return false;
            }
        }

        return true;
    }

    private static double Area(List<MapPoint> ring)
    {
        var sum = 0.0;
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            sum += (a.X * b.Y) - (b.X * a.Y);
        }

        return sum / 2;
    }

    private static bool IsInside(List<MapPoint> ring, double x, double y)
    {
        var isInside = false;
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
        {
            var (a, b) = (ring[i], ring[j]);
            if (a.Y > y != b.Y > y && x < ((b.X - a.X) * (y - a.Y) / (b.Y - a.Y)) + a.X)
            {
                isInside = !isInside;
            }
        }

        return isInside;
    }
}
