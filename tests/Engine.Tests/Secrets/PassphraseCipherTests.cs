using Engine.Secrets;

namespace Engine.Tests.Secrets;

public sealed class PassphraseCipherTests
{
    [Fact]
    public void What_is_encrypted_can_be_decrypted_with_the_same_salt_and_passphrase()
    {
        var cipher = PassphraseCipher.Create("correct horse");
        var text = cipher.Encrypt("\"hunter2\"");

        Assert.Matches("^v1:[A-Za-z0-9+/=]{16}:[A-Za-z0-9+/=]+$", text);
        Assert.Matches("^v1:[A-Za-z0-9+/=]{12}:v1:[A-Za-z0-9+/=]{16}:[A-Za-z0-9+/=]+$", cipher.Salt);
        Assert.Equal("\"hunter2\"", PassphraseCipher.Open("correct horse", cipher.Salt).Decrypt(text));
        Assert.NotEqual(text, cipher.Encrypt("\"hunter2\""));
    }

    [Fact]
    public void A_malformed_salt_is_refused() =>
        Assert.Contains(
            "malformed",
            Assert.Throws<UserException>(() => PassphraseCipher.Open("", "v2:x")).Message,
            StringComparison.Ordinal);
}
