namespace Loket.Documents;

/// <summary>For whom a document is, among those who may see its subject.</summary>
public enum DocumentConfidentiality
{
    /// <summary>For all of them, the resident too.</summary>
    Open,

    /// <summary>For staff.</summary>
    Internal,

    /// <summary>For staff who may see personal data.</summary>
    Confidential,
}
