using Loket.Browser.Windows;
using Loket.Organisation.Rights;
using Loket.Testing;

namespace Loket.Browser.Pages;

/// <summary>A page in one of the states in which people meet it.</summary>
/// <param name="Page">The page, as the program names it: its path below Pages.</param>
/// <param name="State">The state in words.</param>
/// <param name="Show">Brings a window to it.</param>
internal sealed record PageState(string Page, string State, Func<Scene, Task<Window>> Show)
{
    /// <summary>The page that tells of what is not there, not allowed or broken.</summary>
    public const string Problem = "/Problem/Index";

    /// <summary>The page that is shown then, where it is another on purpose. What is not there or not allowed is told by the page for that.</summary>
    public string LandsOn { get; init; } =
        State.StartsWith("not found", StringComparison.Ordinal) || State.StartsWith("forbidden", StringComparison.Ordinal) ? Problem : Page;
}

/// <summary>What a state is made with.</summary>
/// <param name="Town">A town of its own.</param>
/// <param name="Window">Opens a window: of a resident or partner without roles, else of somebody who has signed in.</param>
internal sealed record Scene(Town Town, Func<IReadOnlyList<Role>, Task<Window>> Window)
{
    /// <summary>A page as somebody opens it.</summary>
    public async Task<Window> At(string path, params IReadOnlyList<Role> roles)
    {
        var window = await Window(roles);
        await window.Open(path);
        return window;
    }

    /// <summary>A page that answers with a status of its own.</summary>
    public async Task<Window> Refused(int status, string path, params IReadOnlyList<Role> roles)
    {
        var window = await Window(roles);
        window.Expect(status);
        await window.Open(path);
        return window;
    }

    /// <summary>A case that waits for nothing, with a street lamp's partner; gives what is known of it.</summary>
    public Task<PartnerJob> Job(string subject = "lamp 118-042 brandt niet") => PartnerJob.In(Town, subject);

    /// <summary>The table of all states.</summary>
    public static IReadOnlyList<PageState> All { get; } = [.. PublicStates.All, .. ProblemStates.All, .. PartnerStates.All, .. SignInStates.All, .. StaffStates.All, .. CaseStates.All, .. DraftStates.All, .. CallbackStates.All, .. CustomerStates.All, .. ModuleStates.All, .. ManageStates.All];
}
