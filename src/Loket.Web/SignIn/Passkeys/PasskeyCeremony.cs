using System.Text.Json;
using Fido2NetLib;
using Fido2NetLib.Objects;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Passkeys;
using Loket.Storage.Tenancy;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Loket.Web.SignIn.Passkeys;

/// <summary>What a page asks a device.</summary>
/// <param name="Options">For the browser, as WebAuthn wants it.</param>
/// <param name="Ticket">The same, sealed, to come back with the answer.</param>
public sealed record PasskeyQuestion(string Options, string Ticket);

/// <summary>Asks devices for passkeys, and checks what they answer (WebAuthn Level 3, sections 7.1 and 7.2).</summary>
/// <remarks>A passkey is for one host name, the one at which it was made, and its answers for one question, once.</remarks>
public sealed class PasskeyCeremony(TenantContext context, PasskeyList passkeys, IMunicipalityFace face, TimeProvider machine, ILogger<PasskeyCeremony> logger)
{
    private const string ToSignIn = "passkey-get";
    private const string ToAdd = "passkey-create";
    private const int LongestAnswer = 16 * 1024;
    private const int LongestCredential = 1023;

    /// <summary>Asks whoever sits there for any passkey of this municipality.</summary>
    public PasskeyQuestion AskToSignIn(HttpContext http) => Question(
        ToSignIn, Checker(http).GetAssertionOptions(new GetAssertionOptionsParams { AllowedCredentials = [], UserVerification = UserVerificationRequirement.Required }).ToJson());

    /// <summary>Asks the reader's device to make one.</summary>
    /// <param name="http">The request.</param>
    /// <param name="signInName">What the device shows beside it.</param>
    /// <param name="name">The reader's name, for the same.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<PasskeyQuestion> AskToAdd(HttpContext http, string signInName, string name, CancellationToken cancel)
    {
        var known = await passkeys.OwnCredentials(http.Actor(), cancel);
        var options = Checker(http).RequestNewCredential(new RequestNewCredentialParams
        {
            User = new Fido2User { Id = http.Actor().Staff!.Value.Value.ToByteArray(), Name = signInName, DisplayName = name },
            ExcludeCredentials = [.. known.Select(one => new PublicKeyCredentialDescriptor(one))],
            // One that the device finds by itself, and that opens for its owner alone: nothing else is asked at signing in.
            AuthenticatorSelection = new AuthenticatorSelection { ResidentKey = ResidentKeyRequirement.Required, UserVerification = UserVerificationRequirement.Required },
            AttestationPreference = AttestationConveyancePreference.None,
            // Every device knows one of these.
            PubKeyCredParams = [PubKeyCredParam.ES256, PubKeyCredParam.RS256],
        });
        return Question(ToAdd, options.ToJson());
    }

    /// <summary>Which passkey answered; null when the answer proves nothing.</summary>
    public async Task<PasskeyAnswer?> Answered(HttpContext http, string? ticket, string? answer, CancellationToken cancel)
    {
        if (Asked(ToSignIn, ticket) is not { } options || Read<AuthenticatorAssertionRawResponse>(answer) is not { RawId: { Length: > 0 and <= LongestCredential } credential } given) return null;
        if (await passkeys.Find(credential, cancel) is not { } known) return null;
        var asked = AssertionOptions.FromJson(options);
        var result = await Checked(() => Checker(http).MakeAssertionAsync(
            new MakeAssertionParams
            {
                AssertionResponse = given,
                OriginalOptions = asked,
                StoredPublicKey = known.PublicKey,
                // Held against what is stored where it is used, in one transaction, which also tells the journal of a copy.
                StoredSignatureCounter = 0,
                IsUserHandleOwnerOfCredentialIdCallback = (owner, _) => Task.FromResult(new StaffId(new Guid(owner.UserHandle)) == known.Staff),
            },
            cancel));
        return result is null ? null : new PasskeyAnswer(known.Id, result.SignCount, WebEncoders.Base64UrlEncode(asked.Challenge));
    }

    /// <summary>The passkey that the reader's device made; null when the answer proves nothing.</summary>
    public async Task<NewPasskey?> Made(HttpContext http, string? ticket, string? answer, CancellationToken cancel)
    {
        if (Asked(ToAdd, ticket) is not { } options || Read<AuthenticatorAttestationRawResponse>(answer) is not { } given) return null;
        var asked = CredentialCreateOptions.FromJson(options);
        // The question was put to the reader, and to nobody else.
        if (new StaffId(new Guid(asked.User.Id)) != http.Actor().Staff) return null;
        var made = await Checked(() => Checker(http).MakeNewCredentialAsync(
            new MakeNewCredentialParams
            {
                AttestationResponse = given,
                OriginalOptions = asked,
                // Looked at where it is added, in one transaction.
                IsCredentialIdUniqueToUserCallback = (_, _) => Task.FromResult(true),
            },
            cancel));
        return made is null || made.Id.Length > LongestCredential ? null : new NewPasskey(made.Id, made.PublicKey, made.SignCount, WebEncoders.Base64UrlEncode(asked.Challenge));
    }

    private static T? Read<T>(string? answer) where T : class
    {
        if (answer is not { Length: > 0 and <= LongestAnswer }) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(answer);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Whatever a stranger sends, the library says no to it, in as many ways as there are exceptions.
    private async Task<T?> Checked<T>(Func<Task<T>> check) where T : class
    {
        try
        {
            return await check();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogWarning(exception, "An answer of a passkey was refused.");
            return null;
        }
    }

    private PasskeyQuestion Question(string purpose, string options) => new(options, new PasskeyTicket(options, machine.Instant()).Sealed(context.Tenant.Keys, purpose));

    private string? Asked(string purpose, string? ticket) => PasskeyTicket.Opened(context.Tenant.Keys, purpose, ticket, machine.Instant());

    private Fido2 Checker(HttpContext http) => new(new Fido2Configuration
    {
        RPID = http.Request.Host.Host,
        RPName = face.Name,
        Origins = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { $"{http.Request.Scheme}://{http.Request.Host.ToUriComponent()}" },
    });
}
