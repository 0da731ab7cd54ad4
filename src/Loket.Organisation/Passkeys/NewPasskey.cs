namespace Loket.Organisation.Passkeys;

/// <summary>A passkey that a device made just now, after its answer was checked.</summary>
/// <param name="Credential">By which the device knows it.</param>
/// <param name="PublicKey">With which its answers are checked (COSE).</param>
/// <param name="Signs">How often it was used, as the device counts.</param>
/// <param name="Challenge">The question to which it was the answer; it counts once.</param>
public sealed record NewPasskey(byte[] Credential, byte[] PublicKey, long Signs, string Challenge);

/// <summary>What a passkey answered, after that was checked.</summary>
/// <param name="Passkey">Which one.</param>
/// <param name="Signs">How often it was used, as the device counts.</param>
/// <param name="Challenge">The question to which it was the answer; it counts once.</param>
public sealed record PasskeyAnswer(PasskeyId Passkey, long Signs, string Challenge);
