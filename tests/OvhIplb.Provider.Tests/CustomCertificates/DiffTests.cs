using OvhIplb.Provider.Certificates.Custom;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Framework.Values;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Tests.LoadBalancers;
using Pulumirpc;
using CertificateProperties = OvhIplb.Provider.Certificates.Shared.CertificateSchema;
using Plugin = OvhIplb.Provider.Tests.Arbitrary.Plugin;

namespace OvhIplb.Provider.Tests.CustomCertificates;

public sealed class DiffTests : IAsyncDisposable
{
    private readonly Plugin _plugin = new();

    private readonly OwnCertificate _own = OwnCertificate.Sample;

    /// <summary>What an import has for inputs.</summary>
    private static PropertyBag Imported => PropertyBag.Empty.With(CustomCertificateSchema.ServiceName, FakeApi.Service);

    public ValueTask DisposeAsync() => _plugin.DisposeAsync();

    [Fact]
    public void Another_chain_of_the_same_certificate_replaces_it_with_the_old_one_deleted_first()
    {
        foreach (var now in (PropertyBag[])[Checking.Good.With(CustomCertificateSchema.Chain, _own.ShortChain), Checking.Good
            .Without(CustomCertificateSchema.Chain)])
        {
            AssertReplaced(Diff(Checking.Good, now), "chain", deletesFirst: true);
            AssertReplaced(Diff(now, Checking.Good), "chain", deletesFirst: true);
        }
    }

    [Fact]
    public void Another_certificate_replaces_it_with_the_new_one_uploaded_first()
    {
        var other = OwnCertificate.Issue();
        var diff = Diff(Checking.Good, Checking.Of(other));
        Assert.Equal(["certificate", "chain"], diff.Replaces.Order(StringComparer.Ordinal));
        Assert.False(diff.DeleteBeforeReplace);
        AssertReplaced(
            Diff(
                Checking.Good.Without(CustomCertificateSchema.Chain),
                Checking.Of(other).Without(CustomCertificateSchema.Chain)), "certificate", deletesFirst: false);
    }

    [Fact]
    public void Another_spelling_of_the_same_is_no_difference()
    {
        using var key = Keys.Ec();
        var own = OwnCertificate.Issue(key);
        AssertNoDifference(Diff(Checking.Of(own), Checking.Of(own)
            .With(CustomCertificateSchema.Key, Keys.Parameters + key.ExportECPrivateKeyPem())
            .With(
                CustomCertificateSchema.Certificate,
                $"subject=CN=www.example.com\n{own.Certificate.Replace("\n", "\r\n", StringComparison.Ordinal)}\n")
            .With(CustomCertificateSchema.Chain, $"# of the authority\n{own.Chain.Replace("\n", "\r\n", StringComparison.Ordinal)}")));
    }

    [Fact]
    public void The_same_chain_in_another_order_or_in_the_other_input_is_no_difference()
    {
        var root = _own.Chain[_own.ShortChain.Length..];
        PropertyBag[] spellings =
        [
            Checking.Good,
            Checking.Good.With(CustomCertificateSchema.Chain, $"{root}\n{_own.ShortChain}"),
            Checking.Good.With(CustomCertificateSchema.Chain, $"{_own.Certificate}\n{_own.Chain}"),
            Checking.Good.Without(CustomCertificateSchema.Chain)
                .With(CustomCertificateSchema.Certificate, $"{_own.Certificate}\n{_own.Chain}"),
            Checking.Good.With(CustomCertificateSchema.Chain, root)
                .With(CustomCertificateSchema.Certificate, $"{_own.ShortChain}\n{_own.Certificate}"),
        ];
        Assert.All(spellings, before => Assert.All(spellings, now => AssertNoDifference(Diff(before, now))));
    }

    [Fact]
    public void Another_chain_within_the_certificate_is_one_too()
    {
        var whole = Checking.Good.Without(CustomCertificateSchema.Chain)
            .With(CustomCertificateSchema.Certificate, $"{_own.Certificate}\n{_own.Chain}");
        AssertReplaced(Diff(whole, whole.With(CustomCertificateSchema.Certificate, _own.Certificate)), "certificate", deletesFirst: true);
    }

    [Fact]
    public void Another_key_is_an_update()
    {
        // Check refuses it, unless the certificate is another too.
        var diff = Diff(Checking.Good, Checking.Good.With(CustomCertificateSchema.Key, OwnCertificate.Issue().Key));
        Assert.Equal("key", Assert.Single(diff.DetailedDiff).Key);
        Assert.Empty(diff.Replaces);
    }

    [Fact]
    public void What_was_imported_is_no_different_once_the_program_gives_what_was_uploaded()
    {
        AssertNoDifference(Diff(Imported, Checking.Good));
        AssertNoDifference(Diff(Imported, Checking.Good.Without(CustomCertificateSchema.Chain)));
        AssertNoDifference(Diff(Imported, Imported));
    }

    [Fact]
    public void What_was_imported_is_replaced_where_the_program_gives_another_certificate() =>
        AssertReplaced(Diff(Imported, Checking.Of(OwnCertificate.Issue())), "certificate", deletesFirst: false);

    [Fact]
    public void What_is_not_known_to_be_live_differs()
    {
        var diff = Diff(Checking.Good, Checking.Good, CustomCertificatePhases.Refreshing);
        Assert.Equal("autoRefresh", Assert.Single(diff.DetailedDiff).Key);
        Assert.Empty(diff.Replaces);
    }

    private static void AssertNoDifference(DiffResponse diff)
    {
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
        Assert.Empty(diff.DetailedDiff);
    }

    private static void AssertReplaced(DiffResponse diff, string by, bool deletesFirst)
    {
        Assert.Equal(by, Assert.Single(diff.Replaces));
        Assert.Equal(deletesFirst, diff.DeleteBeforeReplace);
    }

    /// <summary>Of an entry that has the sample's certificate, unless its inputs say another.</summary>
    private DiffResponse Diff(PropertyBag before, PropertyBag now, string phase = CustomCertificatePhases.Live)
    {
        var leaf = CertificateChain.Parse(before.Get(CustomCertificateSchema.Certificate) ?? _own.Certificate);
        var state = before
            .With(CustomCertificateSchema.Phase, phase)
            .With(Origin.Property, Origin.Created)
            .With(CertificateProperties.CertificateId, 5)
            .With(CertificateProperties.Fingerprint, leaf.Fingerprints);
        return _plugin.Diff(
            "CustomCertificate", $"{FakeApi.Service}/5", ValueEncoder.Encode(state.Value), ValueEncoder.Encode(before.Value), ValueEncoder
                .Encode(now.Value));
    }
}
