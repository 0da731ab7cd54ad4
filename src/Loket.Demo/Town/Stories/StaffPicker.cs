namespace Loket.Demo.Town;

/// <summary>Who takes a contact, and who is on call.</summary>
internal sealed class StaffPicker
{
    private readonly IReadOnlyList<string> _agents;
    private readonly IReadOnlyList<string> _onCall;
    private readonly Dictionary<string, IReadOnlyList<string>> _hosts;
    private readonly Dictionary<string, Desk> _deskOfVillage;

    public StaffPicker(IReadOnlyList<StaffMember> staff)
    {
        _agents = [.. staff.Where(member => member.Role is StaffRole.Agent).Select(member => member.SignIn)];
        _onCall = [.. staff.Where(member => member.IsOnCall).Select(member => member.SignIn)];
        _hosts = Desk.All.ToDictionary(desk => desk.Key, desk => (IReadOnlyList<string>)[.. staff.Where(member => member.WorksFor == desk.Team && member.Role is StaffRole.DeskHost).Select(member => member.SignIn)]);
        _deskOfVillage = Areas.Villages.ToDictionary(village => village.Key, village => Desk.All.MinBy(desk => desk.Place.MetresTo(village.Middle))!);
    }

    public string OnCall(int turn) => _onCall[turn % _onCall.Count];

    /// <summary>The employee and, at a desk, the desk: mostly the nearest, now and then the town hall.</summary>
    public (string? TakenBy, string? Desk) For(Channel channel, string village, Dice dice)
    {
        switch (channel)
        {
            case Channel.Desk:
                var desk = dice.Percent(85) ? _deskOfVillage[village] : Desk.All[0];
                return (dice.Pick(_hosts[desk.Key]), desk.Key);
            case Channel.Phone or Channel.Letter:
                return (dice.Pick(_agents), null);
            default:
                return (null, null);
        }
    }
}
