using System.Text;
using Loket.Demo.Town;
using Loket.Demo.Town.Loading;
using Loket.Organisation.Accounts;
using NodaTime;

namespace Loket.Demo.Commands;

/// <summary>With what the known faces of the demo sign in.</summary>
internal static class SignIns
{
    /// <summary>A line for each: what they do, who they are, under which name they sign in, and the code of this moment.</summary>
    public static string Table(Instant now)
    {
        var table = new StringBuilder();
        Line(table, "Role", "Name", "Sign-in name", "Code");
        foreach (var person in People()) Line(table, person.JobTitle.English, person.Name.Full, person.SignIn, Code(person, now));
        return table.ToString().TrimEnd();
    }

    /// <summary>Whether somebody of the demo signs in under this name.</summary>
    public static bool Knows(string signIn) => Everybody().Exists(person => person.SignIn == signIn);

    private static IEnumerable<StaffMember> People()
    {
        var staff = Everybody();
        return KnownFaces.All.Where(face => face.Role is not StaffRole.Partner)
            .Select(face => staff.First(person => person.WorksFor == face.WorksFor && person.Name == face.Name))
            .Append(staff.First(person => person.SignIn == KnownFaces.SignInOf(StaffRole.Alderman)));
    }

    // People of partners have no account: they act through the links in their messages.
    private static List<StaffMember> Everybody() => [.. StaffList.Invent(TownFounder.Seed).Where(person => person.Role is not StaffRole.Partner)];

    private static string Code(StaffMember person, Instant now) => OneTimeCodes.Code(OrganisationOfTown.CodeKeyOf(person.SignIn), OneTimeCodes.StepAt(now));

    private static void Line(StringBuilder table, string role, string name, string signIn, string code) =>
        table.Append("  ").Append(role.PadRight(28)).Append(name.PadRight(24)).Append(signIn.PadRight(26)).AppendLine(code);
}
