using Loket.Cases;
using Loket.Cases.Danger;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;

namespace Loket.Intake.Repeats;

/// <summary>"Does it look like this?": the cases that a contact may be about, while it is taken (row A3).</summary>
public sealed class FindSimilar(UnitOfWork unit, CaseSketches sketches, TenantContext tenant, Looks looks)
{
    /// <summary>As many as somebody looks through while they listen.</summary>
    public const int Few = 6;

    /// <summary>As many as anybody looks through.</summary>
    public const int Many = 100;

    private const string Purpose = "suggestions";

    /// <summary>What is known so far (what was told counts for whether there is danger), and the key of the form: while one contact is taken a case is looked at
    /// once, however often it is suggested. The case that it stands on itself is no suggestion.</summary>
    public sealed record Request(
        Actor By, string? Subject, string? Category = null, Place? Place = null, CustomerId? Customer = null, bool Danger = false, string? Text = null, RequestKey Form = default,
        CaseId? Except = null, int Most = Few);

    /// <summary>The matches that this reader may see, best first. Showing what residents wrote is a look, and is written down.</summary>
    public async Task<SimilarCases> Handle(Request request, CancellationToken cancel)
    {
        var found = await Read(request, cancel);
        if (LookAt(request, found) is { } look) await looks.Write([look], request.By, cancel);
        return found;
    }

    /// <summary>What is written down when they are shown; null for who reads no words of residents.</summary>
    public static Look? LookAt(Request request, SimilarCases shown) => !MayRead(request.By) || request.By.IsSystem ? null
        : Look.At(shown.Matches.Select(match => match.Case.Id), seen => new CasesLookedAt(seen, Purpose), Purpose, request.Form);

    /// <summary>The same beside other things; the caller writes down the look, before anything is shown.</summary>
    public async Task<SimilarCases> Read(Request request, CancellationToken cancel)
    {
        var found = (await unit.Read(db => Within(db, request, tenant.Tenant.Clock.Now(), cancel))).Where(match => match.Case.Id != request.Except).ToList();
        var shown = found.Take(request.Most).ToList();
        return new SimilarCases(shown, found.Count - shown.Count);
    }

    internal async Task<IReadOnlyList<Match>> Within(LoketDb db, Request request, NodaTime.Instant now, CancellationToken cancel)
    {
        var place = request.Place ?? Place.Unknown;
        var danger = request.Danger || await DangerWords.In(db, request.Category, $"{request.Subject}\n{request.Text}", cancel);
        var found = await sketches.Find(
            db, new SketchSearch(request.Customer is { } customer ? await CustomerFamily.Of(db, customer, cancel) : [], place.Asset, request.Category, place.Address, place.Area, place.X, place.Y, now, request.Most), request.By, cancel);
        var ranked = RepeatFinder.Rank(
            new ContactSketch(request.Subject, request.Category, place.Asset, place.Address, place.Area, place.X, place.Y, danger, now), found);

        // Ranked by the words of a resident, shown without them to who may not read those.
        return MayRead(request.By) ? ranked : [.. ranked.Select(match => match with { Case = match.Case with { Subject = match.Case.Name } })];
    }

    private static bool MayRead(Actor by) => by.IsSystem || by.May(Right.SeePersonalData);
}
