using System.Text.RegularExpressions;
using OvhSimulator.Authentication;
using OvhSimulator.Worlds;

namespace OvhSimulator.Tests;

/// <summary>A service is terminated in the steps of OVH's Terraform provider.</summary>
public sealed partial class TerminationTests
{
    private const string History = "/me/notification/email/history";

    [Theory]
    [InlineData($"/ipLoadbalancing/{DefaultWorld.LoadBalancer}", DefaultWorld.LoadBalancer)]
    [InlineData("/ip/service/ip-192.0.2.10", "ip-192.0.2.10")]
    [InlineData("/ip/service/ip-198.51.100.0%2F30", "ip-198.51.100.0/30")]
    public async Task The_token_that_is_sent_ends_the_service(string service, string name)
    {
        await using var api = await ApiClient.StartAsync();
        var newest = (await api.GetAsync(History)).Expect(200).Numbers.Max();
        Assert.NotEmpty((await api.PostAsync($"{service}/terminate")).Expect(200).Json.GetString()!);
        var id = Assert.Single((await api.GetAsync(History)).Expect(200).Numbers, number => number > newest);
        var email = (await api.GetAsync($"{History}/{id}")).Expect(200);
        Assert.Equal((id, "2026-03-01T12:00:00+00:00"), (email["id"].GetInt64(), email["date"].GetString()));
        Assert.Contains(name, email["body"].GetString(), StringComparison.Ordinal);
        (await api.GetAsync(service)).Expect(200);
        var token = Token().Match(email["body"].GetString()!).Groups[1].Value;
        (await api.PostAsync(
            $"{service}/confirmTermination",
            $$"""{"token":"{{token}}","reason":"TOO_EXPENSIVE","futureUse":"OTHER","commentary":"gone"}""")).Expect(200);
        (await api.GetAsync(service)).Expect(460);
        (await api.PostAsync($"{service}/terminate")).Expect(460);
    }

    [Theory]
    [InlineData("""{"token":"0123456789abcdef0123456789abcdef"}""")]
    [InlineData("""{"token":""}""")]
    [InlineData("""{"token":null}""")]
    [InlineData("{}")]
    [InlineData("""{"token":"TOKEN","reason":"BORED"}""")]
    [InlineData("""{"token":"TOKEN","futureUse":"NONE"}""")]
    [InlineData("""{"token":"TOKEN","why":"because"}""")]
    public async Task Another_token_or_a_bad_body_ends_nothing(string body)
    {
        await using var api = await ApiClient.StartAsync();
        const string Service = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}";
        (await api.PostAsync($"{Service}/confirmTermination", body)).Expect(400);
        var token = await AskAsync(api, Service);
        (await api.PostAsync($"{Service}/confirmTermination", body.Replace("TOKEN", token, StringComparison.Ordinal))).Expect(400);
        (await api.GetAsync(Service)).Expect(200);
    }

    [Fact]
    public async Task A_token_counts_for_its_service_until_it_is_asked_for_again()
    {
        await using var api = await ApiClient.StartAsync();
        const string Service = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}";
        string first = await AskAsync(api, Service), other = await AskAsync(api, "/ip/service/ip-192.0.2.10"), second = await AskAsync(
            api,
            Service);
        (await api.PostAsync($"{Service}/confirmTermination", $$"""{"token":"{{first}}"}""")).Expect(400);
        (await api.PostAsync($"{Service}/confirmTermination", $$"""{"token":"{{other}}"}""")).Expect(400);
        (await api.PostAsync($"{Service}/confirmTermination", $$"""{"token":"{{second}}"}""")).Expect(200);
        (await api.GetAsync("/ip/service/ip-192.0.2.10")).Expect(200);
    }

    /// <summary>OVH's Terraform provider fails where there has never been an e-mail.</summary>
    [Fact]
    public async Task There_has_been_an_email_before()
    {
        await using var api = await ApiClient.StartAsync();
        var id = Assert.Single((await api.GetAsync(History)).Expect(200).Numbers);
        Assert.NotEmpty((await api.GetAsync($"{History}/{id}")).Expect(200)["subject"].GetString()!);
        (await api.GetAsync($"{History}/{id + 1}")).Expect(404);
    }

    [Fact]
    public async Task Iam_grants_each_step_on_its_own()
    {
        await using var api = await ApiClient.StartAsync();
        api.Simulator.Controls.Change(world =>
            world.ServiceAccounts[0] = new ServiceAccount
            {
                Actions = ["loadbalancer:apiovh:terminate", "account:apiovh:notification/email/history/get"]
            });
        api.AccessToken = AccessToken.DefaultToken;
        var token = await AskAsync(api, $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}");
        (await api.PostAsync($"/ipLoadbalancing/{DefaultWorld.LoadBalancer}/confirmTermination", $$"""{"token":"{{token}}"}""")).Expect(
            403);
        (await api.PostAsync("/ip/service/ip-192.0.2.10/terminate")).Expect(403);
    }

    private static async Task<string> AskAsync(ApiClient api, string service)
    {
        (await api.PostAsync($"{service}/terminate")).Expect(200);
        var newest = (await api.GetAsync(History)).Expect(200).Numbers.Max();
        return Token().Match((await api.GetAsync($"{History}/{newest}")).Expect(200)["body"].GetString()!).Groups[1].Value;
    }

    /// <summary>As OVH's Terraform provider finds it.</summary>
    [GeneratedRegex(@"https://www\.ovh\.com/manager/#/billing/confirmTerminate\?id=[0-9A-Za-z]+&token=([0-9A-Za-z]+)")]
    private static partial Regex Token();
}
