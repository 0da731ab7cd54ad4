using Loket.Demo.Town;
using PhoneNumbers;
using Xunit;

namespace Loket.Unit.Demo;

public sealed class PeopleTests
{
    private static readonly IReadOnlyList<StaffMember> Staff = StaffList.Invent(seed: 1);
    private static readonly PhoneNumberUtil Phones = PhoneNumberUtil.GetInstance();

    [Fact]
    public void Every_role_has_somebody_who_can_sign_in()
    {
        Assert.All(Enum.GetValues<StaffRole>(), role =>
        {
            var face = Staff.Single(member => member.SignIn == KnownFaces.SignInOf(role));
            Assert.Equal(role, face.Role);
        });
        Assert.Equal(Staff.Count, Staff.Select(member => member.SignIn).Distinct().Count());
        Assert.All(Staff, member => Assert.Matches("^[a-z]+[0-9a-z.]*$", member.SignIn));
    }

    [Fact]
    public void Every_team_and_partner_has_its_people_and_each_a_deputy_beside_him()
    {
        Assert.All(Team.All, team =>
        {
            var members = Staff.Where(member => member.WorksFor == team.Key).ToList();
            Assert.Equal(team.Size, members.Count);
            Assert.InRange(members.Count, 2, 25);
            Assert.Contains(members, member => member.Role is StaffRole.TeamLead or StaffRole.AreaManager or StaffRole.Manager);
        });
        Assert.All(Partners.All, partner => Assert.InRange(Staff.Count(member => member.WorksFor == partner.Key), 2, 25));
        Assert.All(Staff, member => Assert.Contains(Staff, other => other.SignIn == member.Deputy && other != member && other.WorksFor == member.WorksFor));
    }

    [Fact]
    public void The_desks_and_the_partners_that_the_town_really_has_are_there()
    {
        Assert.Equal(["badhoevedorp", "hoofddorp", "nieuw-vennep", "zwanenburg"], Desk.All.Select(desk => desk.Village).Order(StringComparer.Ordinal));
        string[] asked =
        [
            PartnerKeys.GridOperator, PartnerKeys.StreetLightContractor, PartnerKeys.HousingCorporation, PartnerKeys.WaterBoard, PartnerKeys.VillageCouncil("badhoevedorp"),
            PartnerKeys.YouthHelp, PartnerKeys.SocialCounsellors,
        ];
        Assert.Empty(asked.Except(Partners.All.Select(partner => partner.Key), StringComparer.Ordinal));
    }

    [Fact]
    public void Every_desk_has_a_host_and_somebody_from_the_village_and_a_street_that_exists()
    {
        var streets = StreetPlan.Build(seed: 1).Streets;
        Assert.All(Desk.All, desk =>
        {
            Assert.Contains(Staff, member => member.WorksFor == desk.Team && member.Role is StaffRole.DeskHost);
            Assert.Contains(Staff, member => member.WorksFor == desk.Team && member.Role is StaffRole.CoHost);
            Assert.Contains(streets, street => street.Name == desk.Street && street.Village == desk.Village);
            Assert.Equal(5 + desk.Evenings.Count, desk.Hours.Count());
        });
    }

    [Fact]
    public void Nobody_can_be_reached_outside_the_demo()
    {
        Assert.All(Staff, member => Assert.EndsWith(".example", member.Email));
        Assert.All(Staff, member => Assert.Equal(member.Email, member.Email.ToLowerInvariant()));
        Assert.All(Partners.All, partner => Assert.EndsWith(".example", partner.Email));
        Assert.All(Team.All, team => Assert.EndsWith(".example", team.Email));
        Assert.All(Staff, member => Assert.True(Phones.IsValidNumber(Phones.Parse(member.Phone, "NL")), member.Phone));
    }

    [Fact]
    public void Some_are_present_some_meet_some_are_away_and_six_take_turns_at_night()
    {
        Assert.All(Enum.GetValues<Presence>(), presence => Assert.Contains(Staff, member => member.Presence == presence));
        Assert.Equal(6, Staff.Count(member => member.IsOnCall));
        // Who is called at night gets a text message.
        Assert.All(Staff, member => Assert.Equal(member.IsOnCall, member.Phone.StartsWith("06", StringComparison.Ordinal)));
        Assert.All(Staff, member => Assert.InRange(member.Timetable.Count, 4, 6));
    }

    [Fact]
    public void Partners_get_the_least_that_they_need()
    {
        Assert.Equal(PersonalDataShared.None, Partners.Find(PartnerKeys.GridOperator)!.Goes);
        Assert.Equal(PersonalDataShared.None, Partners.Find(PartnerKeys.StreetLightContractor)!.Goes);
        Assert.Equal(PersonalDataShared.Contact, Partners.Find(PartnerKeys.HousingCorporation)!.Goes);
        Assert.NotNull(Partners.Find(PartnerKeys.VillageCouncil("badhoevedorp")));
    }

    [Fact]
    public void The_same_seed_gives_the_same_people_and_another_seed_others()
    {
        Assert.Equal(Staff.Select(member => (member.SignIn, member.Phone, member.Presence)), StaffList.Invent(seed: 1).Select(member => (member.SignIn, member.Phone, member.Presence)));
        Assert.NotEqual(Staff.Select(member => member.SignIn), StaffList.Invent(seed: 2).Select(member => member.SignIn));
    }
}
