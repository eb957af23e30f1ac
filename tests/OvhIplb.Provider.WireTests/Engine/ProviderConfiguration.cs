using System.Net;
using Google.Protobuf.WellKnownTypes;
using OvhSimulator.Authentication;

namespace OvhIplb.Provider.WireTests.Engine;

/// <summary>What the provider is configured with where a test does not say otherwise.</summary>
internal static class ProviderConfiguration
{
    public static Struct For(Uri api, IPEndPoint dns) => Wire.Of($$"""
        {
          "endpoint": "{{api}}",
          "applicationKey": "{{Credential.DefaultApplicationKey}}",
          "applicationSecret": "{{Credential.DefaultApplicationSecret}}",
          "consumerKey": "{{Credential.DefaultConsumerKey}}",
          "dnsServers": "[\"{{dns}}\"]",
          "pollInterval": "0.05",
          "rateLimit": "1000",
          "version": "0.1.0"
        }
        """);
}
