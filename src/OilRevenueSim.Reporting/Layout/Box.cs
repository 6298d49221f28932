namespace OilRevenueSim.Reporting.Layout;

/// <summary>A rectangle on a sheet, in layout pixels, y growing downwards.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;
    public double Height => Bottom - Top;
    public double CentreX => (Left + Right) / 2;
    public double CentreY => (Top + Bottom) / 2;

    public Box Inset(double left, double top, double right, double bottom) =>
        new(Left + left, Top + top, Right - right, Bottom - bottom);

    public Box Grow(double by) => new(Left - by, Top - by, Right + by, Bottom + by);

    public bool Overlaps(Box other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public bool Contains(Box other) =>
        other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;
}
