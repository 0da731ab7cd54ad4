using System.Text.Json;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Accounts;

/// <summary>Keeps a form that could not be taken, because its session had ended or its page had become too old, so that nothing typed is lost.</summary>
/// <remarks>Only for who a form of ours was made, or whose session the browser carries: strangers cannot fill the table.</remarks>
public sealed class KeepForm(UnitOfWork work, TimeProvider machine)
{
    /// <summary>Largest form that is kept, in characters of names and values together.</summary>
    public const int Largest = 256 * 1024;

    private const int MostPerPerson = 10;
    private static readonly Duration Kept = Duration.FromDays(1);

    /// <summary>What is asked.</summary>
    /// <param name="Session">The token of the session, which may have ended not long ago.</param>
    /// <param name="Path">The page to which the form was posted.</param>
    /// <param name="Fields">What was typed; no files.</param>
    /// <param name="Writer">For whom the form was made, where that is sure; goes before the session, which may be another's by now.</param>
    public sealed record Request(string? Session, string Path, IReadOnlyDictionary<string, string[]> Fields, StaffId? Writer = null);

    /// <summary>Keeps it; gives the secret with which it is asked back.</summary>
    public Task<Result<string>> Handle(Request request, CancellationToken cancel) =>
        work.Run<string>(async current =>
        {
            if (request.Path.Length > 2000 || request.Fields.Sum(field => field.Key.Length + field.Value.Sum(value => value.Length)) > Largest) return AccountFailures.FormTooLarge;
            if (await WriterOf(request, current.Db, cancel) is not { } writer) return OrganisationFailures.NotFound;

            var theirs = await current.Db.KeptForms.Where(form => form.StaffId == writer).OrderByDescending(form => form.Until)
                .Select(form => form.Hash).ToListAsync(cancel);
            var old = theirs.Skip(MostPerPerson - 1).ToList();
            if (old.Count > 0) await current.Db.KeptForms.Where(form => old.Contains(form.Hash)).ExecuteDeleteAsync(cancel);

            var token = Token.Draw();
            current.Db.Add(new KeptForm
            {
                Hash = token.Hash,
                StaffId = writer,
                Path = request.Path,
                Body = current.Tenant.Keys.Seal(Purpose(token.Hash), JsonSerializer.SerializeToUtf8Bytes(request.Fields, Json.Options)),
                Until = machine.Instant() + Kept,
            });
            return token.Text;
        }, cancel);

    private static async Task<StaffId?> WriterOf(Request request, LoketDb db, CancellationToken cancel)
    {
        if (request.Writer is { } writer) return await db.Staff.AnyAsync(staff => staff.Id == writer && staff.ClosedAt == null, cancel) ? writer : null;
        var session = Token.HashOf(request.Session);
        return session is null ? null : await db.Sessions.Where(one => one.Hash == session && one.Stage == SessionStage.SignedIn)
            .Select(one => (StaffId?)one.StaffId).SingleOrDefaultAsync(cancel);
    }

    internal static string Purpose(byte[] hash) => "kept-form:" + Convert.ToHexString(hash);
}
