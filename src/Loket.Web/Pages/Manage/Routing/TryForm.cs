using Loket.Cases.Routing;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Web.Components;
using NodaTime;
using NodaTime.Text;

namespace Loket.Web.Pages.Manage.Routing;

/// <summary>What is tried: a case that stands, or one that might be; now, or at another moment.</summary>
public sealed class TryForm
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    /// <summary>The number of a case that stands, or the reference of somebody who asked.</summary>
    public string? Reference { get; set; }

    /// <summary>A subject or type of case, with its kind before it: <c>category:street-light</c>.</summary>
    public string? About { get; set; }

    /// <summary>Key of the area.</summary>
    public string? Area { get; set; }

    /// <summary>Key of the owner of the object.</summary>
    public string? Owner { get; set; }

    /// <summary><c>yes</c> when it cannot wait.</summary>
    public string Danger { get; set; } = "no";

    /// <summary>The day on which it comes in; empty for now.</summary>
    public DateEntry Day { get; set; } = new();

    /// <summary>The time of that day.</summary>
    public string? Time { get; set; } = "10:00";

    /// <summary>Whether a case that stands is meant.</summary>
    public bool NamesCase => !string.IsNullOrWhiteSpace(Reference);

    /// <summary>The case that might be.</summary>
    public RoutingRules.Imagined Imagined => new(RuleForm.Behind("category:", About), RuleForm.Behind("type:", About), RuleForm.Some(Area), RuleForm.Some(Owner), Danger == "yes");

    /// <summary>The moment that is meant; null for now.</summary>
    /// <param name="zone">The municipality's clock.</param>
    public Result<Instant?> MomentIn(DateTimeZone zone)
    {
        if (Day.IsEmpty) return default(Instant?);
        if (Day.Date is not { } date) return OrganisationFailures.NoDate.At(nameof(Day));
        if (!Clock.Parse((Time ?? "").Trim().Replace('.', ':')).TryGetValue(default, out var clock)) return OrganisationFailures.NoTime.At(nameof(Time));
        return date.At(clock).InZoneLeniently(zone).ToInstant();
    }
}
