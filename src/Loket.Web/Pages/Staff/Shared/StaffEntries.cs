using System.Security.Claims;
using Loket.Organisation.Rights;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Http;

namespace Loket.Web.Pages.Staff;

/// <summary>Intake, work, messages and requests about own data in the side bar, for who may open them.</summary>
internal sealed class StaffEntries(IHttpContextAccessor accessor) : IStaffNavigation
{
    public IEnumerable<StaffEntry> Entries(ClaimsPrincipal reader)
    {
        var actor = accessor.HttpContext!.Actor();
        if (actor.May(Right.RegisterContacts)) yield return new StaffEntry("Intake", Links.Intake, "plus", 10);
        if (Messages.MessageLists.For(actor).Count > 0) yield return new StaffEntry("Messages", Links.Messages, "letter", 35);
        if (actor.May(Right.RegisterContacts) && actor.May(Right.SeePersonalData)) yield return new StaffEntry("Callbacks", Links.Callbacks, "phone", 30);
        else if (actor.May(Right.SeeFigures)) yield return new StaffEntry("Callbacks", Links.Callbacks + "/cijfers", "phone", 30);
        if (actor.May(Right.SeeCases)) yield return new StaffEntry("Work", Links.Work, "work", 20);
        if (actor.May(Right.AnswerPrivacyRequests)) yield return new StaffEntry("Privacy", Links.Access, "lock", 86);
    }

    public string? Find(ClaimsPrincipal reader)
    {
        var actor = accessor.HttpContext!.Actor();
        return actor.May(Right.RegisterContacts) && actor.May(Right.SeePersonalData) ? Links.Find : null;
    }
}
