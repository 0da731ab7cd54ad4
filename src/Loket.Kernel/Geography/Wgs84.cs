namespace Loket.Kernel.Geography;

/// <summary>A position as telephones and web maps give it, in degrees.</summary>
public readonly record struct Wgs84
{
    /// <param name="latitude">-90 to 90 degrees, north is positive.</param>
    /// <param name="longitude">-180 to 180 degrees, east is positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside these ranges, or no number.</exception>
    public Wgs84(double latitude, double longitude)
    {
        if (!IsLatitude(latitude)) throw new ArgumentOutOfRangeException(nameof(latitude), latitude, "A latitude is -90 to 90 degrees.");
        if (!IsLongitude(longitude)) throw new ArgumentOutOfRangeException(nameof(longitude), longitude, "A longitude is -180 to 180 degrees.");
        Latitude = latitude;
        Longitude = longitude;
    }

    /// <summary>Degrees, north is positive.</summary>
    public double Latitude { get; }

    /// <summary>Degrees, east is positive.</summary>
    public double Longitude { get; }

    /// <summary>A position from outside numbers, or nothing when they are none.</summary>
    public static Wgs84? From(double latitude, double longitude) => IsLatitude(latitude) && IsLongitude(longitude) ? new Wgs84(latitude, longitude) : null;

    /// <summary>The same place in metres, or nothing outside the area of the Dutch grid.</summary>
    public RdPoint? ToRd() => RdTransformation.ToRd(this);

    // A comparison with NaN is false, so these refuse it.
    private static bool IsLatitude(double degrees) => degrees is >= -90 and <= 90;

    private static bool IsLongitude(double degrees) => degrees is >= -180 and <= 180;
}
