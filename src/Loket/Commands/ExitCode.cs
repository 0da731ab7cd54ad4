namespace Loket.Commands;

/// <summary>How the program ended, for scripts; the list stands in docs/operations.md.</summary>
public static class ExitCode
{
    /// <summary>Done, and all is well.</summary>
    public const int Ok = 0;

    /// <summary>Done, and something is not as it should be: a check is wrong, a goal was missed, a story went otherwise.</summary>
    public const int NotWell = 1;

    /// <summary>The command line was not understood.</summary>
    public const int Usage = 2;

    /// <summary>The settings or the secrets are not right, or something that Loket needs is missing; nothing was started.</summary>
    public const int Settings = 3;

    /// <summary>Another process of Loket is using the database.</summary>
    public const int InUse = 4;

    /// <summary>A database can't be reached, or its schema is not the one of this version.</summary>
    public const int Database = 5;

    /// <summary>What was asked was refused; nothing was changed.</summary>
    public const int Refused = 6;

    /// <summary>The program failed in a way that it did not expect.</summary>
    public const int Failed = 70;

    /// <summary>Somebody stopped it before it was done (Ctrl+C, or the signal of a service manager); a server that is stopped ends with <see cref="Ok"/>.</summary>
    public const int Stopped = 130;
}
