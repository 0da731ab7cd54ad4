using Loket.Cases;
using Loket.Cases.Handling;
using Loket.Cases.Handovers;
using Loket.Contacts;
using Loket.Demo.Town;
using Loket.Demo.Town.Loading;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Kernel.Geography;
using Loket.Kernel.Text;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Loket.Demo.Bulk;

/// <summary>Per subject the rows that the program makes of a contact: answered at once, a case that is open, one that is closed, one that is joined to a case, one more of somebody who is known.</summary>
internal sealed class Shapes
{
    // Enough to have met every subject.
    private const int Look = 20_000;

    // Of twenty people who have a case one asks often, and of the others every second once more: with the rest of the stories three contacts for each case.
    private const int OneInMany = 20;
    private const int Often = 10;

    private readonly Dictionary<string, Shape> shapes = new(StringComparer.Ordinal);
    private int people;

    private Shapes()
    {
    }

    /// <summary>How many.</summary>
    public int Count => shapes.Count * 5;

    /// <summary>Lets the program show them.</summary>
    public static async Task<Shapes> Take(IServiceProvider services, Tenant tenant, DemoTown town, CancellationToken cancel)
    {
        var all = new Shapes();
        var taker = await SampleTaker.On(services.GetRequiredService<Databases>(), tenant, cancel);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var story in new CaseGenerator(town, Look, tenant.Clock.Now()).Invented())
        {
            if (story is { Category: { } category, Case: not null } && known.Add(category.Key)) all.shapes[category.Key] = await Take(services, tenant, taker, story, cancel);
            if (known.Count == Categories.All.Count) break;
        }

        return all;
    }

    /// <summary>The rows of a story. Formal papers, one in sixty, are left out.</summary>
    public IEnumerable<BulkRow> Rows(Story story, Press press)
    {
        if (story.Category is not { } category || !shapes.TryGetValue(category.Key, out var shape)) yield break;
        if (story.Case is not { } told)
        {
            foreach (var row in Contact(story, 0, shape.Answered, press, [])) yield return row;
            yield break;
        }

        var known = new Dictionary<Guid, Guid>();
        var sample = told.ClosedAt is null ? shape.Open : shape.Closed;
        var rows = Contact(story, 0, sample, press, known);
        var @case = rows.Single(row => row.Table.Name == "cases");
        @case["last_contact_at"] = Micro(story.Contacts[^1].At);
        if (told.ClosedAt is { } closed) @case["closed_at"] = Micro(closed);
        foreach (var row in rows) yield return row;
        for (var number = 1; number < story.Contacts.Count; number++)
        {
            var joins = new Dictionary<Guid, Guid> { [shape.JoinedCase] = known[SampleTaker.IdOf(sample.Only("cases")["id"]!)] };
            foreach (var row in Contact(story, number, shape.Joined, press, joins)) yield return row;
        }

        var person = known[SampleTaker.IdOf(sample.Only("customers")["id"]!)];
        var times = ++people % OneInMany == 0 ? Often : people % 2;
        for (var before = 1; before <= times; before++)
        {
            foreach (var row in Contact(story, 0, shape.Again, press, new Dictionary<Guid, Guid> { [shape.Person] = person }, Duration.FromDays(before * 7))) yield return row;
        }
    }

    private static List<BulkRow> Contact(Story story, int number, Sample sample, Press press, Dictionary<Guid, Guid> known, Duration earlier = default)
    {
        var contact = story.Contacts[number];
        var (taken, at) = (Instant.FromUnixTimeTicks((long)sample.Only("contacts")["at"]! * 10), contact.At - earlier);
        var rows = press.Copy(sample, at - taken, at, known);
        Tell(rows, ContactsOfTown.Of(story, contact, null));
        return rows;
    }

    // What the story tells in place of what the sample told.
    private static void Tell(List<BulkRow> rows, NewContact told)
    {
        var matter = told.Matters[0];
        var place = matter.Place ?? Places.Place.Unknown;
        foreach (var row in rows)
        {
            switch (row.Table.Name)
            {
                case "contacts":
                    (row["channel"], row["language"]) = (told.Channel.ToString(), told.Details.Language);
                    break;
                case "customers":
                    (row["name"], row["phone"], row["email"], row["address"]) = (told.Details.Name, told.Details.Phone, told.Details.Email, told.Details.Address);
                    row["name_folded"] = told.Details.Name is { } name ? Fold.Of(name) : null;
                    row["email_key"] = NormalisedEmail.Read(told.Details.Email) is { Succeeded: true } email ? email.Value.Key : null;
                    break;
                case "matters":
                    (row["subject"], row["text"]) = (matter.Subject, matter.Text);
                    Put(row, place);
                    break;
                case "cases":
                    row["subject"] = matter.Subject;
                    row["cell"] = place is { X: { } x, Y: { } y } ? GridCell.Of(new RdPoint(x, y)).Index : null;
                    Put(row, place);
                    break;
            }
        }

        // The sample's person has a name, so a word to go by; in their place come those of the own name and address.
        if (rows.Find(row => row.Table.Name == "customer_words") is not { } word) return;
        rows.RemoveAll(row => row.Table == word.Table);
        rows.AddRange(FindingWords.Of(told.Details.Name, told.Details.Address).Select(text => new BulkRow(word.Table, [.. word.Values]) { ["word"] = text }));
    }

    private static void Put(BulkRow row, Places.Place place)
    {
        (row["place_text"], row["place_area"], row["place_address"]) = (place.Text, place.Area, place.Address);
        (row["place_asset"], row["place_asset_owner"], row["place_x"], row["place_y"]) = (place.Asset, place.AssetOwner, place.X, place.Y);
    }

    private static async Task<Shape> Take(IServiceProvider services, Tenant tenant, SampleTaker taker, Story story, CancellationToken cancel)
    {
        var (joined, person) = (default(CaseId), default(CustomerId));
        var answered = await taker.Take(() => Register(new MatterEnding.Answered("Beantwoord.")), cancel);
        var open = await taker.Take(async () =>
        {
            var made = await Register(new MatterEnding.NewCase(story.Case!.IsDanger));
            (joined, person) = (CaseOf(made), made.Customer!.Value);
        }, cancel);
        var join = await taker.Take(() => Register(new MatterEnding.Join(joined)), () => [joined.Value], cancel);
        var again = await taker.Take(() => Register(new MatterEnding.Answered("Beantwoord."), person), () => [person.Value], cancel);
        var closed = await taker.Take(async () => await Close(CaseOf(await Register(new MatterEnding.NewCase(story.Case!.IsDanger)))), cancel);
        return new Shape(answered, open, closed, join, joined.Value, again, person.Value);

        async Task<ContactReceipt> Register(MatterEnding ending, CustomerId? known = null)
        {
            // With a person, so that there is a row for one; who stayed anonymous gets a row without a name.
            var contact = ContactsOfTown.Of(story, story.Contacts[0], known);
            if (known is null && contact.Details.Name is null) contact = contact with { Details = contact.Details with { Name = "N. N." } };
            return await Use<RegisterContact, ContactReceipt>(use => use.Handle(new RegisterContact.Request(RequestKey.None, contact, [ending], Actor.System), cancel));
        }

        static CaseId CaseOf(ContactReceipt made) => made.Matters[0].Case!.Value;

        async Task Close(CaseId id)
        {
            var change = new CaseChange(RequestKey.None, id, Actor.System);
            // Refused where no partner has it; then there is nothing to take back.
            await In(scope => scope.GetRequiredService<TakeBack>().Handle(change, "Afgerond.", cancel));
            await Use<CloseCase, ChangedCase>(use => use.Handle(change, "solved", true, "Opgelost.", cancel));
        }

        async Task<T> Use<TUseCase, T>(Func<TUseCase, Task<Result<T>>> use) where TUseCase : notnull
        {
            var result = await In(scope => use(scope.GetRequiredService<TUseCase>()));
            return result.Succeeded ? result.Value : throw new InvalidOperationException($"{story.Category!.Key} was refused: {result.Failure.Code}.");
        }

        async Task<T> In<T>(Func<IServiceProvider, Task<T>> act)
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<TenantContext>().Tenant = tenant;
            return await act(scope.ServiceProvider);
        }
    }

    private static long Micro(Instant at) => at.ToUnixTimeTicks() / 10;

    private sealed record Shape(Sample Answered, Sample Open, Sample Closed, Sample Joined, Guid JoinedCase, Sample Again, Guid Person);
}
