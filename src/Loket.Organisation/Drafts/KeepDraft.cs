using System.Text.Json;
using Loket.Kernel;
using Loket.Organisation.Accounts;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Drafts;

/// <summary>The form in which something is written, as one window shows it.</summary>
/// <param name="Key">The key with which it will be sent.</param>
/// <param name="Seen">The stamp of the draft that this window has; null for none.</param>
public sealed record DraftForm(RequestKey Key, Guid? Seen);

/// <summary>A draft as it stands.</summary>
/// <param name="Stamp">Its stamp; null where there was nothing in it, so that none stands.</param>
/// <param name="At">When it was kept.</param>
public sealed record KeptDraft(Guid? Stamp, Instant At);

/// <summary>Keeps what somebody is writing, so that it survives the browser, the session and the program.</summary>
/// <remarks>However much somebody has in hand, none makes room for another: each stands until it is sent, thrown away or past its term.
/// Nobody is asked whether the writer may know of what it is about: what was typed is theirs, and whoever shows it asks that.</remarks>
public sealed class KeepDraft(UnitOfWork work)
{
    internal const int LongestPath = 2000;

    /// <summary>What is asked.</summary>
    /// <param name="About">What it is about.</param>
    /// <param name="Path">The page on which it is gone on with.</param>
    /// <param name="Form">The form in which it was written.</param>
    /// <param name="Fields">What was typed; no files.</param>
    /// <param name="By">Who writes.</param>
    /// <param name="ByItself">Whether it was kept while typing: then what was kept later from another window stays. Whoever presses a button means it.</param>
    public sealed record Request(DraftSubject About, string Path, DraftForm Form, IReadOnlyDictionary<string, string[]> Fields, Actor By, bool ByItself);

    /// <summary>Keeps it; a form in which nothing stands any more leaves no draft.</summary>
    public Task<Result<KeptDraft>> Handle(Request request, CancellationToken cancel) =>
        work.Run<KeptDraft>(async current =>
        {
            if (request.By.Staff is not { } writer || request.Form.Key.IsNone) return OrganisationFailures.Forbidden;
            if (request.Path.Length > LongestPath || request.Fields.Sum(field => field.Key.Length + field.Value.Sum(value => value.Length)) > KeepForm.Largest) return DraftFailures.TooLarge;
            var key = request.Form.Key.Key;
            var sent = CarriedOut.Keys(current.Db, request.Form.Key.Scope);
            if (await sent.AnyAsync(one => one == key, cancel)) return DraftFailures.Sent;
            var (place, thing, form) = (request.About.Place, request.About.Thing, request.About.Form);
            var standing = await current.Db.Drafts.SingleOrDefaultAsync(one => one.StaffId == writer && one.Place == place && one.Thing == thing && one.Form == form, cancel);
            if (request.ByItself && standing is { FormKey: var last } && standing.Stamp != request.Form.Seen && last != key
                // What was carried out is no draft any more, also where it could not be removed: the next goes in its place.
                && !await sent.AnyAsync(one => one == last, cancel)) return DraftFailures.NewerStands;
            if (!request.Fields.Values.Any(values => values.Any(value => !string.IsNullOrWhiteSpace(value))))
            {
                if (standing is not null) current.Db.Remove(standing);
                return new KeptDraft(null, current.Now);
            }

            var (stamp, body) = (Guid.CreateVersion7(), current.Tenant.Keys.Seal(Purpose(writer, request.About), JsonSerializer.SerializeToUtf8Bytes(request.Fields, Json.Options)));
            if (standing is not null)
            {
                (standing.Path, standing.Body, standing.FormKey, standing.Stamp, standing.SavedAt) = (request.Path, body, key, stamp, current.Now);
            }
            else
            {
                current.Db.Add(new Draft
                {
                    StaffId = writer, Place = place, Thing = thing, Form = form, Path = request.Path, Body = body, FormKey = key, Stamp = stamp, SavedAt = current.Now,
                });
            }

            return new KeptDraft(stamp, current.Now);
        }, cancel);

    internal static string Purpose(StaffId writer, DraftSubject about) => $"draft:{writer.Value:N}:{about}";
}
