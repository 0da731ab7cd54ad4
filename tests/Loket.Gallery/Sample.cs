using System.Security.Claims;
using Loket.Web.Components;

namespace Loket.Gallery;

/// <summary>A municipality to look at.</summary>
internal sealed class SampleFace : IMunicipalityFace
{
    public string Name => "Gemeente Haarlemmermeer";

    public string? Phone => "0900 1852";

    public IReadOnlyList<Crumb> FooterLinks => [new("Loketten en openingstijden", "~/"), new("Toegankelijkheid", "~/"), new("Privacy", "~/")];
}

/// <summary>All entries of the side bar.</summary>
internal sealed class SampleNavigation : IStaffNavigation
{
    public IEnumerable<StaffEntry> Entries(ClaimsPrincipal reader) =>
    [
        new("Intake", "~/staff/intake", "plus", 10),
        new("Work", "~/staff/work", "work", 20),
        new("Callbacks", "~/staff/callbacks", "phone", 30),
        new("Map", "~/staff/map", "map", 40),
        new("Agenda", "~/staff/agenda", "calendar", 50),
        new("Knowledge", "~/staff/knowledge", "book", 60),
    ];
}
