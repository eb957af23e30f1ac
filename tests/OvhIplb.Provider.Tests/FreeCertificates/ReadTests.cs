using OvhIplb.Provider.Certificates.Free;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Tests.LoadBalancers;
using CertificateProperties = OvhIplb.Provider.Certificates.Shared.CertificateSchema;

namespace OvhIplb.Provider.Tests.FreeCertificates;

public sealed class ReadTests : IDisposable
{
    private static readonly PropertyBag Inputs = PropertyBag.Empty
        .With(FreeCertificateSchema.ServiceName, FakeApi.Service)
        .With(FreeCertificateSchema.Fqdns, ["a.example"]);

    private readonly FakeApi _api = Certificates.Known(new FakeApi());

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task A_certificate_that_has_expired_is_not_live()
    {
        _api.OnService("GET", "/ssl?type=built", "[5]");
        _api.Time.Advance(TimeSpan.FromDays(90));
        var unfinished = await Assert.ThrowsAsync<ResourceInitializationException>(() => ReadAsync(
            Inputs.With(CertificateProperties.CertificateId, 5).With(FreeCertificateSchema.Phase, FreeCertificatePhases.Live)
                .With(Origin.Property, Origin.Created)));
        Assert.Contains("expired", Assert.Single(unfinished.Reasons), StringComparison.Ordinal);
        Assert.NotEqual(FreeCertificatePhases.Live, unfinished.State.State.Get(FreeCertificateSchema.Phase));
    }

    /// <summary>The schema allows it, and then no list by type shows the certificate.</summary>
    [Fact]
    public async Task A_certificate_of_no_type_is_known_by_its_number()
    {
        _api.OnService("GET", "/ssl/5", """{"id":5,"type":null,"san":["a.example"],"expireDate":"2026-08-01T00:00:00Z"}""");
        var found = await ReadAsync(Inputs
            .With(CertificateProperties.CertificateId, 5).With(FreeCertificateSchema.Phase, FreeCertificatePhases
                .Live).With(Origin.Property, Origin.Created));
        Assert.Equal(FreeCertificatePhases.Live, found?.State.Get(FreeCertificateSchema.Phase));
    }

    [Fact]
    public async Task An_order_that_is_done_and_shows_nothing_yet_is_not_let_go_of()
    {
        _api.OnService("GET", "/ssl?type=built", "[]").OnService("GET", "/task/7", """{"id":7,"status":"done"}""");
        var unfinished = await Assert.ThrowsAsync<ResourceInitializationException>(() => ReadAsync(Inputs
            .With(FreeCertificateSchema.TaskId, "7").With(FreeCertificateSchema.Phase, FreeCertificatePhases
                .Ordering).With(Origin.Property, Origin.Created)));
        Assert.Contains("(task 7 is 'done')", Assert.Single(unfinished.Reasons), StringComparison.Ordinal);
    }

    private Task<ResourceState?> ReadAsync(PropertyBag state) => new FreeCertificateResource(_api.Sessions, new Claims()).ReadAsync(
        new()
        {
            Urn = "urn",
            Name = "one",
            Log = new RecordingLog(),
            Id = FreeCertificateId.Of(FakeApi.Service, ["a.example"]).ToString(),
            Inputs = Inputs,
            State = state,
        },
        TestContext.Current.CancellationToken);
}
