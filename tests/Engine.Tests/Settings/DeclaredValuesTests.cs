using Engine.Tests.Project;

namespace Engine.Tests.Settings;

/// <summary>What Pulumi.yaml declares of the configuration holds for programs in every language.</summary>
public sealed class DeclaredValuesTests : IDisposable
{
    private const string Declared = """
        config:
          region: {type: string, description: where}
          size: {type: integer, default: 3}
          loud: {type: boolean, default: false}
          names: {type: array, items: {type: string}, default: [a]}
          grid: {type: array, items: {type: array, items: {type: integer}}, default: [[1], [2, 3]]}
          password: {type: string, secret: true, default: hush}
          quick:tag: one
          fake:labels: {value: {team: net}}
        """;

    private readonly ProjectFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Defaults_are_taken_and_secret_ones_are_secret()
    {
        var settings = _folder.ReadStack(Declared, "config: {region: eu}");

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["fake:labels"] = """{"team":"net"}""",
                ["quick:grid"] = "[[1],[2,3]]",
                ["quick:loud"] = "false",
                ["quick:names"] = """["a"]""",
                ["quick:password"] = "hush",
                ["quick:region"] = "eu",
                ["quick:size"] = "3",
                ["quick:tag"] = "one",
            },
            settings.Values.ToDictionary());
        Assert.Equal(["quick:password"], settings.SecretKeys);
        Assert.Empty(settings.Notices);
    }

    [Fact]
    public void What_is_missing_or_of_another_type_is_told_at_once_and_not_shown()
    {
        var said = Assert.Throws<UserException>(() => _folder.ReadStack(
            Declared, "config: {quick:size: wide, quick:loud: 1, quick:names: [1], quick:grid: [[x]], quick:password: open sesame}")).Message;

        Assert.Equal(
            $"""
            {_folder.StackFile}: quick:region has no value, and the project declares no default
            {_folder.StackFile}: quick:size is not of type integer, as the project declares it
            {_folder.StackFile}: quick:loud is not of type boolean, as the project declares it
            {_folder.StackFile}: quick:names is not of type array of string, as the project declares it
            {_folder.StackFile}: quick:grid is not of type array of array of integer, as the project declares it
            """.ReplaceLineEndings("\n"),
            said);
    }

    [Theory]
    [InlineData("size: '4'\n  quick:loud: 'true'")]
    [InlineData("names: '[\"b\"]'")]
    [InlineData("region: 007")]
    public void Values_may_be_written_as_text(string values) =>
        Assert.Empty(_folder.ReadStack(
            Declared.Replace("{type: string, description: where}", "{type: string, default: eu}", StringComparison.Ordinal),
            $"config:\n  quick:{values}\n").Notices);

    [Fact]
    public void A_value_in_the_clear_that_is_declared_secret_is_secret_and_told_of()
    {
        var settings = _folder.ReadStack("config: {password: {type: string, secret: true}}", "config: {password: sesame}");

        Assert.Equal(["quick:password"], settings.SecretKeys);
        Assert.Equal(
            $"{_folder.StackFile}: quick:password is in the clear, and the project declares it secret: the Pulumi CLI refuses that",
            Assert.Single(settings.Notices));
    }

    [Theory]
    [InlineData("size: {type: float}", "size: type: is 'float'; it may be string, integer, boolean, array, object")]
    [InlineData("size: {type: integer, default: wide}", "size: the default is not of type integer")]
    [InlineData("size: {default: 1, value: 2}", "size: has both a default and a value")]
    [InlineData("size: {typ: integer}", "size: typ: is no key there; there may be type, items, description, secret, default, value")]
    [InlineData("names: {type: array}", "names: an array needs the type of its items, under items")]
    [InlineData("names: {type: array, items: {type: text}}", "names: items: type: is 'text'")]
    [InlineData("password: {secret: perhaps}", "password: secret: must be true or false")]
    [InlineData(
        "fake:size: {type: integer}",
        "fake:size: is of another namespace than the project, so it has a value, and no type and no default")]
    [InlineData("fake:size: {default: 1}", "fake:size: is of another namespace")]
    public void Declarations_that_contradict_themselves_are_refused(string declaration, string said) =>
        Assert.StartsWith(
            $"{_folder.File}: config.{said}",
            Assert.Throws<UserException>(() => _folder.Read($"config:\n  {declaration}")).Message,
            StringComparison.Ordinal);
}
