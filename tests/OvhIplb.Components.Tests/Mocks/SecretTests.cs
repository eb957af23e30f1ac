using Pulumi;
using Pulumi.Utilities;

namespace OvhIplb.Components.Tests.Mocks;

/// <summary>What is secret when it is given is secret when it is sent. What mocks answer is never secret.</summary>
public sealed class SecretTests
{
    [Fact]
    public async Task A_secret_stays_secret_in_every_kind_of_argument()
    {
        var certificate = new FreeCertificateArgs
        {
            ServiceName = Output.CreateSecret("lb-1"),
            Fqdns = { "example.com", Output.CreateSecret("hidden.example.com") }
        };
        var refresh = new RefreshArgs { ServiceName = "lb-1", Triggers = { { "shown", "1" }, { "hidden", Output.CreateSecret("2") } } };
        Assert.True(await Output.IsSecretAsync(certificate.ServiceName.ToOutput()));
        Assert.True(await Output.IsSecretAsync(certificate.Fqdns.ToOutput()));
        Assert.True(await Output.IsSecretAsync(refresh.Triggers.ToOutput()));
        Assert.False(await Output.IsSecretAsync(refresh.ServiceName.ToOutput()));
    }

    [Fact]
    public async Task Credentials_are_secret_and_keep_their_value_though_given_as_plain_text()
    {
        var provider = new ProviderArgs
        {
            ApplicationKey = "key",
            ApplicationSecret = "secret",
            ConsumerKey = "consumer",
            Endpoint = "ovh-eu"
        };
        foreach (var (credential, value) in new[] {
            (provider.ApplicationKey, "key"),
            (provider.ApplicationSecret, "secret"),
            (provider.ConsumerKey, "consumer") })
        {
            Assert.True(await Output.IsSecretAsync(credential.ToOutput()));
            Assert.Equal(value, await OutputUtilities.GetValueAsync(credential.ToOutput()));
        }

        Assert.False(await Output.IsSecretAsync(provider.Endpoint.ToOutput()));
    }

    [Fact]
    public async Task A_private_key_is_secret_though_given_as_plain_text_and_a_certificate_is_not()
    {
        var own = new CustomCertificateArgs { ServiceName = "lb-1", Certificate = "certificate", Key = "key" };
        Assert.True(await Output.IsSecretAsync(own.Key.ToOutput()));
        Assert.Equal("key", await OutputUtilities.GetValueAsync(own.Key.ToOutput()));
        Assert.False(await Output.IsSecretAsync(own.Certificate.ToOutput()));
    }

    [Fact]
    public async Task A_credential_that_is_not_known_yet_waits()
    {
        var provider = new ProviderArgs { ApplicationSecret = OutputUtilities.CreateUnknown("not yet") };
        Assert.False(await OutputUtilities.GetIsKnownAsync(provider.ApplicationSecret.ToOutput()));
        Assert.True(await Output.IsSecretAsync(provider.ApplicationSecret.ToOutput()));
    }
}
