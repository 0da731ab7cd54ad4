using Dapper;
using Loket.Cases.Numbers;
using Loket.Cases.Reading;
using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Contacts.Numbers;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage.Journal;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>What happens in the stories about national numbers, told in few words.</summary>
internal static class NumberCalls
{
    /// <summary>A number that passes the test; the first of two.</summary>
    public const string Number = "111222333";

    /// <summary>The other.</summary>
    public const string Other = "123456782";

    private const string General = "general";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Cases about which nobody said what they are need the number from now on, or no longer.</summary>
    public static async Task NeedNumber(this Town town, string? ground)
    {
        var stands = await Draft(town);
        var saved = await town.Use<SaveCaseType, Result<Done>>(save => save.Handle(new SaveCaseType.Request(RequestKey.None, stands.Details with { NumberGround = ground }, stands.Version, Actor.System), Cancel));
        Assert.True(saved.Succeeded, saved.Failure?.Code);
        var draft = await Draft(town);
        var live = await town.Use<MakeTypeLive, Result<int>>(make => make.Handle(new DraftOfType(RequestKey.None, General, draft.Version, Actor.System), Cancel));
        Assert.True(live.Succeeded, live.Failure?.Code);
    }

    /// <summary>Somebody who asked something of which a case was made.</summary>
    public static async Task<CustomerId> Asks(this Town town, string name, string phone)
    {
        var receipt = await town.Receives(await town.Somebody(Role.Agent), new NewMatter("Vraag over kwijtschelding"), new MatterEnding.NewCase(), new CustomerDetails(name, phone));
        return await town.Who(receipt);
    }

    /// <summary>Who asked.</summary>
    public static async Task<CustomerId> Who(this Town town, MatterReceipt receipt) => (await town.Sees(Actor.System, receipt.Reference)).Participants[0].Customer!.Value;

    public static Task<Result<Done>> Keeps(this Town town, Actor by, CustomerId customer, string? typed = Number, RequestKey key = default) =>
        town.Use<KeepNationalNumber, Result<Done>>(keep => keep.Handle(new KeepNationalNumber.Request(key, customer, typed, by), Cancel));

    public static Task<Result<string>> Shows(this Town town, Actor by, CustomerId customer) =>
        town.Use<ShowNationalNumber, Result<string>>(show => show.Handle(new ShowNationalNumber.Request(customer, NumberPurpose.Identify, by), Cancel));

    public static Task<Result<Done>> Merges(this Town town, Actor by, CustomerId twin, CustomerId into) =>
        town.Use<MergeCustomers, Result<Done>>(merge => merge.Handle(new MergeCustomers.Request(RequestKey.None, twin, into, by), Cancel));

    /// <summary>What is written of somebody for the privacy officer.</summary>
    public static async Task<IReadOnlyList<IJournalEvent>> Written(this Town town, CustomerId customer) =>
        [.. (await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(reader => reader.Timeline(customer.Value, Audience.Audit, 100, null, Cancel))).Select(line => line.Happened).OfType<IJournalEvent>()];

    /// <summary>Counts in the database.</summary>
    public static async Task<long> Counts(this Town town, string sql)
    {
        await using var db = town.Open();
        return await db.Database.GetDbConnection().ExecuteScalarAsync<long>(sql);
    }

    private static async Task<CaseTypeSetUp> Draft(Town town) => (await town.Use<CaseTypeForms, CaseTypeSetUp?>(forms => forms.Type(General, Actor.System, Cancel)))!;
}
