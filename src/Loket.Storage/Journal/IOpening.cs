namespace Loket.Storage.Journal;

/// <summary>A look for which somebody opened one thing by itself. What a colleague opens is counted for <see cref="OpenedThings.Days"/> days, so that who reviews looks
/// is shown who opens very much without having work on it.</summary>
public interface IOpening
{
    /// <summary>The case or person that was opened; null where it was only shown with others.</summary>
    Guid? Opened { get; }
}
