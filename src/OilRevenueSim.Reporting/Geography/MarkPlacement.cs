using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Geography;

/// <summary>Keeps round marks apart: each goes to the free spot nearest to its place, those first that come first.</summary>
internal sealed class MarkPlacement(Box frame)
{
    private const double Clearance = 1.5;
    private const double Step = 1.5;
    private const double Furthest = 60;
    private const int Directions = 24;

    private readonly List<(MapPoint At, double Radius)> taken = [];

    /// <summary>Marks placed, as boxes that labels keep clear of.</summary>
    public IEnumerable<Box> Boxes => taken.Select(t => new Box(t.At.X, t.At.Y, t.At.X, t.At.Y).Grow(t.Radius));

    /// <summary>Places a mark; where nothing is free it stays on its place.</summary>
    public MapPoint Place(MapPoint wished, double radius)
    {
        var at = Nearest(wished, radius) ?? wished;
        taken.Add((at, radius));
        return at;
    }

    /// <summary>Where marks would be placed one after the other, without placing them.</summary>
    public List<MapPoint> Tried(List<MapPoint> wished, double radius)
    {
        var before = taken.Count;
        var spots = wished.ConvertAll(w => Place(w, radius));
        taken.RemoveRange(before, taken.Count - before);
        return spots;
    }

    private MapPoint? Nearest(MapPoint wished, double radius)
    {
        if (IsFree(wished, radius))
        {
            return wished;
        }

        for (var distance = Step; distance <= Furthest; distance += Step)
        {
            for (var i = 0; i < Directions; i++)
            {
                var angle = 2 * Math.PI * i / Directions;
                var spot = new MapPoint(
                    wished.X + (distance * Math.Cos(angle)),
                    wished.Y + (distance * Math.Sin(angle))
                );
                if (IsFree(spot, radius))
                {
                    return spot;
                }
            }
        }

        return null;
    }

    private bool IsFree(MapPoint spot, double radius)
    {
        if (!frame.Contains(new Box(spot.X, spot.Y, spot.X, spot.Y).Grow(radius + 2)))
        {
            return false;
        }

        foreach (var (at, other) in taken)
        {
            var (dx, dy) = (spot.X - at.X, spot.Y - at.Y);
            var apart = radius + other + Clearance;
            if ((dx * dx) + (dy * dy) < apart * apart)
            {
                return false;
            }
        }

        return true;
    }
}
