using OvhIplb.Provider.Certificates.Custom;
using OvhIplb.Provider.Framework.Values;

namespace OvhIplb.Provider.Tests.CustomCertificates;

/// <summary>What a certificate has to be by itself.</summary>
public sealed class CheckTests
{
    private const string NoCertificate = "certificate holds no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----";

    private const string PublicKey
        = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n";

    private readonly Checking _checking = new();

    public static TheoryData<string> Around
        => ["", "subject=CN=www.example.com\nissuer=CN=Example Intermediate\n", "\r\n\t # Bag Attributes: key\n"];

    [Theory]
    [MemberData(nameof(Around))]
    public void What_is_written_around_a_certificate_and_how_lines_end_do_not_matter(string around)
    {
        var own = OwnCertificate.Sample;
        Assert.Empty(_checking.Failures(Checking.Good
            .With(CustomCertificateSchema.Certificate, $"{around}{own.Certificate}\n{around}")
            .With(CustomCertificateSchema.Chain, around + own.Chain.Replace("\n", "\r\n", StringComparison.Ordinal) + around)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("www.example.com")]
    public void What_is_not_pem_is_refused(string text) =>
        Assert.Equal([NoCertificate], _checking.Failures(Checking.Good.With(CustomCertificateSchema.Certificate, text)));

    [Fact]
    public void A_damaged_certificate_is_refused()
    {
        var good = OwnCertificate.Sample.Certificate;
        foreach (var damaged in (string[])["-----BEGIN CERTIFICATE-----\nMIIBfTCCASKg\n-----END CERTIFICATE-----", good.Remove(100, 4)])
        {
            Assert.Equal(
                ["certificate is damaged: it cannot be read as a certificate"],
                _checking.Failures(Checking.Good.With(CustomCertificateSchema.Certificate, damaged)));
        }
    }

    [Fact]
    public void A_block_that_is_cut_off_or_holds_what_is_no_base64_is_damaged_and_not_overlooked()
    {
        var good = OwnCertificate.Sample.Certificate;
        foreach (var damaged in (string[])[good[..^10], good.Insert(100, "%"), good.Remove(100, 1)])
        {
            Assert.Equal(
                ["certificate is damaged: something is missing from a certificate in it, or does not belong there"], _checking.Failures(
                    Checking.Good.With(CustomCertificateSchema.Certificate, damaged)));
            Assert.Equal(
                ["chain is damaged: something is missing from a certificate in it, or does not belong there"],
                _checking.Failures(Checking.Good.With(CustomCertificateSchema.Chain, $"{OwnCertificate.Sample.ShortChain}\n{damaged}")));
        }
    }

    [Fact]
    public void A_key_where_it_would_be_shown_is_refused()
    {
        var own = OwnCertificate.Sample;
        const string Reason
            = "holds a private key, which would be shown to everybody who sees the stack; give it as `key`, where it is kept secret";
        foreach (var key in (string[])[own.Key, Keys.Rsa.ExportRSAPrivateKeyPem(), Keys.Encrypted(Keys.Rsa), own.Key[..^10]])
        {
            Assert.Equal(
                [$"certificate {Reason}"],
                _checking.Failures(Checking.Good.With(CustomCertificateSchema.Certificate, $"{own.Certificate}\n{key}")));
            Assert.Equal([$"chain {Reason}"], _checking.Failures(Checking.Good.With(CustomCertificateSchema.Chain, key)));
        }
    }

    [Fact]
    public void Anything_else_than_certificates_is_refused()
    {
        const string Reason = "holds something else than certificates; only blocks that begin with -----BEGIN CERTIFICATE----- belong here";
        Assert.Equal([$"certificate {Reason}"], _checking.Failures(Checking.Good.With(CustomCertificateSchema.Certificate, PublicKey)));
        Assert.Equal(
            [$"chain {Reason}"],
            _checking.Failures(Checking.Good.With(CustomCertificateSchema.Chain, OwnCertificate.Sample.Chain + PublicKey)));
    }

    [Theory]
    [InlineData("certificate")]
    [InlineData("key")]
    [InlineData("chain")]
    [InlineData("certificate", "key", "chain")]
    public void What_is_not_known_yet_is_not_checked(params string[] unknown) => Assert.Empty(_checking.Failures(
        unknown.Aggregate(Checking.Good, static (inputs, name) => inputs.WithRaw(name, PropertyValue.Unknown))));

    [Fact]
    public void Secrets_are_checked_like_anything_else()
    {
        var secret = ((string[])["certificate", "key", "chain"]).Aggregate(
            Checking.Good, static (inputs, name) => inputs.WithRaw(name, new SecretValue(inputs[name]!)));
        Assert.Empty(_checking.Failures(secret));
        Assert.Equal(
            ["key does not belong to the certificate; give the key that the certificate was issued for"],
            _checking.Failures(secret.With(CustomCertificateSchema.Key, OwnCertificate.Issue().Key)));
    }
}
