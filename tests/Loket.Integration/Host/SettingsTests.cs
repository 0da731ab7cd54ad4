using Loket.Commands;
using Loket.Configuration;
using Loket.Organisation.Rights;
using Xunit;

namespace Loket.Integration.Host;

public sealed class SettingsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("loket-settings-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_secret_is_made_for_its_owner_only_and_never_replaced()
    {
        var file = Path.Combine(folder, "a", "secret");

        SecretFile.Create(file, demo: false);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(32, SecretFile.Read(file, demoAllowed: false, out var problem).Length);
        Assert.Null(problem);
        Assert.Throws<IOException>(() => SecretFile.Create(file, demo: false));
    }

    [Fact]
    public void A_secret_that_others_can_read_is_refused_with_the_command_that_mends_it()
    {
        var file = Path.Combine(folder, "secret");
        SecretFile.Create(file, demo: false);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.GroupRead);

        Assert.Empty(SecretFile.Read(file, demoAllowed: false, out var problem));

        Assert.Contains($"chmod 600 {file}", problem?.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("loket secret 1\nnot base64\n")]
    [InlineData("loket secret 1\nc2hvcnQ=\n")]
    [InlineData("something else\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    public void A_file_that_is_no_secret_is_refused(string content)
    {
        var file = Path.Combine(folder, "secret");
        File.WriteAllText(file, content);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Assert.Empty(SecretFile.Read(file, demoAllowed: true, out var problem));

        Assert.Equal(ExitCode.Settings, problem?.Code);
    }

    [Fact]
    public void A_file_is_locked_once_and_free_again_afterwards()
    {
        var file = Path.Combine(folder, "loket.db");
        using (TenantLock.Take(file, out var first))
        {
            using var second = TenantLock.Take(file, out var problem);
            Assert.Null(first);
            Assert.Equal(ExitCode.InUse, problem?.Code);
        }

        using var third = TenantLock.Take(file, out var none);
        Assert.Null(none);
    }

    [Fact]
    public void A_provider_is_read_with_what_its_claims_give_and_its_secret_from_a_file()
    {
        var (file, secret) = (Path.Combine(folder, "loket.json"), Path.Combine(folder, "client-secret"));
        File.WriteAllText(secret, "een geheim\n");
        File.SetUnixFileMode(secret, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(file, $$"""
            { "Tenants": { "a": { "SignIn": { "Authority": "https://login.example/realms/staff", "ClientId": "loket", "SecretFile": "{{secret}}",
              "Roles": { "lead": ["TeamLead", "Handler"] }, "Teams": { "1f0c": "lighting" }, "LocalAccounts": false } } } }
            """);

        var settings = SettingsFile.Read(file, out var problems).Tenants["a"].SignIn!;

        Assert.Empty(problems);
        Assert.Equal([Role.TeamLead, Role.Handler], settings.Roles["lead"]);
        Assert.Equal(("lighting", "roles", "groups", false), (settings.Teams["1f0c"], settings.RoleClaim, settings.TeamClaim, settings.LocalAccounts));
        Assert.Equal("een geheim", ProviderSecret.Filled(settings).ClientSecret);
    }

    [Theory]
    [InlineData("""{ "Tenants": {} }""", "No municipality is configured")]
    [InlineData("""{ "Tenants": { "a": { "Database": "oracle" } } }""", "Tenants:a:Database is 'oracle'")]
    [InlineData("""{ "Tenants": { "a": { "Database": "postgres" } } }""", "Tenants:a:Connection is missing")]
    [InlineData("""{ "Tenants": { "A b": {} } }""", "'A b' is not a technical name")]
    [InlineData("""{ "Tenants": { "a": {}, "b": {} } }""", "Tenants:a:Hosts is empty")]
    [InlineData("""{ "Tenants": { "a": { "Hosts": ["x.example"] }, "b": { "Hosts": ["X.example"] } } }""", "is used more than once")]
    [InlineData("""{ "Listen": "https://0.0.0.0", "Tenants": { "a": {} } }""", "TLS is done by a proxy")]
    [InlineData("""{ "TrustedProxies": ["proxy"], "Tenants": { "a": {} } }""", "'proxy' is not an IP address")]
    [InlineData("""{ "Tenants": { "a": { "Messages": { "Smtp": { "Host": "mail.example" } } } } }""", "Tenants:a:Messages:Smtp needs a Host and a From")]
    [InlineData("""{ "Tenants": { "a": { "Messages": { "Sms": { "From": "A" } } } } }""", "Tenants:a:Messages:Sms needs a Url")]
    [InlineData("""{ "Tenants": { "a": { "Messages": { "Smtp": { "Host": "mail.example", "Port": 25, "From": "a@a.example", "Security": "None" } } } } }""", "only for a server on this machine")]
    [InlineData("""{ "Tenants": { "a": { "Addresses": { "Source": "elsewhere" } } } }""", "Tenants:a:Addresses:Source is \"own\" or \"national\", not \"elsewhere\"")]
    [InlineData("""{ "Tenants": { "a": { "Addresses": { "Source": "national", "Municipality": "39" } } } }""", "Tenants:a:Addresses:Municipality is a code of four digits")]
    [InlineData("""{ "Tenants": { "a": { "SignIn": { "ClientId": "loket", "ClientSecret": "x" } } } }""", "Tenants:a:SignIn:Authority is missing")]
    [InlineData("""{ "Tenants": { "a": { "SignIn": { "Authority": "http://login.example", "ClientId": "loket", "ClientSecret": "x" } } } }""", "must begin with https")]
    [InlineData("""{ "Tenants": { "a": { "SignIn": { "Authority": "https://login.example", "ClientSecret": "x" } } } }""", "Tenants:a:SignIn:ClientId is missing")]
    [InlineData("""{ "Tenants": { "a": { "SignIn": { "Authority": "https://login.example", "ClientId": "loket" } } } }""", "needs either a ClientSecret or a SecretFile")]
    [InlineData("""{ "Tenants": { "a": { "SignIn": { "Authority": "https://login.example", "ClientId": "loket", "SecretFile": "/bestaat/niet" } } } }""", "/bestaat/niet is missing")]
    [InlineData("""{ "Tenants": { "a": { "SignIn": { "Authority": "https://login.example", "ClientId": "loket", "ClientSecret": "x", "LocalDays": 0 } } } }""", "Tenants:a:SignIn:LocalDays is a number from 1 to 365")]
    [InlineData("""{ "Tenants": { "a": { "SignIn": { "Authority": "https://login.example", "ClientId": "loket", "ClientSecret": "x", "Roles": { "g": ["Boss"] } } } } }""", "The settings can't be read")]
    [InlineData("""{ "Tenants": { "a": { "SignIn": { "Authority": "https://login.example", "ClientId": "loket", "ClientSecret": "x", "Claims": "roles" } } } }""", "The settings can't be read")]
    [InlineData("""{ "Tenants": """, "The settings can't be read")]
    public void Wrong_settings_are_named(string json, string words)
    {
        var file = Path.Combine(folder, "loket.json");
        File.WriteAllText(file, json);

        SettingsFile.Read(file, out var problems);

        Assert.Contains(problems, problem => problem.Code == ExitCode.Settings && problem.Words.Contains(words, StringComparison.OrdinalIgnoreCase));
    }
}
