using Loket.Organisation.Rights;
using Microsoft.AspNetCore.Http;

namespace Loket.Web.Rights;

/// <summary>The reader of this request.</summary>
public static class CurrentActor
{
    extension(HttpContext context)
    {
        /// <summary>Who is reading; a resident who has not said who they are as long as nobody signed in.</summary>
        public Actor Actor() => context.Features.Get<SignedIn>()?.Actor ?? Loket.Organisation.Rights.Actor.Resident;

        /// <summary>Whether the reader wants shortcuts of a single key.</summary>
        public bool UsesSingleKeys() => context.Features.Get<SignedIn>() is { WithoutKeys: false };

        /// <summary>Says who is reading; only the ways of authentication do so.</summary>
        internal void IsReadBy(SignedIn reader) => context.Features.Set(reader);
    }
}
