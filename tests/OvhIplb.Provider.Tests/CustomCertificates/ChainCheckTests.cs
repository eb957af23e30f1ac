using OvhIplb.Provider.CustomCertificates;

namespace OvhIplb.Provider.Tests.CustomCertificates;

/// <summary>What leads from a certificate to its root.</summary>
public sealed class ChainCheckTests
{
    private const string BeginsWithLeaf = "chain begins with the certificate itself; give only those that lead from it to its root";

    private readonly Checking _checking = new();

    private readonly OwnCertificate _own = OwnCertificate.Sample;

    private string Root => _own.Chain[_own.ShortChain.Length..];

    [Fact]
    public void The_root_or_all_of_the_chain_may_be_left_out()
    {
        Assert.Empty(Failures(_own.ShortChain));
        Assert.Empty(_checking.Failures(Checking.Good.Without(Properties.Chain)));
    }

    [Fact]
    public void A_chain_out_of_order_is_refused()
    {
        Assert.Equal([OutOfOrder("1st", "the certificate")], Failures($"{Root}\n{_own.ShortChain}"));
        Assert.Equal([OutOfOrder("1st", "the certificate")], Failures(Root));
        Assert.Equal([OutOfOrder("2nd", "the 1st")], Failures($"{_own.ShortChain}\n{_own.ShortChain}"));
        Assert.Equal([OutOfOrder("3rd", "the 2nd")], Failures($"{_own.Chain}\n{_own.ShortChain}"));
    }

    [Fact]
    public void A_chain_that_begins_with_the_certificate_itself_is_refused() =>
        Assert.All((string[])[_own.Certificate, $"{_own.Certificate}\n{_own.Chain}"], chain => Assert.Equal([BeginsWithLeaf], Failures(chain)));

    [Fact]
    public void An_authority_of_the_same_name_with_another_key_did_not_issue_it()
    {
        // Both are named as they should be: only the identifiers of their keys tell.
        OwnCertificate other = OwnCertificate.Issue();
        Assert.Equal([OutOfOrder("1st", "the certificate")], Failures(other.Chain));
        Assert.Equal([OutOfOrder("2nd", "the 1st")], Failures(_own.ShortChain + other.Chain[other.ShortChain.Length..]));
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

    private static string OutOfOrder(string which, string issued) =>
        $"chain is not in order: its {which} certificate did not issue {issued}; begin with the one that issued the certificate, and let each be followed by the one "
        + "that issued it";

    private IReadOnlyList<string> Failures(string chain) => _checking.Failures(Checking.Good.With(Properties.Chain, chain));
}
