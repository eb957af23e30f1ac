using OvhIplb.Provider.Certificates.Custom;

namespace OvhIplb.Provider.Tests.CustomCertificates;

/// <summary>What leads from a certificate to its root.</summary>
public sealed class ChainCheckTests
{
    private readonly Checking _checking = new();

    private readonly OwnCertificate _own = OwnCertificate.Sample;

    private string Root => _own.Chain[_own.ShortChain.Length..];

    [Fact]
    public void The_root_or_all_of_the_chain_may_be_left_out()
    {
        Assert.Empty(Failures(_own.ShortChain));
        Assert.Empty(_checking.Failures(Checking.Good.Without(CustomCertificateSchema.Chain)));
    }

    [Fact]
    public void A_chain_may_be_in_any_order_hold_one_twice_and_the_certificate_itself()
    {
        Assert.Empty(Failures($"{Root}\n{_own.ShortChain}"));
        Assert.Empty(Failures($"{_own.Chain}\n{_own.ShortChain}"));
        Assert.Empty(Failures($"{_own.Certificate}\n{_own.Chain}"));
        Assert.Empty(Failures(_own.Certificate));
    }

    [Fact]
    public void The_certificate_may_hold_its_chain_in_any_order()
    {
        foreach (var certificate in (string[])[$"{_own.Certificate}\n{_own.Chain}", $"{Root}\n{_own.Certificate}\n{_own.ShortChain}", $"{_own.Chain}{_own.Certificate}"])
        {
            var inputs = Checking.Good.With(CustomCertificateSchema.Certificate, certificate);
            Assert.Empty(_checking.Failures(inputs));
            Assert.Empty(_checking.Failures(inputs.Without(CustomCertificateSchema.Chain)));
            var bundle = CertificateBundle.Of(inputs)!;
            Assert.Equal(_own.Fingerprint, CertificateChain.Fingerprint(bundle.Leaf));
            Assert.Equal(CertificateChain.Parse(_own.Chain).Fingerprints, bundle.Chain.Fingerprints);
        }
    }

    [Fact]
    public void What_is_uploaded_in_another_order_is_said()
    {
        CertificateBundle.Of(Checking.Good)!.Tell(_checking.Log);
        CertificateBundle.Of(Checking.Good.With(CustomCertificateSchema.Certificate, $"{_own.Certificate}\n{_own.Chain}")
            .Without(CustomCertificateSchema.Chain))!.Tell(_checking.Log);
        Assert.Empty(_checking.Log.Infos);
        CertificateBundle.Of(Checking.Good.With(CustomCertificateSchema.Chain, $"{Root}\n{_own.ShortChain}"))!.Tell(_checking.Log);
        Assert.Equal(
            ["the certificates are given in another order, or twice: the certificate www.example.com is uploaded with the chain Example "
                + "Intermediate, Example Root, in this order."],
            _checking.Log.Infos);
    }

    [Fact]
    public void What_leads_nowhere_is_told_by_its_place()
    {
        var other = OwnCertificate.Issue();
        Assert.Equal([Stray("chain", "1st")], Failures(Root));
        Assert.Equal([Stray("chain", "3rd")], Failures($"{_own.Chain}\n{other.Certificate}"));
        Assert.Equal(
            [Stray("certificate", "2nd")],
            _checking.Failures(Checking.Good.With(CustomCertificateSchema.Certificate, $"{_own.Certificate}\n{Root}")
                .Without(CustomCertificateSchema.Chain)));
        Assert.Equal(
            ["certificate holds certificates that are no chain; give the one that was issued for the key, and those that lead from it to "
                + "its root"],
            _checking.Failures(Checking.Good.With(CustomCertificateSchema.Certificate, $"{_own.Certificate}\n{other.Certificate}")));
    }

    [Fact]
    public void An_authority_of_the_same_name_with_another_key_did_not_issue_it()
    {
        // Both are named as they should be: only the identifiers of their keys tell.
        var other = OwnCertificate.Issue();
        Assert.Equal([Stray("chain", "1st")], Failures(other.Chain));
        Assert.Equal([Stray("chain", "2nd")], Failures(_own.ShortChain + other.Chain[other.ShortChain.Length..]));
    }

    [Fact]
    public void A_certificate_in_it_that_cannot_be_read_is_told_by_its_place()
    {
        const string Damaged = "-----BEGIN CERTIFICATE-----\nMIIBfTCCASKg\n-----END CERTIFICATE-----";
        Assert.Equal(["chain is damaged: its 2nd certificate cannot be read"], Failures($"{_own.ShortChain}\n{Damaged}"));
        Assert.Equal(["chain is damaged: it cannot be read as a certificate"], Failures(Damaged));
    }

    [Fact]
    public void An_empty_text_is_no_chain() =>
        Assert.Equal(["chain holds no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----"], Failures(""));

    private static string Stray(string property, string which) =>
        $"{property} its {which} certificate issued neither the certificate nor one of those that lead from it to its root; leave it out, "
            + $"or add the one that is missing "
        + "in between";

    private IReadOnlyList<string> Failures(string chain) => _checking.Failures(Checking.Good.With(CustomCertificateSchema.Chain, chain));
}
