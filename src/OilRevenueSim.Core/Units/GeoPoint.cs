namespace OilRevenueSim.Core.Units;

/// <summary>A place on the map, degrees.</summary>
/// <param name="LatitudeDegrees">Latitude, degrees north, −90 to 90.</param>
/// <param name="LongitudeDegrees">Longitude, degrees east, −180 to 180.</param>
public readonly record struct GeoPoint(double LatitudeDegrees, double LongitudeDegrees);
