using System.Security.Cryptography;
using Loket.Storage.Tenancy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Web.Security;

/// <summary>Seals what the framework sends along with pages (form tokens, short notices) under keys derived from the tenant's own secret.</summary>
/// <remarks>So no key files have to be shared between nodes, kept or backed up, and what one municipality sealed means nothing at another.</remarks>
internal sealed class TenantDataProtection(IHttpContextAccessor accessor) : IDataProtectionProvider
{
    public IDataProtector CreateProtector(string purpose) => new Protector(accessor, "data-protection/" + purpose);

    private sealed class Protector(IHttpContextAccessor accessor, string purpose) : IDataProtector
    {
        private TenantKeys Keys => accessor.HttpContext?.RequestServices.GetRequiredService<TenantContext>().Tenant.Keys
            ?? throw new InvalidOperationException("Nothing is sealed outside a request.");

        public IDataProtector CreateProtector(string next) => new Protector(accessor, purpose + "/" + next);

        public byte[] Protect(byte[] plaintext) => Keys.Seal(purpose, plaintext);

        public byte[] Unprotect(byte[] protectedData) =>
            Keys.Open(purpose, protectedData) ?? throw new CryptographicException("This was not sealed here, or was changed.");
    }
}
