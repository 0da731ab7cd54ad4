using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Settings;

/// <summary>What the municipality is called and how it is reached.</summary>
[Right(Right.Configure)]
public sealed class MunicipalityModel(Profiles profiles, SetProfile set) : ManagePage<MunicipalityForm>
{
    /// <summary>Languages of residents whose language is not known.</summary>
    public IReadOnlyList<Choice> Languages => [new(Language.Dutch, "Nederlands"), new(Language.English, "English")];

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Open(cancel);

    /// <summary>Changes it.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Save(set.Handle(new SetProfile.Request(RequestKey, Form.Profile(), Form.Version, Actor), cancel), "~/beheer/gemeente", cancel);

    /// <inheritdoc />
    protected override async Task<MunicipalityForm?> Present(CancellationToken cancel)
    {
        var (profile, version) = await profiles.ForForm(cancel);
        return MunicipalityForm.Of(profile, version);
    }
}

/// <summary>What is filled in about the municipality.</summary>
public sealed class MunicipalityForm : IManageForm
{
    /// <summary>Its name, as residents know it.</summary>
    public string? Name { get; set; }

    /// <summary>Letters before each reference.</summary>
    public string? ReferencePrefix { get; set; }

    /// <summary>The number to call.</summary>
    public string? Phone { get; set; }

    /// <summary>Address from which messages come.</summary>
    public string? Email { get; set; }

    /// <summary>Address of the site.</summary>
    public string? BaseAddress { get; set; }

    /// <summary>nl or en.</summary>
    public string? Language { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <inheritdoc />
    public IEnumerable<(string Label, string? Text)> Said(Words words) =>
    [
        ("Name", Name), ("ReferencePrefix", ReferencePrefix), ("Phone", Phone), ("Email", Email), ("BaseAddress", BaseAddress), ("Language", words["Language." + Language]),
    ];

    internal static MunicipalityForm Of(Profile profile, int version) => new()
    {
        Name = profile.Name, ReferencePrefix = profile.ReferencePrefix, Phone = profile.Phone, Email = profile.Email, BaseAddress = profile.BaseAddress,
        Language = profile.Language, Version = version,
    };

    internal Profile Profile() => new(Name ?? "", (ReferencePrefix ?? "").Trim().ToUpperInvariant(), Phone ?? "", Language ?? "", (BaseAddress ?? "").Trim(), Email ?? "");
}
