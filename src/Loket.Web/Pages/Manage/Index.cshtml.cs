using Loket.Organisation.Rights;
using Loket.Web.Rights;

namespace Loket.Web.Pages.Manage;

/// <summary>Everything that the reader may manage.</summary>
[Right(Right.Configure, Right.ManageAccounts, Right.LeadTeam, Right.KeepRecords)]
public sealed class IndexModel : StaffPage
{
    /// <summary>What there is for this reader.</summary>
    public IReadOnlyList<ManageTask> Tasks => ManageTasks.For(Actor);
}
