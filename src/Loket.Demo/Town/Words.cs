namespace Loket.Demo.Town;

/// <summary>The same words in Dutch and in English.</summary>
public sealed record Words(string Dutch, string English);
