using Loket.Kernel;

namespace Loket.Documents;

/// <summary>Identifies a document.</summary>
public readonly record struct DocumentId(Guid Value) : IId<DocumentId>
{
    /// <inheritdoc />
    public static DocumentId From(Guid value) => new(value);
}
