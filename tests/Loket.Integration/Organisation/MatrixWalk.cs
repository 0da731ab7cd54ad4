using System.Net;
using Loket.Organisation.Rights;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Organisation;

/// <summary>Somebody opens all that there is, looks for everybody in every way, and reads each answer to the last letter.</summary>
internal sealed class MatrixWalk(MatrixTown town, Visitor visitor, Actor actor, Standing standing, string reader)
{
    private const int MostLinks = 200;

    // Where what is led to is about cases or people; elsewhere are hundreds of accounts and settings.
    private static readonly string[] Worth = ["/werk", "/berichten", "/terugbellen", "/zaken", "/contact", "/klanten", "/zoeken", "/gebeurtenissen", "/beheer/inzage"];

    private readonly List<string> complaints = [];
    private readonly HashSet<string> opened = new(StringComparer.Ordinal);
    private readonly Queue<string> led = new();

    /// <summary>What is wrong.</summary>
    public async Task<IReadOnlyList<string>> Through(IReadOnlyList<Door> doors)
    {
        foreach (var door in doors) await Through(door);
        while (led.TryDequeue(out var link)) await Open(link);
        if (actor.May(Right.RegisterContacts) && actor.May(Right.SeePersonalData)) await Find();
        if (actor.May(Right.RegisterContacts)) await Suggest();
        if (actor.May(Right.SeeCases)) await BeThere();
        return complaints;
    }

    private async Task Through(Door door)
    {
        if (!door.IsFor(actor))
        {
            await Open("/" + door.Path());
            if (visitor.Status != HttpStatusCode.Forbidden) Complain($"gets {(int)visitor.Status} for {door.Name}, which is not for them");
            return;
        }

        if (!door.Name.Contains("{reference}", StringComparison.Ordinal) && !door.Name.Contains("{id:guid}", StringComparison.Ordinal))
        {
            await Open("/" + door.Path(Usual).TrimEnd('/'));
            return;
        }

        foreach (var marked in town.All)
        {
            foreach (var reference in marked.References) await OpenOf(door, marked, reference);
        }
    }

    private async Task OpenOf(Door door, MarkedCase marked, string reference)
    {
        var address = "/" + door.Path(part => part switch { "reference" => reference, "id:guid" => marked.Customer.ToString(), _ => Usual(part) }).TrimEnd('/');
        await Open(address);
        var isShown = visitor.Status == HttpStatusCode.OK && visitor.Address.StartsWith(address, StringComparison.Ordinal);
        if (isShown && !IsKnown(marked)) Complain($"is shown {address}, which is about {marked.Marker}");
        // Else all this would prove nothing.
        if (door.Name != "zaken/{reference}" || !IsKnown(marked) || reference == marked.References[^1]) return;
        if (visitor.Status != HttpStatusCode.OK) Complain($"gets {(int)visitor.Status} for {address}, which they may see");
        if (MayRead(marked) && !Reads(marked)) Complain($"does not read {marked.Marker} on {address}");
        // All three are linked with the first.
        foreach (var other in town.All.Where(one => one != marked && (one == town.Own || marked == town.Own)))
        {
            if (visitor.Text("#linked + ul").Contains(other.Reference, StringComparison.Ordinal) != IsKnown(other)) Complain($"sees on {address} otherwise than they may that {other.Reference} belongs with it");
        }
    }

    private async Task Find()
    {
        foreach (var marked in town.All)
        {
            foreach (var sought in (IReadOnlyList<string>)[marked.Sought, marked.Phone, .. marked.References])
            {
                await visitor.Open("/zoeken");
                await visitor.Send(("Form.Sought", sought));
                Look($"a search for {sought}");
                if (sought == marked.Sought && MayRead(marked) && !Reads(marked)) Complain($"does not find {marked.Sought}");
            }
        }
    }

    private async Task Suggest()
    {
        foreach (var marked in town.All)
        {
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
        await visitor.Open("/werk");
        foreach (var marked in town.All)
        {
            using var said = new FormUrlEncodedContent([new("doing", "Reading"), new("__RequestVerificationToken", visitor.Value("__RequestVerificationToken"))]);
            using var answer = await visitor.Client.PostAsync(new Uri($"/zaken/{marked.Reference}/hier", UriKind.Relative), said, TestContext.Current.CancellationToken);
            if ((answer.StatusCode == HttpStatusCode.OK) != IsKnown(marked)) Complain($"gets {(int)answer.StatusCode} for being at {marked.Marker}");
        }
    }

    private async Task Open(string address)
    {
        if (!opened.Add(address)) return;
        await visitor.Open(address);
        Look(address);
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

    private bool Reads(MarkedCase marked) => visitor.Page.DocumentElement.OuterHtml.Contains(marked.Marker, StringComparison.OrdinalIgnoreCase);

    private void Complain(string what) => complaints.Add($"{reader} {what}");

    // The first of a list, a file of the case itself; what fits nothing where it does not matter.
    private static string? Usual(string part) => part switch { "list?" or "size?" => "", "of" => "zaak", _ => null };
}
