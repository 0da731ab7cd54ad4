using System.Globalization;
using Loket.Cases;
using Loket.Cases.Danger;
using Loket.Cases.Handovers;
using Loket.Organisation;
using Loket.Storage.Journal;
using Loket.Web.Components;
using Loket.Web.Drafts;

namespace Loket.Web.Pages.Staff.Cases;

/// <summary>What is shown when a change crossed somebody else's.</summary>
public sealed partial class CaseModel
{
    private Crossing Cross(IEnumerable<TimelineLine> lines)
    {
        var theirs = lines.Where(line => line.At >= Before.At && line.By != Actor.Who).ToList();
        var fields = PostedDraft.FieldsOf(Request.Form).SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value)));
        return new Crossing(
            Stuck!, State, new TimelineWords(Names, Zone, SeesPeople, numbers).Of(theirs), Compared(SeesPeople ? theirs : []), Request.PathBase.Add(Request.Path).ToUriComponent() + Request.QueryString,
            [KeyValuePair.Create(nameof(Id), View.Id.Value.ToString()), KeyValuePair.Create(nameof(Seen), Stamp), .. fields], Url.Content(Links.Case(View.Reference)));
    }

    // Each thing that was filled in with the action, beside what stands there now.
    private IReadOnlyList<CrossedPart> Compared(IEnumerable<TimelineLine> theirs)
    {
        var form = Stuck switch
        {
            nameof(Note) => Note, nameof(Ask) => Ask, nameof(Tell) => Tell, nameof(Assign) => Assign, nameof(Classify) => Classify, nameof(Progress) => Progress, nameof(HandOver) => HandOver,
            nameof(Back) => Back, nameof(Pause) => Pause, nameof(Extend) => Extend, nameof(Close) => Close, nameof(Reopen) => Reopen, nameof(Move) => Move, nameof(Mark) => Mark,
            nameof(Warn) => Warn, nameof(Lift) => Lift, nameof(Merge) => Merge, nameof(Split) => Split, nameof(Give) => Give,
            _ => new CaseForm(),
        };
        var wrote = theirs.Select(line => WrittenBy(Stuck, line.Happened)).FirstOrDefault(text => text is not null);
        var culture = CultureInfo.CurrentUICulture;
        (string Label, string? Theirs, string? Yours)[] parts =
        [
            ("Text", wrote, form.Text), ("Question", wrote, form.Question), ("Reason", wrote, form.Reason), ("Explanation", wrote, form.Explanation), ("Amount", null, form.Amount),
            ("Until", View.SuspendedUntil is { } stands ? DateWords.Long(Day(stands), culture) : null, form.Until.Date is { } until ? DateWords.Long(until, culture) : null),
            ("Team", Names.Team(View.Team), form.Team is { } team ? Names.Team(new TeamId(team)) : null),
            ("Handler", Names.Person(View.Handler), form.Handler is { } person ? Colleagues.FirstOrDefault(one => one.Value == person.ToString())?.Text : null),
            ("Partner", Names.Partner(View.Partner), form.Partner is { } partner ? Names.Partner(new PartnerId(partner)) : null),
            ("Category", Names.Category(View.Category), Names.Category(form.Category)),
            ("Status", View.OwnStatus is { } status ? NameBook.Of(status) : null, NextStatuses.FirstOrDefault(one => one.Value == form.Status)?.Text),
            ("Result", Results.FirstOrDefault(one => one.Value == View.Result)?.Text, Results.FirstOrDefault(one => one.Value == form.Result)?.Text),
            ("Solved", View.Solved is { } solved ? Words[solved ? "Solved" : "NotSolved"] : null,
                form.Solved is "yes" or "no" ? Words[form.Solved == "yes" ? "Solved" : "NotSolved"] : null),
            ("Reference", null, form.Reference), ("Subject", null, form.Subject), ("People", null, string.Join(", ", form.People)),
            ("Files", null, string.Join(", ", Files.Where(file => form.Files.Contains(file.Document.Id.Value.ToString(), StringComparer.Ordinal)).Select(file => file.Document.Name))),
            ("Paper", View.Paper is { } paper ? StaffWords.Here.Of(paper) : null, Papers.FirstOrDefault(one => one.Value == form.Paper)?.Text),
        ];
        return [.. parts.Where(part => !string.IsNullOrWhiteSpace(part.Yours)).Select(part => CrossedPart.Of(part.Label, part.Theirs, part.Yours!))];
    }

    // What somebody else wrote with the same action.
    private static string? WrittenBy(string? action, IJournalEvent? happened) => (action, happened) switch
    {
        (nameof(Ask), CaseAsked asked) => asked.Text,
        (nameof(Tell), HandoverAnswered answered) => answered.Text,
        (nameof(HandOver), HandoverOffered offered) => offered.Question,
        (nameof(Back), HandoverTakenBack back) => back.Reason,
        (nameof(Pause), CaseSuspended suspended) => suspended.Reason,
        (nameof(Extend), CaseExtended extended) => extended.Reason,
        (nameof(Close), CaseClosed closed) => closed.Explanation,
        (nameof(Reopen), CaseReopened reopened) => reopened.Reason,
        (nameof(Warn), DangerFound found) => found.Reason,
        (nameof(Lift), DangerLifted lifted) => lifted.Reason,
        _ => null,
    };
}
