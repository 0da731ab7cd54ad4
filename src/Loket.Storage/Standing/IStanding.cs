namespace Loket.Storage.Standing;

/// <summary>Something that is set up once and read all the time: a type, a subject, a rule, a team. The database notes each change (a trigger), so that
/// what was kept in memory of any of it is read anew, by every process.</summary>
public interface IStanding;
