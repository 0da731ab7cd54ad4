namespace Loket.Kernel.References;

/// <summary>What came of reading a typed reference.</summary>
/// <param name="Reference">The reference, when there is no trouble.</param>
/// <param name="Trouble">What is wrong with what was typed.</param>
/// <param name="WasCorrected">One symbol was read as the one that it looks or sounds like; show the reference as it was understood.</param>
public readonly record struct ReferenceReading(Reference? Reference, ReferenceTrouble Trouble, bool WasCorrected)
{
    internal static ReferenceReading Not(ReferenceTrouble trouble) => new(null, trouble, WasCorrected: false);
}

/// <summary>What is wrong with a typed reference; says nothing about whether one exists.</summary>
public enum ReferenceTrouble
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Nothing was typed.</summary>
    Empty,

    /// <summary>Too short, too long, or symbols that no reference has.</summary>
    Malformed,

    /// <summary>A symbol is wrong or two are swapped.</summary>
    CheckFails,

    /// <summary>It begins with another municipality's letters.</summary>
    OtherMunicipality,
}
