namespace Loket.Storage.Model;

/// <summary>Something that two people can edit; the version guards against a lost update.</summary>
public interface IVersioned
{
    /// <summary>Grows by one at each saved change.</summary>
    int Version { get; }
}
