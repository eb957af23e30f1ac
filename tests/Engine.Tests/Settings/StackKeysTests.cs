using Engine.Configuration;
using Engine.Project;
using Engine.Tests.Project;

namespace Engine.Tests.Settings;

/// <summary>No key of a Pulumi.&lt;stack&gt;.yaml is passed over in silence.</summary>
public sealed class StackKeysTests : IDisposable
{
    private readonly ProjectFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("config:\n")]
    [InlineData("secretsprovider: passphrase\nenvironment: []\nconfig: {}")]
    [InlineData("secretsprovider: default\nencryptionsalt: v1:a:v1:b:c")]
    public void What_is_done_or_says_nothing_is_not_mentioned(string text) => Assert.Empty(_folder.ReadStack("", text).Notices);

    [Theory]
    [InlineData(
        "secretsprovider: awskms://alias/key\nencryptedkey: abc",
        "secretsprovider: is not used; the embedded engine encrypts the secrets of the state with the passphrase")]
    [InlineData("encryptedkey: abc", "secretsprovider: is not used")]
    [InlineData("confg: {}", "confg: is no key that Pulumi knows; it is passed over")]
    public void What_is_not_done_is_named(string text, string notice) =>
        Assert.StartsWith($"{_folder.StackFile}: {notice}", Assert.Single(_folder.ReadStack("", text).Notices), StringComparison.Ordinal);

    [Theory]
    [InlineData("environment: [prod]", "environment: the embedded engine reads no environments of Pulumi ESC")]
    [InlineData("environment: {values: {pulumiConfig: {a: b}}}", "environment: the embedded engine reads no environments")]
    [InlineData("mainEnvironment: quick/dev", "mainEnvironment: the embedded engine reads no environments")]
    [InlineData("config: [a]", "config: must be a mapping of keys to values")]
    public void What_would_change_the_configuration_is_refused(string text, string said) =>
        Assert.StartsWith(
            $"{_folder.StackFile}: {said}",
            Assert.Throws<UserException>(() => _folder.ReadStack("", text)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Keys_of_old_files_are_read()
    {
        var settings = _folder.ReadStack("", "config: {quick:config:a: 1, fake:config:b: 2, c: 3, quick:d: 4}");

        Assert.Equal(["fake:b", "quick:a", "quick:c", "quick:d"], settings.Values.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_project_called_yml_has_its_stacks_in_such_files()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "Pulumi.yml"), "name: quick\nruntime: dotnet\n");
        File.WriteAllText(Path.Combine(_folder.Path, "Pulumi.dev.yml"), "config: {a: 1}\n");

        Assert.Equal("1", StackSettings.Read(ProjectFile.Find(_folder.Path), "dev", "").Values["quick:a"]);
    }
}
