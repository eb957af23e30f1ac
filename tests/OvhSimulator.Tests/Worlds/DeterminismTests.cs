using System.Text.Json;
using OvhSimulator.Control;
using OvhSimulator.Tests.Certificates;
using OvhSimulator.Worlds;

namespace OvhSimulator.Tests.Worlds;

public sealed class DeterminismTests
{
    private const string Service = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}";
    private const string Form = "grant_type=client_credentials&client_id=EU.simulator&client_secret=simulator-client-secret";

    [Fact]
    public async Task The_same_seed_and_conversation_give_the_same_bytes()
    {
        var pem = Pem.Ecdsa();
        var upload = JsonSerializer.Serialize(new { certificate = pem.Certificate, key = pem.Pkcs8 });
        var first = await TalkAsync(7, upload);
        Assert.Equal(first, await TalkAsync(7, upload));
        Assert.All(first, answer => Assert.Contains("EU.sim-1.", answer, StringComparison.Ordinal));
        Assert.Empty(first.Intersect(await TalkAsync(8, upload)));
    }

    /// <summary>Everything that gives numbers, changes with time or goes wrong: status, query id and body of each answer.</summary>
    private static async Task<List<string>> TalkAsync(int seed, string upload)
    {
        await using var api = await ApiClient.StartAsync(options => (options.Seed, options.TimeScale) = (seed, 10));
        var controls = api.Simulator.Controls;
        var answers = new List<string>();
        // Ports differ from simulator to simulator.
        void Note(Reply reply) => answers.Add($"{reply.Status} {reply.QueryId} {reply.Text}"
            .Replace(api.Simulator.BaseAddress.Authority, "simulator", StringComparison.Ordinal));

        Note(await api.AskTokenAsync(Form));
        Note(await api.PostAsync("/auth/credential", """{"accessRules":[{"method":"GET","path":"/me"}]}"""));
        Note(await api.PostAsync("/ip/192.0.2.10/move", $$"""{"to":"{{DefaultWorld.LoadBalancer}}"}"""));
        Note(await api.PostAsync("/ip/192.0.2.10/park"));
        api.Pass(6);
        Note(await api.GetAsync("/ip/192.0.2.10/task"));
        Note(await api.PostAsync($"{Service}/freeCertificate", """{"fqdn":["www.example.com"]}"""));
        Note(await api.PostAsync($"{Service}/ssl", upload));
        Note(
            await api.PostAsync($"{Service}/http/frontend", """{"zone":"all","port":"81","redirectLocation":"https://www.example.com"}"""));
        Note(await api.PostAsync($"{Service}/refresh"));
        api.Pass(9);
        foreach (var id in (await api.GetAsync($"{Service}/ssl")).Numbers)
        {
            Note(await api.GetAsync($"{Service}/ssl/{id}"));
        }
        controls.Knobs.RenewalChangesNumber = true;
        controls.Advance(TimeSpan.FromDays(61));
        foreach (var id in (await api.GetAsync($"{Service}/ssl?type=built")).Numbers)
        {
            Note(await api.GetAsync($"{Service}/ssl/{id}"));
        }
        controls.Inject(new Fault { Status = 429, RetryAfterSeconds = 1, AfterEffect = true });
        Note(await api.PostAsync($"{Service}/refresh"));
        Note(await api.PostAsync($"{Service}/refresh"));
        Note(await api.GetAsync($"{Service}/instancesState"));
        Note(await api.GetAsync(Service));
        return answers;
    }
}
