using Loket.Kernel.Calendars;

namespace Loket.Demo.Town;

/// <summary>Civil affairs at the village desk.</summary>
internal static class RegistryCategories
{
    public static IReadOnlyList<Category> All { get; } =
    [
        new("passport", MainGroup.Registry,
            new("Paspoort of identiteitskaart", "Passport or identity card"),
            new("Een vraag over aanvragen, ophalen, verlies of spoed van een paspoort of identiteitskaart.", "A question about applying for, collecting, losing or rushing a passport or identity card."),
            Norm.WorkingDays(1), TeamKeys.CivilAffairs, Portfolio.Services, Confidentiality.Normal),
        new("driving-licence", MainGroup.Registry,
            new("Rijbewijs", "Driving licence"),
            new("Een vraag over aanvragen, verlengen, ophalen of verlies van een rijbewijs.", "A question about applying for, renewing, collecting or losing a driving licence."),
            Norm.WorkingDays(1), TeamKeys.CivilAffairs, Portfolio.Services, Confidentiality.Normal),
        new("moving", MainGroup.Registry,
            new("Verhuizing doorgeven", "Moving house"),
            new("Een vraag over het doorgeven of terugdraaien van een verhuizing.", "A question about reporting or undoing a move."),
            Norm.WorkingDays(2), TeamKeys.CivilAffairs, Portfolio.Services, Confidentiality.Normal),
        new("certificate", MainGroup.Registry,
            new("Uittreksel, akte of VOG", "Extract, certificate or certificate of conduct"),
            new("Een vraag over een uittreksel, een akte of een verklaring omtrent het gedrag.", "A question about an extract, a certificate or a certificate of conduct."),
            Norm.WorkingDays(5), TeamKeys.CivilAffairs, Portfolio.Services, Confidentiality.Normal),
        new("birth-or-death", MainGroup.Registry,
            new("Geboorte of overlijden", "Birth or death"),
            new("Een vraag over het aangeven van een geboorte of een overlijden.", "A question about registering a birth or a death."),
            Norm.WorkingDays(1), TeamKeys.CivilAffairs, Portfolio.Services, Confidentiality.Normal),
        new("from-abroad", MainGroup.Registry,
            new("Komen wonen uit het buitenland", "Coming to live from abroad"),
            new("Een vraag over inschrijven, een burgerservicenummer of Nederlander worden.", "A question about registering, a citizen service number or naturalisation."),
            Norm.WorkingDays(5), TeamKeys.CivilAffairs, Portfolio.Services, Confidentiality.Normal),
        new("permit", MainGroup.Registry,
            new("Vergunning", "Permit"),
            new("Een vraag over nodig hebben, aanvragen of de stand van een vergunning.", "A question about needing, applying for or the state of a permit."),
            Norm.WorkingDays(5), TeamKeys.Permits, Portfolio.Housing, Confidentiality.Normal),
        new("local-tax", MainGroup.Registry,
            new("Belasting en kwijtschelding", "Local tax and remission"),
            new("Een vraag over de aanslag, de WOZ-waarde, afvalstoffenheffing of kwijtschelding.", "A question about the assessment, the property value, the waste levy or remission."),
            Norm.WorkingDays(5), PartnerKeys.TaxOffice, Portfolio.Finance, Confidentiality.Normal),
        new("desk-hours", MainGroup.Registry,
            new("Openingstijden en afspraak", "Opening hours and appointment"),
            new("Een vraag over openingstijden, een afspraak maken of een afspraak verzetten.", "A question about opening hours, making or moving an appointment."),
            Norm.WorkingDays(1), TeamKeys.ContactCentre, Portfolio.Services, Confidentiality.Normal),
    ];
}
