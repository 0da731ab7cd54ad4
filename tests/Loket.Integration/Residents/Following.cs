using System.Text.RegularExpressions;
using Loket.Intake.Follow;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Loket.Integration.Residents;

/// <summary>Steps of residents who follow how their matter stands.</summary>
internal static partial class Following
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    /// <summary>Why it does not open, now or so much later; null when it does.</summary>
    public static async Task<string?> Opens(Town town, Reference reference, string typed, Duration later = default)
    {
        Assert.True(SixDigitCode.TryRead(typed, out var code));
        return (await town.UseLater<OpenFollow, Result<string>>(later, open => open.Handle(new OpenFollow.Request(reference, code, "198.51.100.7"), Cancel))).Failure?.Code;
    }

    /// <summary>Asks for a code.</summary>
    public static async Task Ask(Visitor visitor, string reference)
    {
        await visitor.Open("/volgen");
        await visitor.Send(("Form.Reference", reference), ("way", "code"));
    }

    /// <summary>Tries to open the page with a PIN.</summary>
    public static async Task Open(Visitor visitor, string reference, string pin)
    {
        await visitor.Open("/volgen");
        await visitor.Send(("Form.Reference", reference), ("way", "pin"));
        await visitor.Send(("Form.Code", pin));
    }

    /// <summary>Reports a lamp without a name, and gets a PIN for it at the desk.</summary>
    public static async Task<(string Reference, string Pin)> WithPin(Town town, Visitor visitor, string lamp)
    {
        var reference = await visitor.Sends($"Lantaarnpaal {lamp} brandt niet", lamp, email: null);
        Assert.True(Reference.TryParse(reference, out var matter));
        var agent = await town.Somebody(Role.Agent);
        return (reference, (await town.Use<IssuePin, Result<string>>(issue => issue.Handle(new IssuePin.Request(matter, agent), Cancel))).Value);
    }

    /// <summary>How many codes were made for an address, whether they went out or stayed inside.</summary>
    public static async Task<int> Codes(Town town, string address)
    {
        await using var db = town.Open();
        return await db.Database.SqlQueryRaw<int>(
            "SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM messages WHERE kind = 'OneTimeCode' AND address = {0}", address).SingleAsync(Cancel);
    }

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)", RegexOptions.None, 1000)]
    public static partial Regex Digits();
}
