using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.WireTests.Engine;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Certificates;

/// <summary>
/// A private key is shown to nobody, wherever a program puts it. That no answer, line or error of any other test holds one is required
/// where they end.
/// </summary>
public sealed class SecrecyTests(SharedDeployment shared) : IClassFixture<SharedDeployment>
{
    private static readonly OwnCertificate Own = OwnCertificate.Sample;

    [Fact]
    public async Task A_key_that_was_given_in_the_clear_is_a_secret_from_the_check_on()
    {
        Entry entry = shared.Deployment.Entry("CustomCertificate");
        CheckResponse check = await entry.CheckAsync(Wire.Of(Wire.Own(Own)).With("key", Wire.Quoted(Own.Key)));
        Assert.Empty(check.Failures);
        Assert.True(Wire.IsSecret(check.Inputs.Fields["key"]));
    }

    [Theory]
    [InlineData("key", "does not belong to the certificate")]
    [InlineData("certificate", "holds a private key")]
    [InlineData("chain", "holds a private key")]
    [InlineData("displayName", "holds a private key")]
    [InlineData("privateKey", "unknown property 'privateKey'")]
    public async Task A_failure_at_a_key_in_the_clear_is_told_without_the_property(string name, string reason)
    {
        Entry entry = shared.Deployment.Entry("CustomCertificate");
        Struct inputs = Wire.Of(Wire.Own(OwnCertificate.Issue())).With(name, Wire.Quoted(Own.Key));
        CheckResponse check = await entry.CheckAsync(inputs);
        Assert.Contains(check.Failures, failure => failure.Property.Length == 0 && failure.Reason.Contains(reason, StringComparison.Ordinal));
        Assert.DoesNotContain(check.Failures, failure => failure.Property == name);
    }

    /// <summary>The real engine prints a failing value as it is, marked as a secret or not.</summary>
    [Fact]
    public async Task Nor_is_the_property_told_of_a_failure_at_what_is_marked_as_a_secret()
    {
        Entry entry = shared.Deployment.Entry("CustomCertificate");
        CheckResponse check = await entry.CheckAsync(Wire.Of(Wire.Own(OwnCertificate.Issue())).With("key", Wire.Secret(Wire.Quoted(Own.Key))));
        CheckFailure failure = Assert.Single(check.Failures);
        Assert.Equal(("", "key: does not belong to the certificate; give the key that the certificate was issued for"), (failure.Property, failure.Reason));
    }
}
