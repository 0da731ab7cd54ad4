using Loket.Organisation.Partners;
using Loket.Web.Components;

namespace Loket.Web.Pages.Staff.Intake;

/// <summary>The organisations to which a matter can be forwarded, to choose from.</summary>
internal static class BodyChoices
{
    /// <summary>Those that can be reached, by name.</summary>
    public static async Task<IReadOnlyList<Choice>> Bodies(this PartnerDirectory partners, CancellationToken cancel) =>
        [.. (await partners.All(cancel)).Where(partner => partner.IsReachable).Select(partner => new Choice(partner.Key, partner.Name))];
}
