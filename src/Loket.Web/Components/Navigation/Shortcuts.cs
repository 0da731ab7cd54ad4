namespace Loket.Web.Components;

/// <summary>Where a shortcut works.</summary>
public enum ShortcutPlace
{
    /// <summary>On every page of staff.</summary>
    Everywhere,

    /// <summary>A new contact.</summary>
    Intake,

    /// <summary>What a contact became.</summary>
    Receipt,

    /// <summary>A case and its answer.</summary>
    Case,

    /// <summary>A callback request.</summary>
    Callback,

    /// <summary>The work lists.</summary>
    Work,

    /// <summary>Messages and what is printed.</summary>
    Messages,
}

/// <summary>A key that does what something on the page does as well.</summary>
/// <param name="Name">Its name; the words are <c>Do.{Name}</c> beside the overview.</param>
/// <param name="Key">As a browser and <c>aria-keyshortcuts</c> name it.</param>
/// <param name="Place">Where it works.</param>
public sealed record Shortcut(string Name, string Key, ShortcutPlace Place)
{
    /// <summary>Whether it is a single letter or sign, which can be switched off and never counts while somebody types (WCAG 2.1.4).</summary>
    public bool IsSingle => Key.Length == 1;

    /// <summary>As people read it.</summary>
    public string Shown => Key.Replace("Control", "Ctrl", StringComparison.Ordinal);
}

/// <summary>All keyboard shortcuts: the pages take their keys from here, and so does the overview, so that they can't differ.</summary>
public static class Shortcuts
{
    /// <summary>The overview of these.</summary>
    public static Shortcut Overview { get; } = new(nameof(Overview), "?", ShortcutPlace.Everywhere);

    /// <summary>Going to anything by its name or number.</summary>
    public static Shortcut GoTo { get; } = new(nameof(GoTo), "Control+K", ShortcutPlace.Everywhere);

    /// <summary>The find box.</summary>
    public static Shortcut Find { get; } = new(nameof(Find), "z", ShortcutPlace.Everywhere);

    /// <summary>A new contact.</summary>
    public static Shortcut Intake { get; } = new(nameof(Intake), "n", ShortcutPlace.Everywhere);

    /// <summary>The own work.</summary>
    public static Shortcut Work { get; } = new(nameof(Work), "w", ShortcutPlace.Everywhere);

    /// <summary>Calling back.</summary>
    public static Shortcut Callbacks { get; } = new(nameof(Callbacks), "t", ShortcutPlace.Everywhere);

    /// <summary>Messages.</summary>
    public static Shortcut Messages { get; } = new(nameof(Messages), "b", ShortcutPlace.Everywhere);

    /// <summary>Intake: looks what it may be.</summary>
    public static Shortcut IntakeFind { get; } = new(nameof(IntakeFind), "F4", ShortcutPlace.Intake);

    /// <summary>Intake: a new case.</summary>
    public static Shortcut IntakeNew { get; } = new(nameof(IntakeNew), "F8", ShortcutPlace.Intake);

    /// <summary>Intake: joins a case.</summary>
    public static Shortcut IntakeJoin { get; } = new(nameof(IntakeJoin), "F9", ShortcutPlace.Intake);

    /// <summary>Intake: answered at once.</summary>
    public static Shortcut IntakeAnswered { get; } = new(nameof(IntakeAnswered), "F10", ShortcutPlace.Intake);

    /// <summary>Intake: forwards it.</summary>
    public static Shortcut IntakeForward { get; } = new(nameof(IntakeForward), "Alt+D", ShortcutPlace.Intake);

    /// <summary>Intake: has somebody called back.</summary>
    public static Shortcut IntakeCallback { get; } = new(nameof(IntakeCallback), "Alt+T", ShortcutPlace.Intake);

    /// <summary>Intake: the first of the cases that it may be about; each further one has the next number.</summary>
    public static Shortcut IntakeChoose { get; } = new(nameof(IntakeChoose), "Alt+1", ShortcutPlace.Intake);

    /// <summary>Receipt: the next contact.</summary>
    public static Shortcut ReceiptNew { get; } = new(nameof(ReceiptNew), "F2", ShortcutPlace.Receipt);

    /// <summary>Receipt: one more thing of the same contact.</summary>
    public static Shortcut ReceiptMore { get; } = new(nameof(ReceiptMore), "Alt+N", ShortcutPlace.Receipt);

    /// <summary>Receipt: the slip.</summary>
    public static Shortcut ReceiptSlip { get; } = new(nameof(ReceiptSlip), "Alt+P", ShortcutPlace.Receipt);

    /// <summary>Receipt: has them called back.</summary>
    public static Shortcut ReceiptCallback { get; } = new(nameof(ReceiptCallback), "Alt+T", ShortcutPlace.Receipt);

    /// <summary>Receipt: takes back how it ended.</summary>
    public static Shortcut ReceiptUndo { get; } = new(nameof(ReceiptUndo), "Alt+Z", ShortcutPlace.Receipt);

    /// <summary>Case: takes it.</summary>
    public static Shortcut CaseTake { get; } = new(nameof(CaseTake), "F7", ShortcutPlace.Case);

    /// <summary>Case: says that one is on the danger.</summary>
    public static Shortcut CaseAcknowledge { get; } = new(nameof(CaseAcknowledge), "F9", ShortcutPlace.Case);

    /// <summary>Answer: shows to whom it goes, then sends it.</summary>
    public static Shortcut AnswerSend { get; } = new(nameof(AnswerSend), "F8", ShortcutPlace.Case);

    /// <summary>Callback: takes it.</summary>
    public static Shortcut CallbackTake { get; } = new(nameof(CallbackTake), "F7", ShortcutPlace.Callback);

    /// <summary>Callback: asks for one, or says how a call went.</summary>
    public static Shortcut CallbackRecord { get; } = new(nameof(CallbackRecord), "F8", ShortcutPlace.Callback);

    /// <summary>Work: the next contact.</summary>
    public static Shortcut WorkNew { get; } = new(nameof(WorkNew), "F2", ShortcutPlace.Work);

    /// <summary>Messages: prints.</summary>
    public static Shortcut Print { get; } = new(nameof(Print), "F8", ShortcutPlace.Messages);

    /// <summary>Messages: says that the letters went to the post.</summary>
    public static Shortcut Posted { get; } = new(nameof(Posted), "F9", ShortcutPlace.Messages);

    /// <summary>All of them, as the overview shows them.</summary>
    public static IReadOnlyList<Shortcut> All { get; } =
    [
        Overview, GoTo, Find, Intake, Work, Callbacks, Messages,
        IntakeFind, IntakeNew, IntakeJoin, IntakeAnswered, IntakeForward, IntakeCallback, IntakeChoose,
        ReceiptNew, ReceiptMore, ReceiptSlip, ReceiptCallback, ReceiptUndo,
        CaseTake, CaseAcknowledge, AnswerSend, CallbackTake, CallbackRecord, WorkNew, Print, Posted,
    ];

    /// <summary>The key of an entry in the side bar; null for one without.</summary>
    public static string? OfEntry(string entry) => All.FirstOrDefault(one => one.Place == ShortcutPlace.Everywhere && one.IsSingle && one.Name == entry)?.Key;

    /// <summary>The key of the case that stands in this place among those that a contact may be about, from 0.</summary>
    public static string Choosing(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{IntakeChoose.Key[..^1]}{index + 1}");
}
