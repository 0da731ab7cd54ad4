using Loket.Commands;
using Loket.Configuration;
using Xunit;

namespace Loket.Integration.Host;

/// <summary>The file with the renewed keys of national numbers.</summary>
public sealed class NumberKeyTests : IDisposable
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string folder = Directory.CreateTempSubdirectory("loket-number-keys-").FullName;

    private string Keys => Path.Combine(folder, "number-keys");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Each_new_key_stands_beside_those_before_it_with_a_number_that_was_never_given_out()
    {
        Assert.Empty(NumberKeyFile.Read(Keys, out var none));
        Assert.Null(none);

        Assert.Equal([1, 2, 6], [NumberKeyFile.Renew(Keys, above: 0), NumberKeyFile.Renew(Keys, above: 1), NumberKeyFile.Renew(Keys, above: 5)]);

        var keys = NumberKeyFile.Read(Keys, out var problem);
        Assert.Null(problem);
        Assert.Equal([1, 2, 6], keys.Select(key => key.Number));
        Assert.Equal(3, keys.Select(key => Convert.ToHexString(key.Secret)).Distinct().Count());
        Assert.Equal(Own, File.GetUnixFileMode(Keys));
        Assert.Single(Directory.GetFiles(folder));
    }

    [Theory]
    [InlineData("")]
    [InlineData("loket number keys 1\n")]
    [InlineData("loket number keys 1\n1 c2hvcnQ=\n")]
    [InlineData("loket number keys 1\n0 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    [InlineData("loket number keys 1\n2 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    [InlineData("something else\n1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    public void A_file_that_holds_no_keys_is_refused(string content)
    {
        File.WriteAllText(Keys, content);
        File.SetUnixFileMode(Keys, Own);

        Assert.Empty(NumberKeyFile.Read(Keys, out var problem));

        Assert.Equal(ExitCode.Settings, problem?.Code);
    }

    [Fact]
    public void One_that_others_can_read_is_refused_with_the_command_that_mends_it()
    {
        NumberKeyFile.Renew(Keys, above: 0);
        File.SetUnixFileMode(Keys, Own | UnixFileMode.GroupRead);

        Assert.Empty(NumberKeyFile.Read(Keys, out var problem));

        Assert.Contains($"chmod 600 {Keys}", problem?.Words, StringComparison.Ordinal);
    }
}
