using CsCheck;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace OvhIplb.Provider.Tests.Arbitrary;

/// <summary>Whatever the provider is configured with: CheckConfig and DiffConfig answer.</summary>
public sealed class ConfigurationTests : IAsyncDisposable
{
    private const long Samples = 2000;

    private readonly Plugin _plugin = new();

    private Gen<Struct> Bags => WireValues.BagOf(_plugin.Configuration);

    public ValueTask DisposeAsync() => _plugin.DisposeAsync();

    [Fact]
    public void Check_answers_to_anything() => Bags.Sample(news => Assert.NotNull(_plugin.CheckConfiguration(news).Inputs), iter: Samples);

    [Fact]
    public void Diff_answers_to_anything() => Gen.Select(Bags, Bags).Sample(
        (olds, news) => Assert.True(_plugin.DiffConfiguration(olds, news).HasDetailedDiff), iter: Samples);

    [Fact]
    public void Nothing_differs_from_itself() => Bags.Sample(
        configuration =>
        {
            if (_plugin.CheckConfiguration(configuration).Failures.Count == 0)
            {
                Assert.Equal(
                    DiffResponse.Types.DiffChanges.DiffNone,
                    _plugin.DiffConfiguration(configuration, configuration.Clone()).Changes);
            }
        },
        iter: Samples);

    [Fact]
    public void Only_another_endpoint_replaces() => Gen.Select(Bags, Bags).Sample(
        (olds, news) =>
        {
            var diff = _plugin.DiffConfiguration(olds, news);
            Assert.All(diff.Replaces, static cause => Assert.Equal("endpoint", cause));
            Assert.Equal(
                diff.Replaces.Count > 0,
                diff.DetailedDiff.Any(static entry => entry.Value.Kind == PropertyDiff.Types.Kind.UpdateReplace));
            Assert.True(
                diff.Replaces.Count == 0 || !Equals(olds.Fields.GetValueOrDefault("endpoint"), news.Fields.GetValueOrDefault("endpoint")));
        },
        iter: Samples);
}
