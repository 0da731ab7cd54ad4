using System.Text.Json;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Accounts;

/// <summary>Keeps a form that was posted after its session had ended, so that nothing typed is lost.</summary>
/// <remarks>Only for a browser that carries a session of ours, ended not long ago: strangers cannot fill the table.</remarks>
public sealed class KeepForm(UnitOfWork work, TimeProvider machine)
{
    /// <summary>Largest form that is kept, in characters of names and values together.</summary>
    public const int Largest = 256 * 1024;

    private const int MostPerPerson = 10;
    private static readonly Duration Kept = Duration.FromDays(1);

    /// <summary>What is asked.</summary>
    /// <param name="Session">The token of the session that has ended.</param>
    /// <param name="Path">The page to which the form was posted.</param>
    /// <param name="Fields">What was typed; no files.</param>
    public sealed record Request(string? Session, string Path, IReadOnlyDictionary<string, string[]> Fields);

    /// <summary>Keeps it; gives the secret with which it is asked back.</summary>
    public Task<Result<string>> Handle(Request request, CancellationToken cancel) =>
        work.Run<string>(async current =>
        {
            if (request.Path.Length > 2000 || request.Fields.Sum(field => field.Key.Length + field.Value.Sum(value => value.Length)) > Largest) return AccountFailures.FormTooLarge;
            var session = Token.HashOf(request.Session);
            var ended = session is null ? null : await current.Db.Sessions.SingleOrDefaultAsync(one => one.Hash == session && one.Stage == SessionStage.SignedIn, cancel);
            if (ended is null) return OrganisationFailures.NotFound;

            var theirs = await current.Db.KeptForms.Where(form => form.StaffId == ended.StaffId).OrderByDescending(form => form.Until)
                .Select(form => form.Hash).ToListAsync(cancel);
            var old = theirs.Skip(MostPerPerson - 1).ToList();
            if (old.Count > 0) await current.Db.KeptForms.Where(form => old.Contains(form.Hash)).ExecuteDeleteAsync(cancel);

            var token = Token.Draw();
            current.Db.Add(new KeptForm
            {
                Hash = token.Hash,
                StaffId = ended.StaffId,
                Path = request.Path,
                Body = current.Tenant.Keys.Seal(Purpose(token.Hash), JsonSerializer.SerializeToUtf8Bytes(request.Fields, Json.Options)),
                Until = machine.Instant() + Kept,
            });
            return token.Text;
        }, cancel);

    internal static string Purpose(byte[] hash) => "kept-form:" + Convert.ToHexString(hash);
}
