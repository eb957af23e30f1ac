using System.Security.Cryptography;
using System.Text;

namespace Engine.Secrets;

/// <summary>
/// Pulumi's passphrase secrets: AES-256-GCM under a key made of the passphrase by PBKDF2 (SHA-256, 1,000,000 rounds).
/// The key is made when it is first needed: it takes a good part of a second.
/// </summary>
internal sealed class PassphraseCipher : ISecretsCipher
{
    private const int Rounds = 1_000_000;
    private const int SaltBytes = 8;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const string Probe = "pulumi";
    private const string Version = "v1";

    private readonly Passphrase _passphrase;
    private readonly Lazy<byte[]> _key;
    private readonly Lazy<string> _salt;

    private PassphraseCipher(Passphrase passphrase, byte[] salt, string? saltText)
    {
        _passphrase = passphrase;
        _key = new Lazy<byte[]>(() => DeriveKey(passphrase, salt, saltText));
        _salt = new Lazy<string>(() => saltText ?? $"{Version}:{Convert.ToBase64String(salt)}:{Encrypt(Probe)}");
    }

    public string Salt => _salt.Value;

    /// <summary>A cipher with a salt of its own.</summary>
    public static PassphraseCipher Create(Passphrase passphrase) => new(passphrase, RandomNumberGenerator.GetBytes(SaltBytes), null);

    /// <summary>The cipher whose <see cref="Salt"/> was kept; the passphrase is tested when the key is first needed.</summary>
    /// <exception cref="UserException">The salt is not of version 1.</exception>
    public static PassphraseCipher Open(Passphrase passphrase, string salt)
    {
        var parts = salt.Split(':');
        var bytes = new byte[salt.Length];
        return parts.Length == 5 && parts[0] == Version && Convert.TryFromBase64String(parts[1], bytes, out var length)
            ? new PassphraseCipher(passphrase, bytes[..length], salt)
            : throw new UserException(
                "the salt of the stack's passphrase secrets is malformed: expected v1:<salt>:v1:<nonce>:<ciphertext>");
    }

    public string Encrypt(string plain)
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var text = Encoding.UTF8.GetBytes(plain);
        var sealedText = new byte[text.Length + TagBytes];
        using var aes = new AesGcm(_key.Value, TagBytes);
        aes.Encrypt(nonce, text, sealedText.AsSpan(0, text.Length), sealedText.AsSpan(text.Length));
        return $"{Version}:{Convert.ToBase64String(nonce)}:{Convert.ToBase64String(sealedText)}";
    }

    public string Decrypt(string cipher) => Decrypt(_key.Value, cipher);

    private byte[] DeriveKey(Passphrase passphrase, byte[] salt, string? saltText)
    {
        var key = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase.Text), salt, Rounds, HashAlgorithmName.SHA256, 32);
        if (saltText is not null && Decrypt(key, string.Join(':', saltText.Split(':').Skip(2))) != Probe)
        {
            throw WrongPassphrase();
        }

        return key;
    }

    private string Decrypt(byte[] key, string cipher)
    {
        var parts = cipher.Split(':');
        if (parts.Length != 3 || parts[0] != Version)
        {
            throw new UserException("an encrypted value is malformed: expected v1:<nonce>:<ciphertext>");
        }

        try
        {
            var nonce = Convert.FromBase64String(parts[1]);
            var sealedText = Convert.FromBase64String(parts[2]);
            var text = new byte[sealedText.Length - TagBytes];
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(nonce, sealedText.AsSpan(0, text.Length), sealedText.AsSpan(text.Length), text);
            return Encoding.UTF8.GetString(text);
        }
        catch (Exception error) when (error is CryptographicException or FormatException or ArgumentException or OverflowException)
        {
            throw WrongPassphrase();
        }
    }

    private UserException WrongPassphrase() => new(
        $"incorrect passphrase: set PULUMI_CONFIG_PASSPHRASE, or the file that PULUMI_CONFIG_PASSPHRASE_FILE names, to the one the "
            + $"stack's secrets were encrypted with{_passphrase.Doubt}");
}
