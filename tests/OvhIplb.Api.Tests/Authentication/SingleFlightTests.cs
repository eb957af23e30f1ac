using OvhIplb.Api.Tests.Wire;

namespace OvhIplb.Api.Tests.Authentication;

public sealed class SingleFlightTests
{
    [Fact]
    public async Task Calls_that_start_together_ask_for_the_time_once()
    {
        using var api = new Wire.Api();
        using var gate = new Gate(api.Transport);
        using var client = new OvhClient(Wire.Api.Options, gate, api.Time, new Random(1));
        api.Transport.Answer("[]").Answer("[]");
        var both = new[] { Zones(client), Zones(client) };
        Assert.Equal(1, gate.Arrived);
        gate.Open();
        await Task.WhenAll(both);
        Assert.Equal(1, api.Transport.TimeRequests);
        Assert.Equal(2, api.Transport.Requests.Count);
    }

    private static Task Zones(OvhClient client)
        => client.LoadBalancers.GetZonesAsync(Wire.Api.Service, TestContext.Current.CancellationToken);

    private sealed class Gate(FakeTransport transport) : DelegatingHandler(transport)
    {
        private readonly TaskCompletionSource _open = new();

        public int Arrived { get; private set; }

        public void Open() => _open.SetResult();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Arrived++;
            await _open.Task;
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
