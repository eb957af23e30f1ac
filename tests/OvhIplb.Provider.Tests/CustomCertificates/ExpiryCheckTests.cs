using System.Globalization;
using OvhIplb.Provider.Certificates.Custom;

namespace OvhIplb.Provider.Tests.CustomCertificates;

/// <summary>What has expired is not to be uploaded, and what expired since then is to keep nobody from updating the rest.</summary>
public sealed class ExpiryCheckTests
{
    private static readonly DateTimeOffset Past = TimeProvider.System.GetUtcNow().AddDays(-2);

    private static readonly string Day = Past.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static readonly OwnCertificate Leaf = OwnCertificate.Issue(until: Past);

    private static readonly OwnCertificate Intermediate = OwnCertificate.Issue(chainUntil: Past);

    private readonly Checking _checking = new();

    [Fact]
    public void A_certificate_that_has_expired_is_refused()
    {
        Assert.Equal([$"certificate it expired on {Day}; give one that is valid"], _checking.Failures(Checking.Of(Leaf)));
        Assert.Empty(_checking.Log.Warnings);
    }

    [Fact]
    public void One_of_the_chain_that_has_expired_is_refused_and_told_by_its_place()
    {
        Assert.Equal(
            [$"chain its 1st certificate expired on {Day}; give one that is valid"],
            _checking.Failures(Checking.Of(Intermediate)));
        Assert.Equal(
            [$"chain it expired on {Day}; give one that is valid"],
            _checking.Failures(Checking.Of(Intermediate).With(CustomCertificateSchema.Chain, Intermediate.ShortChain)));
    }

    [Fact]
    public void What_was_there_before_it_expired_is_a_warning_only()
    {
        Assert.Empty(_checking.Failures(Checking.Of(Leaf), Checking.Of(Leaf)));
        Assert.Equal($"certificate: it expired on {Day}; give one that is valid.", Assert.Single(_checking.Log.Warnings));
        // Spelt otherwise it is the same.
        var respelt = Checking.Of(Intermediate)
            .With(CustomCertificateSchema.Chain, Intermediate.Chain.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Empty(_checking.Failures(respelt, Checking.Of(Intermediate)));
        Assert.Equal($"chain: its 1st certificate expired on {Day}; give one that is valid.", _checking.Log.Warnings[1]);
    }

    [Fact]
    public void Another_one_that_has_expired_is_refused_whatever_was_there_before()
    {
        Assert.Equal([$"certificate it expired on {Day}; give one that is valid"], _checking.Failures(Checking.Of(Leaf), Checking.Good));
        Assert.Equal(
            [$"chain its 1st certificate expired on {Day}; give one that is valid"],
            _checking.Failures(Checking.Of(Intermediate), Checking.Good));
        Assert.Empty(_checking.Log.Warnings);
    }
}
