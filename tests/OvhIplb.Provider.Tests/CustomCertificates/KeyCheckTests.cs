using OvhIplb.Provider.Certificates.Custom;

namespace OvhIplb.Provider.Tests.CustomCertificates;

/// <summary>
/// What a key has to be, by itself and for its certificate. That no reason tells anything of it is seen to by <see cref="Checking"/>.
/// </summary>
public sealed class KeyCheckTests
{
    private const string Protected =
        "key is protected by a passphrase, which the load balancer cannot ask for; give it decrypted, as `openssl pkey -in key.pem` "
            + "writes it";

    private readonly Checking _checking = new();

    [Fact]
    public void An_rsa_key_is_taken_in_each_of_its_forms()
    {
        var own = OwnCertificate.Issue(Keys.Rsa);
        foreach (var key in (string[])[own.Key, Keys.Rsa.ExportRSAPrivateKeyPem(), $"Bag Attributes\n{own.Key}\n"])
        {
            Assert.Empty(_checking.Failures(Checking.Of(own).With(CustomCertificateSchema.Key, key)));
        }
    }

    [Fact]
    public void An_ec_key_is_taken_in_each_of_its_forms_and_with_the_parameters_of_its_curve_before_it()
    {
        using var key = Keys.Ec();
        var own = OwnCertificate.Issue(key);
        foreach (var text in (string[])[own.Key, key.ExportECPrivateKeyPem(), Keys.Parameters + key.ExportECPrivateKeyPem(), key
            .ExportECPrivateKeyPem() + "\n" + Keys.Parameters])
        {
            Assert.Empty(_checking.Failures(Checking.Of(own).With(CustomCertificateSchema.Key, text)));
        }
    }

    [Fact]
    public void A_key_with_a_passphrase_is_refused_in_whichever_form()
    {
        using var key = Keys.Ec();
        string[] keys =
        [
            Keys.Encrypted(key), Keys.Encrypted(Keys.Rsa), Keys.EncryptedAsOfOld(Keys.Rsa.ExportRSAPrivateKeyPem()),
            Keys.Parameters + Keys.EncryptedAsOfOld(key.ExportECPrivateKeyPem()),
        ];
        Assert.All(keys, text => Assert.Equal([Protected], Failures(text)));
    }

    [Fact]
    public void A_key_of_another_kind_or_damaged_is_refused()
    {
        const string Damaged = "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49\n-----END PRIVATE KEY-----";
        Assert.All(
            (string[])[Keys.Ed25519, Damaged, OwnCertificate.Sample.Key.Remove(60, 4), OwnCertificate.Sample.Key[..^10]],
            text => Assert.Equal(["key cannot be read as an RSA or EC private key"], Failures(text)));
    }

    [Fact]
    public void What_is_not_a_key_alone_is_refused()
    {
        var own = OwnCertificate.Sample;
        Assert.Equal(["key holds no private key in PEM, which begins with -----BEGIN PRIVATE KEY-----"], Failures("hunter2"));
        Assert.Equal(["key holds no private key in PEM, which begins with -----BEGIN PRIVATE KEY-----"], Failures(Keys.Parameters));
        Assert.Equal(
            ["key holds something else than a private key, which begins with -----BEGIN PRIVATE KEY-----"],
            Failures(own.Certificate));
        Assert.Equal(
            ["key holds certificates besides the private key; give these as `certificate` and `chain`, and the key alone here"],
            Failures($"{own.Certificate}\n{own.Chain}\n{own.Key}"));
        Assert.Equal(["key holds more than a private key; give the key alone"], Failures($"{own.Key}\n{own.Key}"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_ec_key_that_spells_its_curve_out_is_refused_for_that(bool isPkcs8)
    {
        using var key = Keys.SpelledOut();
        Assert.StartsWith(
            "key is an EC key that spells its curve out (explicit parameters) instead of naming it",
            Assert.Single(Failures(isPkcs8 ? key.ExportPkcs8PrivateKeyPem() : key.ExportECPrivateKeyPem())),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_whose_key_spells_its_curve_out_is_told_for_that()
    {
        var inputs = Checking.Good.With(CustomCertificateSchema.Certificate, Keys.CertificateOfSpelledOut)
            .Without(CustomCertificateSchema.Chain);
        Assert.StartsWith(
            "key cannot be compared with the certificate, whose EC key spells its curve out (explicit parameters)",
            Assert.Single(_checking.Failures(inputs)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_of_another_certificate_is_refused()
    {
        const string Reason = "key does not belong to the certificate; give the key that the certificate was issued for";
        Assert.Equal([Reason], Failures(OwnCertificate.Issue().Key));
        Assert.Equal([Reason], Failures(Keys.Rsa.ExportPkcs8PrivateKeyPem()));
    }

    private IReadOnlyList<string> Failures(string key) => _checking.Failures(Checking.Good.With(CustomCertificateSchema.Key, key));
}
