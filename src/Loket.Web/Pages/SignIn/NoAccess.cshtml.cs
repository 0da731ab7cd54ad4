using Loket.Web.Rights;

namespace Loket.Web.Pages.SignIn;

/// <summary>Somebody has an account at the municipality's provider, and no role here.</summary>
[Open]
public sealed class NoAccessModel : PublicPage;
