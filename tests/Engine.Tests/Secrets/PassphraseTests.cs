using Engine.Secrets;

namespace Engine.Tests.Secrets;

public sealed class PassphraseTests : IDisposable
{
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("engine passphrase ").FullName, "pass phrase");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    [Theory]
    [InlineData("secret")]
    [InlineData("  secret\r\n")]
    [InlineData("\nsecret\u00a0\n")]
    public void Is_read_from_a_file_without_the_space_around_it(string text)
    {
        File.WriteAllText(_file, text);

        Assert.Equal("secret", Of(("PULUMI_CONFIG_PASSPHRASE_FILE", _file)).Text);
    }

    [Theory]
    [InlineData("from variable")]
    [InlineData(" kept ")]
    [InlineData("")]
    public void The_variable_goes_before_the_file_and_is_taken_as_it_stands(string text) =>
        Assert.Equal(text, Of(("PULUMI_CONFIG_PASSPHRASE", text), ("PULUMI_CONFIG_PASSPHRASE_FILE", "nowhere")).Text);

    [Fact]
    public void Without_either_it_is_empty()
    {
        Assert.Equal("", Of().Text);
        Assert.Equal("", Of(("PULUMI_CONFIG_PASSPHRASE_FILE", "")).Text);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        Assert.Equal($"PULUMI_CONFIG_PASSPHRASE_FILE: there is no file {_file}", Refused(_file));
        Assert.EndsWith("; the quotes are part of the value, so leave them out", Refused($"\"{_file}\""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"pass\"")]
    [InlineData("'pass'")]
    public void Quotes_are_part_of_it_and_told_of_where_it_does_not_fit(string quoted)
    {
        var salt = PassphraseCipher.Create("pass").Salt;

        var said = Assert.Throws<UserException>(
            () => PassphraseCipher.Open(Of(("PULUMI_CONFIG_PASSPHRASE", quoted)), salt).Decrypt("v1:a:b")).Message;

        Assert.StartsWith("incorrect passphrase: ", said, StringComparison.Ordinal);
        Assert.EndsWith("; the quotes around the value of PULUMI_CONFIG_PASSPHRASE are part of it", said, StringComparison.Ordinal);
    }

    [Fact]
    public void So_is_a_byte_order_mark_as_with_the_cli()
    {
        File.WriteAllText(_file, "\ufeffpass\n");
        var passphrase = Of(("PULUMI_CONFIG_PASSPHRASE_FILE", _file));

        Assert.Equal("\ufeffpass", passphrase.Text);
        Assert.Contains("byte order mark", passphrase.Doubt, StringComparison.Ordinal);
    }

    private static Passphrase Of(params (string Name, string Value)[] variables) =>
        Passphrase.Of(name => variables.Where(pair => pair.Name == name).Select(static pair => pair.Value).FirstOrDefault());

    private static string Refused(string file) => Assert.Throws<UserException>(() => Of(("PULUMI_CONFIG_PASSPHRASE_FILE", file))).Message;
}
