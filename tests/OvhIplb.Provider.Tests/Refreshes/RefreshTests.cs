using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Refreshes;
using OvhIplb.Provider.Tests.LoadBalancers;

namespace OvhIplb.Provider.Tests.Refreshes;

public sealed class RefreshTests
{
    [Fact]
    public async Task A_refresh_that_is_done_is_kept_whatever_becomes_of_the_look_after_it()
    {
        var api = new FakeApi();
        api
            .OnService("GET", "/task?action=refreshIplb&status=doing", "[]")
            .OnService("GET", "/task?action=refreshIplb&status=todo", "[]")
            .OnService("POST", "/refresh", """{"id":3,"status":"done"}""");
        var log = new RecordingLog();

        var created = await new RefreshResource(api.Sessions).CreateAsync(
            new()
            {
                Urn = "urn",
                Name = "one",
                Log = log,
                Preview = false,
                Inputs = PropertyBag.Empty.With(RefreshSchema.ServiceName, FakeApi.Service)
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(RefreshPhases.Live, created.State.Get(RefreshSchema.Phase));
        Assert.Contains("pending", Assert.Single(log.Warnings), StringComparison.Ordinal);
    }
}
