using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using OvhIplb.Provider.Certificates.Custom;

namespace OvhIplb.Provider.Tests.CustomCertificates;

/// <summary>PEM as it comes out of editors, environment files and web pages, and what is given in place of PEM.</summary>
public sealed class PastedTextTests
{
    private const string Holds
        = "holds a private key, which would be shown to everybody who sees the stack; give it as `key`, where it is kept secret";

    private readonly Checking _checking = new();

    private readonly OwnCertificate _own = OwnCertificate.Sample;

    public static TheoryData<string, Func<string, string>> Spellings => new()
    {
        { "byte order mark", static pem => "\uFEFF" + pem },
        { "byte order mark read as Windows-1252", static pem => "\u00EF\u00BB\u00BF" + pem },
        { "byte order mark before each block", static pem => pem.Replace("-----BEGIN", "\uFEFF-----BEGIN", StringComparison.Ordinal) },
        { "zero-width space", static pem => "\u200B" + pem + "\u200B" },
        { "zero-width space within", static pem => pem.Insert(60, "\u200B") },
        { "no-break spaces", static pem => "\u00A0\u00A0" + pem.Replace("\n", "\u00A0\n", StringComparison.Ordinal) },
        { "no-break space in the label", static pem => pem.Replace("-----BEGIN ", "-----BEGIN\u00A0", StringComparison.Ordinal) },
        { "literal \\n", static pem => pem.Replace("\n", "\\n", StringComparison.Ordinal) },
        { "literal \\r\\n", static pem => pem.Replace("\n", "\\r\\n", StringComparison.Ordinal) },
        { "escaped twice", static pem => pem.Replace("\n", "\\\\n", StringComparison.Ordinal) },
        { "quotes", static pem => $"\"{pem.Trim().Replace("\n", "\\n", StringComparison.Ordinal)}\"" },
        { "glued", static pem => pem.Replace("\n-----BEGIN", "-----BEGIN", StringComparison.Ordinal)
            .Replace("-----\n-----", "----------", StringComparison.Ordinal) },
        { "one line", static pem => pem.Replace("\n", " ", StringComparison.Ordinal) },
        { "old Mac", static pem => pem.Replace("\n", "\r", StringComparison.Ordinal) },
        { "line separators", static pem => pem.Replace("\n", "\u2028", StringComparison.Ordinal) },
        { "indented", static pem => "    " + pem.Replace("\n", "\n    ", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Is_read(string name, Func<string, string> spell)
    {
        Assert.NotEmpty(name);
        Assert.Empty(_checking.Failures(Checking.Good
            .With(CustomCertificateSchema.Certificate, spell(_own.Certificate))
            .With(CustomCertificateSchema.Chain, spell(_own.Chain))
            .With(CustomCertificateSchema.Key, spell(_own.Key))));
        Assert.Equal(CertificateChain.Parse(_own.Chain).Text, CertificateChain.Parse(spell(_own.Chain)).Text);
        Assert.Equal(PrivateKey.Text(_own.Key), PrivateKey.Text(spell(_own.Key)));
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public void A_key_where_it_would_be_shown_is_seen(string name, Func<string, string> spell)
    {
        Assert.NotEmpty(name);
        Assert.True(Pem.HoldsKey(spell(_own.Key)));
        Assert.Equal(
            [$"certificate {Holds}"],
            _checking.Failures(Checking.Good.With(CustomCertificateSchema.Certificate, spell($"{_own.Key}\n{_own.Certificate}"))));
    }

    [Fact]
    public void A_key_where_it_would_be_shown_is_seen_also_where_it_is_no_pem()
    {
        var der = Convert.FromBase64String(string.Concat(_own.Key.Split('\n').Where(static line => !line.StartsWith('-'))));
        foreach (var key in (string[])[Convert.ToBase64String(der), Base64(_own.Key), _own.Key
            .Replace("-----", "\u2014\u2014", StringComparison.Ordinal)])
        {
            Assert.Equal([$"certificate {Holds}"], _checking.Failures(Checking.Good.With(CustomCertificateSchema.Certificate, key)));
        }

        Assert.True(Pem.MayHoldKey(Encoding.UTF8.GetString(der)));
    }

    [Fact]
    public void What_is_no_pem_is_named()
    {
        var der = Convert.FromBase64String(string.Concat(_own.Certificate.Split('\n').Where(static line => !line.StartsWith('-'))));
        Assert.StartsWith(
            "certificate is binary (DER or PKCS #12) and not PEM",
            Refused(Encoding.UTF8.GetString(der)),
            StringComparison.Ordinal);
        Assert.Equal(
            "certificate is base64 without the lines around it; write -----BEGIN CERTIFICATE----- before and -----END CERTIFICATE----- "
                + "after it",
            Refused(Convert.ToBase64String(der)));
        Assert.Equal("certificate is the base64 of PEM; decode it first, as `base64 -d` does", Refused(Base64(_own.Certificate)));
        Assert.Equal("certificate is the name of a file; give what is in the file", Refused("./certs/www.pem"));
        Assert.Equal(
            "certificate has a line that begins a block and is not written as PEM; it is -----BEGIN CERTIFICATE-----, with five hyphens "
                + "on both sides",
            Refused(_own.Certificate.Replace("-----", "\u2014\u2014", StringComparison.Ordinal)));
        Assert.Equal(
            "certificate holds a certificate signing request; give the certificate that the authority issued for it",
            Refused(Relabelled("CERTIFICATE REQUEST")));
        Assert.Equal(
            "certificate holds PKCS #7; give its certificates in PEM, as `openssl pkcs7 -print_certs` writes them",
            Refused(Relabelled("PKCS7")));
    }

    [Fact]
    public void What_is_no_key_in_pem_is_named()
    {
        var der = Convert.FromBase64String(string.Concat(_own.Key.Split('\n').Where(static line => !line.StartsWith('-'))));
        Assert.StartsWith("key is binary", RefusedKey(Encoding.UTF8.GetString(der)), StringComparison.Ordinal);
        Assert.StartsWith(
            "key is base64 without the lines around it; write -----BEGIN PRIVATE KEY-----",
            RefusedKey(Convert.ToBase64String(der)),
            StringComparison.Ordinal);
        Assert.StartsWith("key is the base64 of PEM", RefusedKey(Base64(_own.Key)), StringComparison.Ordinal);
        Assert.StartsWith("key is the name of a file", RefusedKey("key.pem"), StringComparison.Ordinal);
        Assert.StartsWith(
            "key is in a form that only OpenSSH reads",
            RefusedKey(PemEncoding.WriteString("OPENSSH PRIVATE KEY", der)),
            StringComparison.Ordinal);
    }

    /// <summary>A key does not belong into a certificate, and certificates not into a key, so the commands write one of both.</summary>
    [Fact]
    public void The_command_for_a_container_writes_what_the_property_takes()
    {
        using var pair = X509Certificate2.CreateFromPem(_own.Certificate, _own.Key);
        var container = pair.Export(X509ContentType.Pkcs12);
        Assert.Equal(
            "key is PKCS #12 in base64; give its PRIVATE KEY in PEM, as `openssl pkcs12 -nodes -nocerts` writes it",
            RefusedKey(Convert.ToBase64String(container)));
        Assert.EndsWith(
            "as `openssl pkey -inform der` or `openssl pkcs12 -nodes -nocerts` writes it",
            RefusedKey(Encoding.UTF8.GetString(container)),
            StringComparison.Ordinal);
        Assert.EndsWith(
            "as `openssl x509 -inform der` or `openssl pkcs12 -nokeys` writes it",
            Refused(Encoding.UTF8.GetString(container)),
            StringComparison.Ordinal);
        Assert.Equal(
            "is PKCS #12 in base64; give its CERTIFICATE in PEM, as `openssl pkcs12 -nokeys` writes it",
            PemRefusal.Name(Convert.ToBase64String(container), Pem.Certificate));
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text));

    private string Relabelled(string label) => _own.Certificate.Replace("CERTIFICATE", label, StringComparison.Ordinal);

    private string Refused(string certificate)
        => Assert.Single(_checking.Failures(Checking.Good.With(CustomCertificateSchema.Certificate, certificate)));

    private string RefusedKey(string key) => Assert.Single(_checking.Failures(Checking.Good.With(CustomCertificateSchema.Key, key)));
}
