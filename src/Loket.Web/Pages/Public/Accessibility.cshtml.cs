using Loket.Web.Rights;

namespace Loket.Web.Pages.Public;

/// <summary>How accessible this site is, and whom to tell when something does not work.</summary>
[Open]
public sealed class AccessibilityModel : PublicPage;
