using OvhIplb.Provider.FreeCertificates;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;
using OvhIplb.Provider.Tests.LoadBalancers;
using CertificateProperties = OvhIplb.Provider.Certificates.Properties;

namespace OvhIplb.Provider.Tests.FreeCertificates;

public sealed class ReadTests : IDisposable
{
    private static readonly PropertyBag Inputs = PropertyBag.Empty
        .With(Properties.ServiceName, FakeApi.Service)
        .With(Properties.Fqdns, ["a.example"]);

    private readonly FakeApi _api = Certificates.Known(new FakeApi());

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task A_certificate_that_has_expired_is_not_live()
    {
        _api.OnService("GET", "/ssl?type=built", "[5,6]").Time.Advance(TimeSpan.FromDays(90));
        var unfinished = await Assert.ThrowsAsync<ResourceInitializationException>(() => new OvhIplb.Provider.FreeCertificates.Resource(_api.Sessions).ReadAsync(
            new()
            {
                Urn = "urn",
                Name = "one",
                Log = new RecordingLog(),
                Id = CertificateId.Of(FakeApi.Service, ["a.example"]).ToString(),
                Inputs = Inputs,
                State = Inputs
                    .With(CertificateProperties.CertificateId, 5).With(Properties.Phase, Phases.Live).With(Origin.Property, Origin.Created),
            },
            TestContext.Current.CancellationToken));
        Assert.Contains("expired", Assert.Single(unfinished.Reasons), StringComparison.Ordinal);
        Assert.NotEqual(Phases.Live, unfinished.State.State.Get(Properties.Phase));
    }
}
