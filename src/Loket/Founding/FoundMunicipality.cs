using System.Globalization;
using Loket.Cases.Routing;
using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Accounts;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Organisation.SetUp;

namespace Loket.Founding;

/// <summary>Makes an empty municipality into one that can take contacts in: its name and working time, the kinds of case that it can't do without, and a first administrator.</summary>
/// <remarks>The start code comes last, and only with it can anybody sign in. So a founding that was broken off is done again from its beginning, and one that was finished is refused.</remarks>
internal sealed class FoundMunicipality(SetUpOrganisation organisation, SetUpCases cases, GiveStartCode startCode)
{
    // Complaints about staff are for few eyes; who they are is for the municipality to say.
    private const string ComplaintTeam = "klachtbehandeling";
    private const string ComplaintGroup = "klachten";

    /// <summary>Founds it.</summary>
    /// <returns>The start code of the administrator.</returns>
    public async Task<Result<string>> Handle(FoundingFile file, CancellationToken cancel)
    {
        if (await organisation.IsInUse(cancel)) return OrganisationFailures.Founded;
        var made = await organisation.Handle(Plan(file), cancel);
        if (!made.Succeeded) return made.Failure;
        var complaints = new RuleDetails(new Target(made.Value.Teams[ComplaintTeam], null, null), CaseType: StandardTypes.ComplaintKey);
        var types = await cases.Handle(new SetUpCases.Request([StandardTypes.General, .. StandardTypes.FormalPapers(ComplaintGroup)], [], [complaints], Actor.System), cancel);
        if (!types.Succeeded) return types.Failure;
        return await startCode.Handle(new GiveStartCode.Request(made.Value.Staff[file.Administrator.SignInName], Actor.System), cancel);
    }

    private static OrganisationPlan Plan(FoundingFile file) => new(
        new Profile(file.Name, file.ReferencePrefix, file.Phone, file.Language, file.BaseAddress, file.Email),
        file.Hours is { } hours ? new CalendarDetails(string.Join('\n', hours.OrderBy(day => day.Key).Select(day => string.Create(CultureInfo.InvariantCulture, $"{(int)day.Key} {day.Value}")))) : null,
        [new PlannedTeam(ComplaintTeam, "Klachtbehandeling", Groups: [ComplaintGroup])],
        [new PlannedStaff(file.Administrator.SignInName, file.Administrator.Name, [Role.SystemAdministrator, Role.FunctionalAdministrator], Email: file.Administrator.Email)]);
}
