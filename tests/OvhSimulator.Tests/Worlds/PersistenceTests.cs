using System.Text.Json;
using OvhSimulator.Tests.Certificates;
using OvhSimulator.Worlds;

namespace OvhSimulator.Tests.Worlds;

public sealed class PersistenceTests : IDisposable
{
    private const string ToLoadBalancer = $$"""{"to":"{{DefaultWorld.LoadBalancer}}"}""";
    private const string Form = "grant_type=client_credentials&client_id=EU.simulator&client_secret=simulator-client-secret";
    private readonly string _directory = Directory.CreateTempSubdirectory("ovh-simulator-").FullName;

    private string StateFile => Path.Combine(_directory, "state", "world.json");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_task_goes_on_after_a_restart_and_ends_when_it_would_have()
    {
        await using var first = await ApiClient.StartAsync(options => options.StateFile = StateFile);
        var id = (await first.PostAsync("/ip/192.0.2.10/move", ToLoadBalancer)).Expect(200)["taskId"].GetInt64();
        first.Pass(20);
        var before = (await first.GetAsync($"/ip/192.0.2.10/task/{id}")).Text;
        // Nothing is saved on the way out that was not saved before: the first is still running.
        await using var second = await ApiClient.StartAsync(options => options.StateFile = StateFile, first.Time);
        Assert.Equal(before, (await second.GetAsync($"/ip/192.0.2.10/task/{id}")).Text);
        second.Pass(40);
        var done = await second.GetAsync($"/ip/192.0.2.10/task/{id}");
        Assert.Equal(("done", "2026-03-01T12:01:00+00:00"), (done["status"].GetString(), done["doneDate"].GetString()));
    }

    [Fact]
    public async Task While_stopped_the_world_goes_on_at_the_wall_clocks_pace()
    {
        var first = await ApiClient.StartAsync(options => (options.StateFile, options.TimeScale) = (StateFile, 100));
        first.Pass(36);
        await first.DisposeAsync();
        first.Pass(10);
        await using var second = await ApiClient.StartAsync(options => (options.StateFile, options.TimeScale) = (StateFile, 2), first.Time);
        second.Pass(5);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 13, 0, 20, TimeSpan.Zero), second.Simulator.Controls.Now);
    }

    [Fact]
    public async Task Everything_survives()
    {
        var first = await ApiClient.StartAsync(options => options.StateFile = StateFile);
        (await first.PostAsync("/ip/192.0.2.10/move", ToLoadBalancer)).Expect(200);
        first.Pass(60);
        (await first.PostAsync($"/ipLoadbalancing/{DefaultWorld.LoadBalancer}/freeCertificate", """{"fqdn":["www.example.com"]}""")).Expect(
            200);
        first.Pass(90);
        (await first.PostAsync($"/ipLoadbalancing/{DefaultWorld.LoadBalancer}/refresh")).Expect(200);
        var pem = Pem.Ecdsa();
        (await first.PostAsync(
            $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}/ssl",
            JsonSerializer.Serialize(new { certificate = pem.Certificate, key = pem.Pkcs8 }))).Expect(200);
        (await first.PutAsync($"/ipLoadbalancing/{DefaultWorld.LoadBalancer}/serviceInfos", """{"renew":{"deleteAtExpiration":true}}"""))
            .Expect(200);
        (await first.PostAsync("/auth/credential", """{"accessRules":[{"method":"GET","path":"/me"}]}""")).Expect(200);
        (await first.AskTokenAsync(Form)).Expect(200);
        first.Simulator.Controls.SetClockSkew(TimeSpan.FromSeconds(30));
        first.Simulator.Controls.SetState(DefaultWorld.LoadBalancer, "suspended");
        first.Simulator.Controls.SetExpired(DefaultWorld.OverseasLoadBalancer, expired: true);
        first.Simulator.Controls.SetExpired("192.0.2.12/32", expired: true);
        first.Simulator.Controls
            .Inject(new() { Path = "/never", Status = 429, RetryAfterSeconds = 3, Headers = new() { ["X-Reason"] = "busy" } });
        first.Simulator.Controls.FailNextTask(new("none", "error"));
        var dump = first.Simulator.Controls.Dump();
        await first.DisposeAsync();
        await using var second = await ApiClient.StartAsync(options => options.StateFile = StateFile, first.Time);
        Assert.Equal(dump, second.Simulator.Controls.Dump());
        // What a dump leaves out would be missing on both sides.
        Assert.Equal((TimeSpan.FromSeconds(30), "suspended", true, true), second.Simulator.Controls.Read(world => (
            world.ClockSkew,
            world.LoadBalancers[0].State,
            world.LoadBalancers[1].Expired,
            world.Ips.Single(ip => ip.Ip == "192.0.2.12/32").Expired)));
        Assert.Equal(
            (3, "busy"),
            second.Simulator.Controls.Read(world => (world.Faults[0].RetryAfterSeconds, world.Faults[0].Headers["X-Reason"])));
        Assert.Equal("pendingValidation", second.Simulator.Controls.Read(world => world.Credentials[^1].Status));
    }

    [Fact]
    public async Task A_token_is_good_and_a_renewal_due_after_a_restart()
    {
        const string Certificates = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}/ssl";
        await using var first = await ApiClient.StartAsync(options => options.StateFile = StateFile);
        first.Simulator.Controls.SetDns("www.example.com", ["203.0.113.10"]);
        (await first.PostAsync($"/ipLoadbalancing/{DefaultWorld.LoadBalancer}/freeCertificate", """{"fqdn":["www.example.com"]}""")).Expect(
            200);
        first.Pass(90);
        var path = $"{Certificates}/{Assert.Single((await first.GetAsync(Certificates)).Numbers)}";
        var before = (await first.GetAsync(path))["fingerprint"].GetString()!;
        var token = (await first.AskTokenAsync(Form)).Expect(200)["access_token"].GetString()!;
        await using var second = await ApiClient.StartAsync(options => options.StateFile = StateFile, first.Time);
        second.AccessToken = token;
        Assert.Equal(before, (await second.GetAsync(path)).Expect(200)["fingerprint"].GetString());
        second.Simulator.Controls.Advance(TimeSpan.FromDays(60));
        Assert.NotEqual(before, (await second.GetAsync(path)).Expect(200)["fingerprint"].GetString());
    }

    [Fact]
    public async Task A_file_nobody_can_read_is_named()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(StateFile)!);
        await File.WriteAllTextAsync(StateFile, "{", TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => ApiClient.StartAsync(options => options.StateFile = StateFile));
        Assert.Contains(StateFile, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_seed_decides_every_number()
    {
        Assert.Equal(await Ids(7), await Ids(7));
        Assert.NotEqual(await Ids(7), await Ids(8));

        static async Task<(string?, string)> Ids(int seed)
        {
            await using var api = await ApiClient.StartAsync(options => options.Seed = seed);
            var reply = (await api.PostAsync("/ip/192.0.2.10/move", ToLoadBalancer)).Expect(200);
            return (reply.QueryId, reply.Text);
        }
    }
}
