using Loket.Cases;
using Loket.Cases.Handling;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Intake.Repeats;
using Loket.Intake.Residents;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Kernel.Text;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Storage;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Http;

namespace Loket.Web.Api;

/// <summary>Contacts come in.</summary>
internal static class ContactEndpoints
{
    private const int MostMatters = 10;
    private const int LongestSubject = 200;
    private const int LongestText = 20_000;
    private static readonly Failure NumberOfSuggestions = new("request.page-size", FailureKind.Invalid, "Size", FindSimilar.Many);
    private static readonly Failure NumberOfMatters = new("request.number-of-matters", FailureKind.Invalid, "Matters", MostMatters);

    public static async Task<object> Register(
        ContactBody body, HttpContext context, RegisterContact register, FindCase cases, ReadPlace places, ProposeCategory propose, UnitOfWork unit, Matters matters,
        CancellationToken cancel)
    {
        var by = context.Actor();
        if (body.Matters.Count is 0 or > MostMatters) return NumberOfMatters;
        var details = (body.Person?.ToTyped() ?? new CustomerTyped()).Read();
        if (!details.Succeeded) return details.Failure.At("Person." + details.Failure.Field);
        var customer = await CustomerOf(body.SameCustomerAs, by, unit, matters, cancel);
        if (!customer.Succeeded) return customer.Failure;

        var asked = new List<(NewMatter Matter, MatterEnding Ending)>();
        foreach (var matter in body.Matters)
        {
            var ending = await EndingOf(matter.Ending, by, cases, cancel);
            if (!ending.Succeeded) return ending.Failure;
            var (subject, text) = (CleanText.Line(matter.Subject, LongestSubject), CleanText.Lines(matter.Text, LongestText));
            if (!subject.Succeeded) return subject.Failure.At("Subject");
            if (!text.Succeeded) return text.Failure.At("Text");
            var place = PlaceBody.ToTyped(matter.Place, subject.Value);
            if (!place.Succeeded) return place.Failure;
            var where = await places.Handle(place.Value, cancel);
            if (!where.Succeeded) return where.Failure.At("Place.Village");
            // Where nobody chose, neither the subject nor how it ends, the program proposes one, as on the residents' own pages.
            var category = matter.Category ?? (ending.Value is MatterEnding.ByItself && matter.FormalPaper is null
                ? (await propose.Handle($"{subject.Value} {text.Value}", where.Value, cancel))?.Key : null);
            asked.Add((new NewMatter(subject.Value, text.Value.Length == 0 ? null : text.Value, category, where.Value, matter.FormalPaper, matter.Kind), ending.Value));
        }

        var contact = new NewContact(
            body.Channel, customer.Value.Customer, details.Value, body.ReplyBy, [.. asked.Select(one => one.Matter)], by.Partner, body.ReceivedOn, body.Assisted, customer.Value.For);
        var registered = await register.Handle(new RegisterContact.Request(context.WishKey(), contact, [.. asked.Select(one => one.Ending)], by), cancel);
        if (!registered.Succeeded) return registered.Failure;
        var maySeeCases = by.May(Right.SeeCases);
        return Results.Json(new ContactAnswer([.. registered.Value.Matters.Select(one => new MatterAnswer(
            one.Reference, one.Outcome, maySeeCases ? one.CaseReference : null, one.Contacts, one.Reopened, one.Recognised is not null))]), statusCode: StatusCodes.Status201Created);
    }

    public static async Task<object> Undo(string reference, HttpContext context, UndoEnding undo, CancellationToken cancel)
    {
        if (!Reference.TryParse(reference, out var matter)) return ContactFailures.NotFound;
        var undone = await undo.Handle(new UndoEnding.Request(context.WishKey(), matter, context.Actor()), cancel);
        return undone.Succeeded ? Results.NoContent() : undone.Failure;
    }

    public static async Task<object> Suggest(
        SuggestionQuestion question, HttpContext context, FindSimilar similar, ReadPlace places, UnitOfWork unit, Matters matters, CancellationToken cancel)
    {
        var by = context.Actor();
        if (question.Size is < 1 or > FindSimilar.Many) return NumberOfSuggestions;
        var customer = await CustomerOf(question.SameCustomerAs, by, unit, matters, cancel);
        if (!customer.Succeeded) return customer.Failure;
        var subject = CleanText.Line(question.Subject, LongestSubject);
        if (!subject.Succeeded) return subject.Failure.At("Subject");
        var place = PlaceBody.ToTyped(question.Place, subject.Value);
        if (!place.Succeeded) return place.Failure;
        var where = await places.Handle(place.Value, cancel);
        if (!where.Succeeded) return where.Failure.At("Place.Village");
        var found = await similar.Handle(new FindSimilar.Request(
            by, subject.Value, question.Category, where.Value, customer.Value.For ?? customer.Value.Customer, question.Danger, Most: question.Size), cancel);
        return Results.Json(found.Matches.Select(match => new SuggestionAnswer(
            match.Case.Reference, match.Case.Subject, match.Case.Category, match.Case.Status, match.Case.OpenedAt, match.Case.Contacts, match.Reason,
            Math.Round(match.Score, 3), match.Metres is { } metres ? Math.Round(metres) : null, match.Certain)));
    }

    public static async Task<object> Addresses(IAddressSource addresses, CancellationToken cancel, string? typed = null)
    {
        var asked = CleanText.Line(typed, LongestSubject);
        if (!asked.Succeeded) return asked.Failure.At("Typed");
        var found = await addresses.Suggest(asked.Value, cancel);
        return found.Succeeded
            ? Results.Json(found.Value.Select(card => new AddressAnswer(card.Written, card.Street, card.Number, card.Letter, card.Addition, card.Postcode, card.Town, card.Area)))
            : found.Failure;
    }

    // Only a reference that the person gave says that it is the same one; a telephone number does not.
    // Who acted for another gave a reference of their own: it says who they are, and for whom they act.
    private static async Task<Result<(CustomerId? Customer, CustomerId? For)>> CustomerOf(string? earlier, Actor by, UnitOfWork unit, Matters matters, CancellationToken cancel)
    {
        if (earlier is null) return ((CustomerId?)null, (CustomerId?)null);
        var card = Reference.TryParse(earlier, out var reference) ? await unit.Read(db => matters.Find(db, reference, by, cancel)) : null;
        if (card is null) return ContactFailures.NotFound.At("SameCustomerAs");
        return card.Representative is null ? (card.Customer, (CustomerId?)null) : (card.Representative, card.Customer);
    }

    private static async Task<Result<MatterEnding>> EndingOf(EndingBody? ending, Actor by, FindCase cases, CancellationToken cancel)
    {
        switch (ending?.Kind ?? EndingKind.ByItself)
        {
            case EndingKind.Answered: return StaffText.Optional(ending!.Answer, "Answer").Then<MatterEnding>(text => new MatterEnding.Answered(text, ending.Danger));
            case EndingKind.NewCase: return new MatterEnding.NewCase(ending!.Danger);
            case EndingKind.Forward: return CleanText.Line(ending!.Body, LongestSubject).At("Body").Then<MatterEnding>(body => new MatterEnding.Forward(body, ending.Danger));
            case EndingKind.Join:
                return await cases.Handle(ending!.Case ?? "", by, cancel) is { } found ? new MatterEnding.Join(found, ending.Danger) : CaseFailures.NotFound.At("Case");
            default: return new MatterEnding.ByItself();
        }
    }
}
