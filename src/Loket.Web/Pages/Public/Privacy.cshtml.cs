using Loket.Web.Rights;

namespace Loket.Web.Pages.Public;

/// <summary>What is kept of residents, how long, and who sees it.</summary>
[Open]
public sealed class PrivacyModel : PublicPage;
