using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Loket.Organisation.People;

internal sealed class WeekHoursConverter() : ValueConverter<WeekHours, string>(
    hours => hours.ToString(),
    text => WeekHours.Read(text, "").Value);
