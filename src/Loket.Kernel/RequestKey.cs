namespace Loket.Kernel;

/// <summary>Names one wish of one person, so that a double click or a retry is carried out once.</summary>
/// <remarks>Form key and API idempotency key share this; the key is unique within its scope (the person, client or form).</remarks>
/// <param name="Scope">Whose key it is; two people's keys never meet.</param>
/// <param name="Key">What the form or client sent; at most 100 characters.</param>
public readonly record struct RequestKey(string Scope, string Key)
{
    /// <summary>A key for a wish of the program itself, which is not repeated by anyone.</summary>
    public static RequestKey None => default;

    /// <summary>Whether the wish is to be remembered.</summary>
    public bool IsNone => Key is null;
}
