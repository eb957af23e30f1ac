using System.Collections.Immutable;
using System.Net;
using System.Reflection;
using OvhIplb.Api;
using OvhIplb.Api.Configuration;
using OvhIplb.Api.Endpoints;
using OvhIplb.Provider.Certificates.Custom;
using OvhIplb.Provider.Certificates.Free;
using OvhIplb.Provider.Dns;
using OvhIplb.Provider.FailoverAttachments;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Process;
using OvhIplb.Provider.Refreshes;
using ConfigurationProperties = OvhIplb.Provider.Process.ConfigurationSchema;

namespace OvhIplb.Provider;

/// <summary>The package <c>ovh-iplb</c>: what it declares and how it gets at the API.</summary>
internal sealed class Package : IPackage, IDisposable
{
    /// <summary>What is not about which API is called, and as whom.</summary>
    private static readonly ImmutableArray<Property> Settings =
        [ConfigurationProperties.DnsServers, ConfigurationProperties.PollInterval, ConfigurationProperties.RateLimit];

    private readonly SessionHolder _sessions = new();

    private readonly Claims _claims = new();

    private readonly CredentialLookup _credentials;

    private readonly TimeProvider _time;

    private readonly Func<HttpMessageHandler> _transport;

    private readonly Func<IReadOnlyList<IPEndPoint>, INameResolver> _resolver;

    private OvhClient? _client;

    /// <param name="sources">Where endpoint and credentials come from besides the configuration.</param>
    /// <param name="time">The clock.</param>
    /// <param name="transport">Makes what puts requests on the wire.</param>
    /// <param name="resolver">Makes what looks names up, by the DNS servers that are configured.</param>
    public Package(
        CredentialSources sources, TimeProvider time, Func<HttpMessageHandler> transport,
        Func<IReadOnlyList<IPEndPoint>, INameResolver> resolver)
    {
        _credentials = new CredentialLookup(sources);
        _time = time;
        _transport = transport;
        _resolver = resolver;
        Resources =
        [
            Owned(new CustomCertificateResource(_sessions, _claims, time)),
            Owned(new FailoverAttachmentResource(_sessions, _claims)),
            Owned(new FreeCertificateResource(_sessions, _claims)),
            new ExpirableResource(new RefreshResource(_sessions)),
        ];
        Functions =
        [
            new Functions.GetCertificate(_sessions),
            new Functions.GetCertificates(_sessions),
            new Functions.GetFailovers(_sessions),
            new Functions.GetFirewallRules(_sessions),
            new Functions.GetInstancesState(_sessions),
            new Functions.GetLoadBalancer(_sessions),
            new Functions.GetMoveDestinations(_sessions),
            new Functions.GetNatIps(_sessions),
            new Functions.GetPendingChanges(_sessions),
        ];
    }

    public static string Version { get; } =
        typeof(Package).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public PackageDeclaration Declaration { get; } = new()
    {
        Name = "ovh-iplb",
        Version = Version,
        DisplayName = "OVHcloud IP Load Balancing",
        Description = "Failover attachments, free and own certificates, and refreshes of OVHcloud IP Load Balancing (IPLB), declared.",
        Keywords = ["pulumi", "ovh", "ovhcloud", "iplb", "load-balancer", "category/network", "kind/native"],
        Homepage = "https://github.com/example/pulumi-ovh-iplb",
        Repository = "https://github.com/example/pulumi-ovh-iplb",
        LogoUrl = "https://raw.githubusercontent.com/example/pulumi-ovh-iplb/main/docs/logo.png",
        License = "Apache-2.0",
        Publisher = "OvhIplb contributors",
        PluginDownloadUrl = "github://api.github.com/example/pulumi-ovh-iplb",
        CSharp = new CSharpLanguage(
            "OvhIplb",
            ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("ovh-iplb", "Components")]),
            ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("Pulumi", "[3.112.1,4)")])),
        Configuration =
        [
            .. ConfigurationProperties.OfTheApi,
            .. Settings,
        ],
    };

    public IReadOnlyList<IResource> Resources { get; }

    public IReadOnlyList<IFunction> Functions { get; }

    public void CheckConfiguration(PropertyBag configuration, CheckFailures failures)
    {
        if (CredentialLookup.IsDecidable(configuration))
        {
            foreach (var failure in CredentialLookup.Failures(_credentials.Resolve(configuration)))
            {
                failures.Add(failure.Path, failure.Reason);
            }
        }
    }

    /// <summary>New credentials may be the same account's; only another API cannot know our objects.</summary>
    public IEnumerable<PropertyDifference> DiffConfiguration(PropertyBag oldConfiguration, PropertyBag newConfiguration)
    {
        if (oldConfiguration.TryGet(ConfigurationProperties.Endpoint, out var before)
            && newConfiguration.TryGet(ConfigurationProperties.Endpoint, out var after)
            && Endpoint.TryParse(before, out var old, out _)
            && Endpoint.TryParse(after, out var now, out _)
            && new Uri(old.BaseUrl).Authority != new Uri(now.BaseUrl).Authority)
        {
            yield return new PropertyDifference(ConfigurationProperties.Endpoint.Name, Replace: true, FromInputs: true);
        }
    }

    public Task ConfigureAsync(PropertyBag configuration, CancellationToken cancellationToken)
    {
        _claims.Clear();
        if (!CredentialLookup.IsDecidable(configuration))
        {
            _sessions.Current = null;
            return Task.CompletedTask;
        }

        var resolution = _credentials.Resolve(configuration);
        if (!resolution.IsComplete)
        {
            throw new InputException(CredentialLookup.Failures(resolution));
        }

        // In a preview what a setting will be may not be known yet; until then it is as if it were not given.
        var settings = Settings.Where(configuration.IsUnknown).Aggregate(configuration, static (known, setting) => known.Without(setting));
        var before = _client;
        _client = new OvhClient(
            new OvhClientOptions
            {
                Endpoint = resolution.Endpoint,
                Credentials = resolution.Credentials,
                UserAgent = $"pulumi-resource-ovh-iplb/{Version}",
                RateLimit = new RateLimit(RateLimit.Default.Burst, settings.Get(ConfigurationProperties.RateLimit)),
            },
            _transport(),
            _time,
            new Random());
        _sessions.Current = new Session(
            _client,
            _time,
            TimeSpan.FromSeconds(settings.Get(ConfigurationProperties.PollInterval)),
            _resolver([.. settings.Get(ConfigurationProperties.DnsServers).Select(DnsServer.Parse)]));
        before?.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _client?.Dispose();

    private ExpirableResource Owned(IOwnedResource resource) => new(new OwnedResource(resource, _claims));
}
