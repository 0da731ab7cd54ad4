using Loket.Testing;

namespace Loket.Faults;

/// <summary>A resident at the forms of the site, without script, who sends again what got no answer.</summary>
internal sealed class WebResident(FaultyTown town) : IDisposable
{
    private readonly Visitor visitor = town.Browser();
    private Wish? waiting;

    /// <summary>What was sent without an answer.</summary>
    public Wish? Waiting => waiting;

    /// <summary>The browser.</summary>
    public Visitor Visitor => visitor;

    /// <summary>Fills in the whole form and sends it.</summary>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    public async Task Report(Wish wish)
    {
        await FillIn(wish);
        await SendAgain();
    }

    /// <summary>Fills in the whole form, up to the last button.</summary>
    public async Task FillIn(Wish wish)
    {
        await visitor.Open("/melden");
        await visitor.Send(("Form.Kind", "Report"));
        await visitor.Send(("Form.Text", "Er ligt afval naast de container " + wish.Mark));
        await visitor.Send(("Form.Place", ""));
        await visitor.Send(("then", "next"));
        await visitor.Send(("Form.TellBy", "Email"));
        await visitor.Send(("Form.Email", wish.Mail!));
        waiting = wish;
    }

    /// <summary>Presses the button again, on the page that is still open.</summary>
    public async Task SendAgain()
    {
        await visitor.Send();
        Confirmed();
    }

    /// <summary>Reads the reference on the page that is open now.</summary>
    public void Confirmed()
    {
        var reference = visitor.Text(".loket-confirmation .loket-reference");
        if (reference.Length == 0) throw new InvalidOperationException($"{waiting!.Key} got no reference on {visitor.Address}, {visitor.Status}: {visitor.Heading} {string.Join(' ', visitor.Errors)}{Environment.NewLine}{town.Program.Said}");
        waiting!.Acknowledged = reference;
        waiting = null;
    }

    /// <inheritdoc />
    public void Dispose() => visitor.Dispose();
}
