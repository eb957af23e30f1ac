using Google.Protobuf.WellKnownTypes;
using OvhIplb.Api.Configuration;
using OvhIplb.Api.IpBlocks;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Rpc;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Framework.Values;
using OvhIplb.Provider.Process;
using Pulumirpc;
using AttachmentProperties = OvhIplb.Provider.FailoverAttachments.FailoverAttachmentSchema;
using FreeCertificateId = OvhIplb.Provider.Certificates.Free.FreeCertificateId;
using FreeCertificateProperties = OvhIplb.Provider.Certificates.Free.FreeCertificateSchema;

namespace OvhIplb.Provider.Tests.Arbitrary;

/// <summary>The calls of the package itself that ask nothing of the API, without a server around them.</summary>
internal sealed class Plugin : IAsyncDisposable
{
    private const string UrnPrefix = "urn:pulumi:dev::arbitrary::ovh-iplb:index:";

    private readonly EngineConnection _engine = new();

    private readonly EngineLog _log;

    private readonly Package _package = New();

    private readonly ResourceCalls _resources;

    private readonly ConfigurationCalls _configuration;

    public Plugin()
    {
        _log = new EngineLog(_engine, TimeProvider.System);
        _resources = new ResourceCalls(_package, _log);
        _configuration = new ConfigurationCalls(_package);
    }

    /// <summary>A package that can reach nothing.</summary>
    public static Package New() => new(
        CredentialSources.None(), TimeProvider
            .System, static () => throw new InvalidOperationException(), static _ => throw new InvalidOperationException());

    public IReadOnlyList<ResourceDeclaration> Declarations => [.. _package.Resources.Select(static resource => resource.Declaration)];

    public IEnumerable<Property> Configuration => _package.Declaration.Configuration;

    public CheckResponse Check(string type, Struct news, Struct? olds = null) => _resources.Check(
        Find(type), new CheckRequest
        {
            Urn = UrnPrefix + type + "::one",
            Type = $"ovh-iplb:index:{type}",
            Name = "one",
            News = news,
            Olds = olds ?? new Struct()
        });

    /// <summary>No session is configured, so a diff asks nothing of the API and is done at once.</summary>
    public DiffResponse Diff(string type, string id, Struct state, Struct oldInputs, Struct news)
    {
        var diff = _resources.DiffAsync(
            Find(type),
            new DiffRequest
            {
                Id = id,
                Urn = UrnPrefix + type + "::one",
                Type = $"ovh-iplb:index:{type}",
                Name = "one",
                Olds = state,
                OldInputs = oldInputs,
                News = news
            },
            CancellationToken.None);
        Assert.True(diff.IsCompleted);
        return diff.GetAwaiter().GetResult();
    }

    /// <summary>The id of an object with these inputs, which Check accepts.</summary>
    public static string IdOf(string type, Struct inputs)
    {
        var bag = new PropertyBag(ValueDecoder.Decode(inputs));
        var serviceName = bag.TryGet(ServiceName.Property, out var known) ? known : "lb-1";
        return type switch
        {
            "FailoverAttachment" => $"{serviceName}/{(bag.TryGet(AttachmentProperties.Ip, out var ip) ? IpBlock.Parse(ip).ToString() : "192.0.2.10/32")}",
            "FreeCertificate" => bag.TryGet(FreeCertificateProperties.Fqdns, out var names)
                ? FreeCertificateId.Of(serviceName, names).ToString()
                : $"{serviceName}/www.example.com",
            "CustomCertificate" => $"{serviceName}/5",
            _ => serviceName,
        };
    }

    public CheckResponse CheckConfiguration(Struct news) => _configuration.Check(new CheckRequest { News = news, Olds = new Struct() });

    public DiffResponse DiffConfiguration(Struct olds, Struct news) =>
        _configuration.Diff(new DiffRequest { Olds = olds, OldInputs = olds, News = news });

    public async ValueTask DisposeAsync()
    {
        _package.Dispose();
        await _log.DisposeAsync();
        _engine.Dispose();
    }

    public IResource Find(string type) => _resources.Find($"ovh-iplb:index:{type}");
}
