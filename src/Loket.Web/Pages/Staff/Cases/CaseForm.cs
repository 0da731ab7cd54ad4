using Loket.Web.Components;
using Microsoft.AspNetCore.Http;

namespace Loket.Web.Pages.Staff.Cases;

/// <summary>What can be filled in for one of the actions on a case; each action uses its own part.</summary>
public sealed class CaseForm
{
    /// <summary>A note, question or message.</summary>
    public string? Text { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>The day on which the clock runs again at the latest.</summary>
    public DateEntry Until { get; set; } = new();

    /// <summary>The team that is to act.</summary>
    public Guid? Team { get; set; }

    /// <summary>The colleague who is to act.</summary>
    public Guid? Handler { get; set; }

    /// <summary>The partner that is to act.</summary>
    public Guid? Partner { get; set; }

    /// <summary>What the partner is asked.</summary>
    public string? Question { get; set; }

    /// <summary>How many working days more.</summary>
    public string? Amount { get; set; }

    /// <summary>Key of the subject.</summary>
    public string? Category { get; set; }

    /// <summary>Key of the result.</summary>
    public string? Result { get; set; }

    /// <summary>Whether the problem is gone: yes or no.</summary>
    public string? Solved { get; set; }

    /// <summary>What the residents are told at the end.</summary>
    public string? Explanation { get; set; }

    /// <summary>What is moved of those who asked.</summary>
    public Guid? Matter { get; set; }

    /// <summary>The reference of the contact that is a repeat.</summary>
    public string? Joining { get; set; }

    /// <summary>The case that it is about after all; empty for a case of its own.</summary>
    public string? Reference { get; set; }

    /// <summary>What another case is to this one: the name of a <see cref="Loket.Cases.Together.LinkedAs"/>.</summary>
    public string? As { get; set; }

    /// <summary>The case whose link is taken away.</summary>
    public Guid? Other { get; set; }

    /// <summary>The references of those who go along to a case that is split off.</summary>
    public List<string> People { get; set; } = [];

    /// <summary>What that is about, in one line.</summary>
    public string? Subject { get; set; }

    /// <summary>Whether it is closed although parts of it are open.</summary>
    public bool WithParts { get; set; }

    /// <summary>The case that goes on by itself again.</summary>
    public Guid? Part { get; set; }

    /// <summary>The task that is done or skipped.</summary>
    public Guid? Task { get; set; }

    /// <summary>The answer to a task that asks for one: yes or no.</summary>
    public string? Answer { get; set; }

    /// <summary>Key of the status of its type.</summary>
    public string? Status { get; set; }

    /// <summary>Name of the formal paper that it is.</summary>
    public string? Paper { get; set; }

    /// <summary>The files that go along.</summary>
    public List<string> Files { get; set; } = [];

    /// <summary>A file to add.</summary>
    public IFormFile? File { get; set; }
}
