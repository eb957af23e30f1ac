using OvhIplb.Provider.Certificates.Free;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Tests.LoadBalancers;
using CertificateProperties = OvhIplb.Provider.Certificates.Shared.CertificateSchema;

namespace OvhIplb.Provider.Tests.FreeCertificates;

public sealed class DeleteTests : IDisposable
{
    private const string Urn = "urn:pulumi:dev::wire::ovh-iplb:index:FreeCertificate::one";

    private readonly FakeApi _api = new();

    private readonly RecordingLog _log = new();

    private readonly Claims _claims = new();

    private OwnedResource Resource => field ??= new(new FreeCertificateResource(_api.Sessions, _claims), _claims);

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Where_the_load_balancer_is_gone_so_are_its_certificates()
    {
        Assert.Null(await Resource.ReadAsync(
            new()
            {
                Urn = Urn,
                Name = "one",
                Log = _log,
                Id = Id("a.example"),
                Inputs = Inputs("a.example"),
                State = State(5, "a.example")
            },
            TestContext.Current.CancellationToken));
        await DeleteAsync(State(5, "a.example"));
        Assert.Empty(_api.Writes);
    }

    [Fact]
    public async Task A_certificate_that_serves_another_resource_too_stays()
    {
        Certificates.Known(_api);
        var other = State(6, "a.example", "www.a.example");
        await Resource.DiffAsync(
            new()
            {
                Urn = Urn + "-other",
                Name = "other",
                Log = _log,
                Id = Id("a.example", "www.a.example"),
                Inputs = Inputs("a.example", "www.a.example"),
                OldInputs = Inputs("a.example", "www.a.example"),
                State = other,
                IsRefresh = false,
            },
            TestContext.Current.CancellationToken);

        await DeleteAsync(State(6, "a.example"));

        Assert.Empty(_api.Writes);
        Assert.Contains(Urn + "-other", Assert.Single(_log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_for_a_refresh_after_it_ends_with_its_time()
    {
        Certificates.Known(_api)
            .OnService("DELETE", "/ssl/5", "null")
            .OnService("GET", "/pendingChanges", """[{"zone":"gra","number":1}]""")
            .OnService("GET", "/task?action=refreshIplb&status=doing", "[3]")
            .OnService("GET", "/task?action=refreshIplb&status=todo", "[]");
        await _api.PassTimeAsync(DeleteAsync(State(5, "a.example")));
        Assert.Contains("after 15 min", Assert.Single(_log.Warnings), StringComparison.Ordinal);
    }

    private static string Id(params string[] names) => FreeCertificateId.Of(FakeApi.Service, names).ToString();

    private static PropertyBag Inputs(params string[] names) =>
        PropertyBag.Empty.With(FreeCertificateSchema.ServiceName, FakeApi.Service).With(FreeCertificateSchema.Fqdns, [.. names]);

    private static PropertyBag State(long number, params string[] names) => Inputs(names)
        .With(CertificateProperties.CertificateId, number).With(FreeCertificateSchema.Phase, FreeCertificatePhases
            .Live).With(Origin.Property, Origin.Created);

    private Task DeleteAsync(PropertyBag state) => Resource.DeleteAsync(
        new() { Urn = Urn, Name = "one", Log = _log, Id = Id("a.example"), OldInputs = Inputs("a.example"), State = state },
        TestContext.Current.CancellationToken);
}
