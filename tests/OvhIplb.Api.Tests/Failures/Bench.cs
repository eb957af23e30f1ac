using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OpenApi;
using OvhIplb.Api.Authentication;
using OvhIplb.Api.Certificates;
using OvhSimulator;
using OvhSimulator.Authentication;
using OvhSimulator.Ips;
using OvhSimulator.LoadBalancers;
using OvhSimulator.Worlds;
using Endpoint = OvhIplb.Api.Endpoints.Endpoint;
using ServiceAccount = OvhIplb.Api.Authentication.ServiceAccount;

namespace OvhIplb.Api.Tests.Failures;

/// <summary>A simulator over a real connection, and clients for it whose waits take no time.</summary>
public sealed class Bench : IAsyncLifetime
{
    /// <summary>A task that is done, of the IP and of the load balancer.</summary>
    public const long TaskId = 4711;

    /// <summary>A certificate that is there from the start.</summary>
    public const long CertificateId = 4712;

    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Inspection _inspection = new();
    private readonly HoldingTime _serverTime = new(Start);
    private Simulator? _simulator;

    public static CertificateUpload Upload { get; } = CreateUpload();

    /// <summary>What a client tells the server in confidence with a call, and no message may show.</summary>
    public static IReadOnlyList<string> SecretsOf(ApiCall call, bool asServiceAccount) =>
    [
        .. asServiceAccount
            ? [OvhSimulator.Authentication.ServiceAccount.DefaultClientId, OvhSimulator.Authentication.ServiceAccount.DefaultClientSecret]
            : new[] { Credential.DefaultApplicationKey, Credential.DefaultApplicationSecret, Credential.DefaultConsumerKey },
        .. call.Name == ApiCalls.Uploading
            ? Upload.Key.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("-----", StringComparison.Ordinal))
            : [],
    ];

    public Simulator Simulator => _simulator ?? throw new InvalidOperationException("The simulator was not started.");

    public async ValueTask InitializeAsync() => _simulator = await SimulatorHost.StartAsync(
        new SimulatorOptions { TimeProvider = _serverTime, Observer = _inspection.Observe }, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Simulator.DisposeAsync();
        _inspection.Require();
    }

    /// <summary>The world as it was, with something in it for every call to find.</summary>
    public void Reset()
    {
        Simulator.Controls.Reset();
        Simulator.Controls.Change(world =>
        {
            var balancer = world.LoadBalancers.Find(one => one.ServiceName == DefaultWorld.LoadBalancer)!;
            balancer.Tasks.Add(new LoadBalancerTask
            {
                Id = TaskId,
                Action = LoadBalancerTask.Refresh,
                Status = "done",
                ServiceName = balancer.ServiceName,
                Zones = [],
                CreationDate = world.Now,
                DoneDate = world.Now,
                Duration = TimeSpan.Zero,
            });
            balancer.Certificates.Add(new OvhSimulator.Certificates.Certificate
            {
                Id = CertificateId,
                IsOrdered = false,
                Fingerprint = "AB:CD",
                Serial = "1",
                Subject = "/CN=old.example.com",
                San = ["old.example.com"],
                ExpireDate = world.Now + TimeSpan.FromDays(30),
            });
            world.Ips.Find(ip => ip.Ip == "192.0.2.10/32")!.Tasks.Add(new IpTask
            {
                TaskId = TaskId,
                Status = "done",
                Ip = "192.0.2.10/32",
                StartDate = world.Now,
                DoneDate = world.Now,
                ListedFrom = world.Now,
                Duration = TimeSpan.Zero,
            });
        });
    }

    /// <summary>A client that has called before: it knows the server's clock, or has a token.</summary>
    public async Task<OvhClient> ConnectAsync(bool asServiceAccount)
    {
        var time = new ImpatientTime(Start);
        _serverTime.Held = () => _ = Task.Run(() => time.Advance(Wire.Api.Options.RequestTimeout));
        var options = Wire.Api.Options with
        {
            Endpoint = Endpoint.Parse(Simulator.BaseAddress.AbsoluteUri),
            Credentials = asServiceAccount
                ? new ServiceAccount(
                    OvhSimulator.Authentication.ServiceAccount.DefaultClientId,
                    OvhSimulator.Authentication.ServiceAccount.DefaultClientSecret,
                    Simulator.TokenUrl)
                : new ApplicationCredentials(
                    Credential.DefaultApplicationKey,
                    Credential.DefaultApplicationSecret,
                    Credential.DefaultConsumerKey),
        };
        var client = new OvhClient(options, OvhClient.CreateTransport(), time, new Random(1));
        await client.Authentication.GetDetailsAsync(TestContext.Current.CancellationToken);
        Simulator.Controls.ClearCalls();
        return client;
    }

    private static CertificateUpload CreateUpload()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=own.example.com", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(Start.AddDays(-1), Start.AddDays(365));
        return new CertificateUpload { Certificate = certificate.ExportCertificatePem(), Key = key.ExportPkcs8PrivateKeyPem() };
    }
}
