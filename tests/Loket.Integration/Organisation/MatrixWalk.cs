using System.Net;
using Loket.Organisation.Rights;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Organisation;

/// <summary>Somebody opens all that there is, looks for everybody in every way, and reads each answer to the last letter. What a role may not open does not hang on where somebody
/// stands, and whoever may know of all can read nothing too much: of those only what they must see is asked.</summary>
internal sealed class MatrixWalk(MatrixTown town, Visitor visitor, Actor actor, Role role, Standing standing)
{
    private const string CasePage = "zaken/{reference}";
    private const int MostLinks = 200;

    // Where what is led to is about cases or people; elsewhere are hundreds of accounts and settings.
    private static readonly string[] Worth = ["/werk", "/berichten", "/terugbellen", "/zaken", "/contact", "/klanten", "/zoeken", "/gebeurtenissen", "/beheer/inzage"];

    private readonly List<string> complaints = [];
    private readonly HashSet<string> opened = new(StringComparer.Ordinal);
    private readonly Queue<string> led = new();

    /// <summary>How many requests it made; what it was led on to by an answer counts with it.</summary>
    public int Asked { get; private set; }

    /// <summary>Who reads no words of residents at all reads too much soonest where most is known; who does, where something is not.</summary>
    private bool IsThorough => actor.May(Right.SeePersonalData) ? standing != Standing.OfTheGroup : IsFirst;

    /// <summary>Where a role is asked what it may not open.</summary>
    private bool IsFirst => standing == (actor.May(Right.SeePersonalData) || !MeetsCases(role) ? Standing.OwnTeam : Standing.OfTheGroup);

    /// <summary>Whether a role meets cases or residents at all; one that does not stands in one place only.</summary>
    public static bool MeetsCases(Role role) => RoleRights.Of(role).Overlaps([Right.SeeCases, Right.SeePersonalData, Right.RegisterContacts]);

    /// <summary>What is wrong.</summary>
    public async Task<IReadOnlyList<string>> Through(IReadOnlyList<Door> doors)
    {
        foreach (var door in doors.Where(door => door.Methods.Contains("GET"))) await Through(door);
        while (IsThorough && led.TryDequeue(out var link)) await Open(link);
        if (actor.May(Right.RegisterContacts) && actor.May(Right.SeePersonalData)) await Find();
        if (actor.May(Right.RegisterContacts)) await Suggest();
        if (actor.May(Right.SeeCases)) await BeThere();
        if (MeetsCases(role)) await Write(doors);
        await Go();
        return complaints;
    }

    private async Task Through(Door door)
    {
        if (!door.IsFor(actor))
        {
            if (!IsFirst) return;
            await Open("/" + door.Path());
            if (visitor.Status != HttpStatusCode.Forbidden) Complain($"gets {(int)visitor.Status} for {door.Name}, which is not for them");
            return;
        }

        if (!IsAboutOne(door))
        {
            if (IsThorough) await Open("/" + door.Path(Usual).TrimEnd('/'));
            return;
        }

        // Who may know of all is to be shown the cases.
        if (!IsThorough && standing == Standing.OfTheGroup && door.Name != CasePage) return;
        foreach (var marked in town.All)
        {
            foreach (var reference in marked.References) await OpenOf(door, marked, reference);
        }

        if (door.Name == "klanten/{id:guid}") await OpenTwo();
    }

    private async Task OpenOf(Door door, MarkedCase marked, string reference)
    {
        var address = Address(door, reference, marked.Customer);
        await Open(address);
        var isShown = visitor.Status == HttpStatusCode.OK && visitor.Address.StartsWith(address, StringComparison.Ordinal);
        if (isShown && !IsKnown(marked)) Complain($"is shown {address}, which is about {marked.Marker}");
        // Else all this would prove nothing.
        if (door.Name != CasePage || !IsKnown(marked) || reference == marked.References[^1]) return;
        if (visitor.Status != HttpStatusCode.OK) Complain($"gets {(int)visitor.Status} for {address}, which they may see");
        if (MayRead(marked) && !Reads(marked)) Complain($"does not read {marked.Marker} on {address}");
        if (marked == town.Own && Reads(MatrixTown.Joined) != MayRead(marked)) Complain($"reads otherwise than they may on {address} who joined it without saying where");
        // All three are linked with the first.
        foreach (var other in town.All.Where(one => one != marked && (one == town.Own || marked == town.Own)))
        {
            if (visitor.Text("#linked + ul").Contains(other.Reference, StringComparison.Ordinal) != IsKnown(other)) Complain($"sees on {address} otherwise than they may that {other.Reference} belongs with it");
        }
    }

    // Who called about two things in one call; of the other one there is a message too.
    private async Task OpenTwo()
    {
        await Open("/klanten/" + town.Two);
        foreach (var marked in (MarkedCase[])[town.Own, town.Other])
        {
            if (MayRead(marked) && !Reads(marked)) Complain($"does not read {marked.Marker} of who called about two things");
        }
    }

    private async Task Find()
    {
        foreach (var marked in town.All)
        {
            foreach (var sought in IsThorough ? (IReadOnlyList<string>)[marked.Sought, marked.Phone, .. marked.References] : [marked.Sought])
            {
                Asked += 2;
                await visitor.Open("/zoeken");
                await visitor.Send(("Form.Sought", sought));
                Look($"a search for {sought}");
                if (sought == marked.Sought && MayRead(marked) && !Reads(marked)) Complain($"does not find {marked.Sought}");
            }
        }
    }

    private async Task Go()
    {
        foreach (var marked in town.All)
        {
            foreach (var sought in (IReadOnlyList<string>)[marked.Sought, marked.Phone, .. marked.References])
            {
                await visitor.Open("/ga-naar");
                await visitor.Send(("Go.Sought", sought));
                Look($"the box to go to {sought}");
                if (!IsKnown(marked) && !visitor.Address.StartsWith("/ga-naar", StringComparison.Ordinal)) Complain($"is led to {visitor.Address} by {sought}, which is about {marked.Marker}");
                await visitor.Open("/ga-naar");
                var request = visitor.Filled(("Go.Sought", sought));
                request.RequestUri = new Uri("/ga-naar?handler=Suggest", UriKind.Relative);
                await visitor.Follow(request);
                Look($"the suggestions to go to {sought}");
            }
        }
    }

    private async Task Suggest()
    {
        foreach (var marked in town.All)
        {
            Asked += 2;
            await visitor.Open("/intake");
            var request = visitor.Filled(("Form.Subject", "Iets gezien"), ("Form.Phone", marked.Phone), ("Form.Area", "nieuwemeer"));
            request.RequestUri = new Uri("/intake?handler=Similar", UriKind.Relative);
            await visitor.Follow(request);
            Look($"the suggestions for {marked.Phone}");
            if (MayRead(marked) && !Reads(marked)) Complain($"is not told at intake whose number {marked.Phone} is");
        }
    }

    private async Task BeThere()
    {
        Asked++;
        await visitor.Open("/werk");
        foreach (var marked in town.All)
        {
            Asked++;
            using var said = new FormUrlEncodedContent([new("doing", "Reading"), new("__RequestVerificationToken", visitor.Value("__RequestVerificationToken"))]);
            using var answer = await visitor.Client.PostAsync(new Uri($"/zaken/{marked.Reference}/hier", UriKind.Relative), said, TestContext.Current.CancellationToken);
            if ((answer.StatusCode == HttpStatusCode.OK) != IsKnown(marked)) Complain($"gets {(int)answer.StatusCode} for being at {marked.Marker}");
        }
    }

    // Each form of a page about one thing, about what they may not know of: the answer is that to what is not there. A lead, who may do most, sends each form with each number of
    // each case; the others send each form with one, another for each form.
    private async Task Write(IReadOnlyList<Door> doors)
    {
        var hidden = town.All.Where(one => !IsKnown(one)).ToList();
        if (hidden.Count == 0) return;
        Asked++;
        await visitor.Open("/me");
        var proof = visitor.Value("__RequestVerificationToken");
        foreach (var (number, (door, form)) in doors.Where(door => IsAboutOne(door) && door.IsFor(actor)).SelectMany(door => door.Forms, (door, form) => (door, form)).Index())
        {
            if (!town.ToNobody.TryGetValue((role, door.Name, form), out var usual))
                town.ToNobody.Add((role, door.Name, form), usual = await Send(door, form, MatrixTown.Nobodys, MatrixTown.NobodysId, MatrixTown.NobodysId, proof));
            if (role == Role.TeamLead && door.Name == CasePage && form == "Note" && usual != "404 ") Complain($"gets {usual} for a note on a case that is not there");
            var sent = role == Role.TeamLead
                ? hidden.SelectMany(marked => marked.References, (marked, reference) => (Marked: marked, Reference: reference))
                : hidden.Skip(number % hidden.Count).Take(1).Select(marked => (Marked: marked, Reference: marked.References[number % marked.References.Count]));
            foreach (var (marked, reference) in sent)
            {
                var answered = await Send(door, form, reference, marked.Id, marked.Customer, proof);
                if (answered != usual) Complain($"gets {answered} for {form} of {door.Name} with {reference} of {marked.Marker}, and {usual} with what is not there");
            }
        }
    }

    // How it is answered, without what was asked.
    private async Task<string> Send(Door door, string form, string reference, Guid id, Guid customer, string proof)
    {
        Asked++;
        var address = Address(door, reference, customer) + (form.Length == 0 ? "" : "?handler=" + form);
        using var said = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", proof), new("Id", (door.Name == CasePage ? id : customer).ToString()), new("Seen", "1"), new(form + ".Text", "Gezien."), new(form + ".Reason", "Gezien."),
        ]);
        using var answer = await visitor.Client.PostAsync(new Uri(address, UriKind.Relative), said, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if ((int)answer.StatusCode >= 500) Complain($"gets {(int)answer.StatusCode} for {form} of {door.Name}");
        foreach (var marked in town.All.Where(one => !MayRead(one) && text.Contains(one.Marker, StringComparison.OrdinalIgnoreCase))) Complain($"reads {marked.Marker} after {form} of {door.Name}");
        var leadsTo = answer.Headers.Location?.OriginalString.Replace(reference, "", StringComparison.Ordinal).Replace(customer.ToString(), "", StringComparison.Ordinal);
        return $"{(int)answer.StatusCode} {leadsTo}";
    }

    private async Task Open(string address)
    {
        if (!opened.Add(address)) return;
        Asked++;
        await visitor.Open(address);
        Look(address);
        if (!IsThorough) return;
        foreach (var link in visitor.Page.QuerySelectorAll("a[href]").Select(one => one.GetAttribute("href")!.Split('#')[0]))
        {
            if (opened.Count + led.Count < MostLinks && Worth.Any(place => link.StartsWith(place, StringComparison.Ordinal)) && !opened.Contains(link) && !led.Contains(link)) led.Enqueue(link);
        }
    }

    private void Look(string where)
    {
        if ((int)visitor.Status >= 500) Complain($"gets {(int)visitor.Status} at {where}");
        foreach (var marked in town.All.Where(one => !MayRead(one) && Reads(one))) Complain($"reads {marked.Marker} at {where}");
    }

    private bool IsKnown(MarkedCase marked) => town.KnownTo(standing).Contains(marked);

    // What residents said is for who may see personal data.
    private bool MayRead(MarkedCase marked) => actor.May(Right.SeePersonalData) && IsKnown(marked);

    private bool Reads(MarkedCase marked) => Reads(marked.Marker);

    private bool Reads(string word) => visitor.Page.DocumentElement.OuterHtml.Contains(word, StringComparison.OrdinalIgnoreCase);

    private void Complain(string what) => complaints.Add($"{role} ({standing}) {what}");

    private static bool IsAboutOne(Door door) => door.Name.Contains("{reference}", StringComparison.Ordinal) || door.Name.Contains("{id:guid}", StringComparison.Ordinal);

    private static string Address(Door door, string reference, Guid customer) =>
        "/" + door.Path(part => part switch { "reference" => reference, "id:guid" => customer.ToString(), _ => Usual(part) }).TrimEnd('/');

    // The first of a list, a file of the case itself; what fits nothing where it does not matter.
    private static string? Usual(string part) => part switch { "list?" or "size?" => "", "of" => "zaak", _ => null };
}
