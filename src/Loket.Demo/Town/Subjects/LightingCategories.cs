using Loket.Kernel.Calendars;

namespace Loket.Demo.Town;

/// <summary>Street lighting. One lamp is the contractor's, a row is the grid operator's, danger is now: three kinds with three owners.</summary>
internal static class LightingCategories
{
    public static IReadOnlyList<Category> All { get; } =
    [
        new("street-light", MainGroup.Traffic,
            new("Lantaarnpaal kapot", "Street light broken"),
            new("Eén lantaarnpaal brandt niet, knippert of brandt overdag.", "One street light is out, flickers or burns in the daytime."),
            Norm.WorkingDays(10), PartnerKeys.StreetLightContractor, Portfolio.PublicSpace, Confidentiality.Low)
        {
            IsReport = true, Object = AssetKind.Lamp,
            RepeatRadiusMetres = 20,   // lamp posts stand some thirty metres apart: the next one is not the same one
            DangerWords = ["losse draden", "open luik", "vonken", "onder stroom", "omgevallen", "loose wires", "open hatch", "sparks"],
            Inspiration = "wegen-verkeer-straatmeubilair/lantaarnpaal-straatverlichting",
        },
        new("street-light-row", MainGroup.Traffic,
            new("Meerdere lampen uit", "Several street lights out"),
            new("Twee of meer lantaarnpalen naast elkaar branden niet, vaak door een storing in de kabel.", "Two or more street lights in a row are out, often because the cable has failed."),
            Norm.WorkingDays(2), PartnerKeys.GridOperator, Portfolio.PublicSpace, Confidentiality.Low)
        {
            IsReport = true, Object = AssetKind.Lamp, RepeatRadiusMetres = 150,
            DangerWords = ["losse draden", "open luik", "vonken", "onder stroom", "loose wires", "sparks"],
            Inspiration = "wegen-verkeer-straatmeubilair/lantaarnpaal-straatverlichting",
        },
        new("street-light-danger", MainGroup.Traffic,
            new("Gevaarlijke lantaarnpaal", "Dangerous street light"),
            new("Een lantaarnpaal is aangereden, staat gevaarlijk scheef of heeft een open luik of losse draden.", "A street light has been hit, leans dangerously or has an open hatch or loose wires."),
            Norm.WorkingHours(2), PartnerKeys.StreetLightContractor, Portfolio.PublicSpace, Confidentiality.Low)
        {
            IsReport = true, Object = AssetKind.Lamp, IsDanger = true, RepeatRadiusMetres = 20,
            Inspiration = "wegen-verkeer-straatmeubilair/lantaarnpaal-straatverlichting",
        },
    ];
}
