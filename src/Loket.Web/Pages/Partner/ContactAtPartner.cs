using Loket.Cases.Handovers;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Intake.Residents;
using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Organisation;
using Loket.Places;

namespace Loket.Web.Pages.Partner;

/// <summary>Puts a contact that reached a partner in the central register (row A1), so that the resident need not call again.</summary>
public sealed class ContactAtPartner(ReadPlace places, ProposeCategory propose, RegisterContact register)
{
    private const int LongestLine = 200;

    /// <summary>Registers it: on this case, or as a matter of its own, read and placed like one from the website.</summary>
    public async Task<Result<ContactReceipt>> Register(RequestKey key, HandoverForPartner view, ContactForm form, CancellationToken cancel)
    {
        var same = form.About == "this";
        if (!same && form.About != "else") return OrganisationFailures.Required.At(nameof(form.About));
        var (subject, where) = (CleanText.Line(form.Subject, LongestLine), CleanText.Line(form.Where, LongestLine));
        var who = new CustomerTyped(form.Name, form.Phone, form.Email).Read();
        if ((subject.Failure?.At(nameof(form.Subject)) ?? where.Failure?.At(nameof(form.Where)) ?? who.Failure) is { } failure) return failure;
        if (subject.Value.Length == 0) return ContactFailures.SubjectMissing;

        var place = same ? view.PlaceForOthers : await places.Handle(new PlaceTyped(where.Value, Subject: subject.Value), cancel);
        if (!place.Succeeded) return place.Failure.At(nameof(form.Where));
        // Nobody chooses the subject of what is about something else: the program proposes one, and an object that is known already joins by itself.
        var category = same ? null : (await propose.Handle(subject.Value, place.Value, cancel))?.Key;
        var matter = new NewMatter(subject.Value, Category: category, Place: place.Value);
        var contact = new NewContact(Channel.Partner, null, who.Value, null, [matter], view.Partner.Id);
        MatterEnding ending = same ? new MatterEnding.Join(view.Handover.Case) : new MatterEnding.ByItself();
        return await register.Handle(new RegisterContact.Request(key, contact, [ending], view.Reader), cancel);
    }
}
