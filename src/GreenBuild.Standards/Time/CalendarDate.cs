using System.Globalization;

namespace GreenBuild.Standards;

/// <summary>A day of the Gregorian calendar, without time and without zone.</summary>
/// <remarks>
/// Standards come into force and lapse on days, so every question to the catalogue names one. The day is always that of
/// the place concerned (China Standard Time in China). Own type, because <c>DateOnly</c> does not exist in the older hosts.
/// The value of <c>default</c> is 0001-01-01. Range: 0001-01-01 to 9999-12-31.
/// </remarks>
public readonly struct CalendarDate : IEquatable<CalendarDate>, IComparable<CalendarDate>, IComparable
{
    private readonly int _dayNumber; // days since 0001-01-01, so that default is a valid day

    private CalendarDate(int dayNumber) => _dayNumber = dayNumber;

    /// <summary>Creates a day from its parts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public CalendarDate(int year, int month, int day)
        : this((int)(new DateTime(year, month, day).Ticks / TimeSpan.TicksPerDay))
    {
    }

    /// <summary>The first day that can be expressed, 0001-01-01.</summary>
    public static CalendarDate MinValue => default;

    /// <summary>The last day that can be expressed, 9999-12-31.</summary>
    public static CalendarDate MaxValue => new(9999, 12, 31);

    /// <summary>The year, 1 to 9999.</summary>
    public int Year => ToDateTime().Year;

    /// <summary>The month, 1 to 12.</summary>
    public int Month => ToDateTime().Month;

    /// <summary>The day of the month, 1 to 31.</summary>
    public int Day => ToDateTime().Day;

    /// <summary>The day of the week.</summary>
    public DayOfWeek DayOfWeek => ToDateTime().DayOfWeek;

    /// <summary>The day on which a moment lies; the time of day and the kind are dropped.</summary>
    public static CalendarDate FromDateTime(DateTime value) => new((int)(value.Ticks / TimeSpan.TicksPerDay));

    /// <summary>The first moment of the day, of unspecified kind.</summary>
    public DateTime ToDateTime() => new(_dayNumber * TimeSpan.TicksPerDay);

    /// <summary>The day that lies so many days later; negative numbers go back.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The result is outside the range of the type.</exception>
    public CalendarDate PlusDays(int days) => FromDateTime(ToDateTime().AddDays(days));

    /// <summary>The number of days from <paramref name="earlier"/> to this day; negative if it is later.</summary>
    public int DaysSince(CalendarDate earlier) => _dayNumber - earlier._dayNumber;

    /// <summary>Reads a day written as <c>yyyy-MM-dd</c>, the only form accepted.</summary>
    /// <exception cref="FormatException">The text is not such a day.</exception>
    public static CalendarDate Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is not a date of the form yyyy-MM-dd.");

    /// <summary>Reads a day written as <c>yyyy-MM-dd</c>, the only form accepted.</summary>
    public static bool TryParse(string? text, out CalendarDate date)
    {
        var read = DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value);
        date = read ? FromDateTime(value) : default;
        return read;
    }

    /// <inheritdoc/>
    public bool Equals(CalendarDate other) => _dayNumber == other._dayNumber;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CalendarDate other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _dayNumber;

    /// <inheritdoc/>
    public int CompareTo(CalendarDate other) => _dayNumber.CompareTo(other._dayNumber);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        CalendarDate other => CompareTo(other),
        _ => throw new ArgumentException("The other value is not a CalendarDate.", nameof(obj)),
    };

    /// <summary>The day as <c>yyyy-MM-dd</c>, in every culture.</summary>
    public override string ToString() => ToDateTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Whether both are the same day.</summary>
    public static bool operator ==(CalendarDate left, CalendarDate right) => left.Equals(right);

    /// <summary>Whether the two are different days.</summary>
    public static bool operator !=(CalendarDate left, CalendarDate right) => !left.Equals(right);

    /// <summary>Whether the left day is before the right one.</summary>
    public static bool operator <(CalendarDate left, CalendarDate right) => left._dayNumber < right._dayNumber;

    /// <summary>Whether the left day is after the right one.</summary>
    public static bool operator >(CalendarDate left, CalendarDate right) => left._dayNumber > right._dayNumber;

    /// <summary>Whether the left day is not after the right one.</summary>
    public static bool operator <=(CalendarDate left, CalendarDate right) => left._dayNumber <= right._dayNumber;

    /// <summary>Whether the left day is not before the right one.</summary>
    public static bool operator >=(CalendarDate left, CalendarDate right) => left._dayNumber >= right._dayNumber;
}
