namespace Loket.Demo.Town;

/// <summary>Who may know that a case exists.</summary>
public enum Confidentiality
{
    /// <summary>May be followed with reference and code; stands on the public map.</summary>
    Low,

    /// <summary>Staff who handle contacts.</summary>
    Normal,

    /// <summary>Care, youth, benefits, debt, reports of fraud, complaints about staff: only who has the right for that kind.</summary>
    Sensitive,
}
