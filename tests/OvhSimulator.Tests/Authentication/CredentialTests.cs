namespace OvhSimulator.Tests.Authentication;

public sealed class CredentialTests
{
    private const string Rules = """{"accessRules":[{"method":"GET","path":"/me"},{"method":"POST","path":"/auth/logout"}]}""";

    [Fact]
    public async Task A_consumer_key_works_once_it_is_validated()
    {
        await using var api = await ApiClient.StartAsync();
        var asked = (await AskAsync(api, Rules)).Expect(200);
        Assert.Equal("pendingValidation", asked["state"].GetString());
        api.ConsumerKey = asked["consumerKey"].GetString()!;
        Assert.Equal("INVALID_CREDENTIAL", (await api.GetAsync("/me")).Expect(403)["errorCode"].GetString());

        api.Simulator.Controls.ValidateCredential(api.ConsumerKey);
        (await api.GetAsync("/me")).Expect(200);
        Assert.Equal("NOT_GRANTED_CALL", (await api.GetAsync("/ip")).Expect(403)["errorCode"].GetString());
        Assert.Throws<ArgumentException>(() => api.Simulator.Controls.ValidateCredential(api.ConsumerKey));
    }

    [Fact]
    public async Task The_validation_url_validates_and_leads_back()
    {
        await using var api = await ApiClient.StartAsync();
        var back = $"{api.Base}/auth/time";
        var asked = (await AskAsync(
            api,
            $$"""{"accessRules":[{"method":"GET","path":"/*"}],"allowedIPs":["127.0.0.1/32"],"redirection":"{{back}}"}""")).Expect(200);
        using var page = await api.Http.GetAsync(asked["validationUrl"].GetString(), TestContext.Current.CancellationToken);
        Assert.Equal(back, page.RequestMessage!.RequestUri!.OriginalString);
        api.ConsumerKey = asked["consumerKey"].GetString()!;
        var credential = (await api.GetAsync("/auth/currentCredential")).Expect(200);
        Assert.Equal("validated", credential["status"].GetString());
        Assert.Equal("127.0.0.1/32", credential["allowedIPs"][0].GetString());
        (await api.ControlAsync(HttpMethod.Post, $"/credentials/{api.ConsumerKey}/validate")).Expect(400);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"accessRules":["GET /me"]}""")]
    [InlineData("""{"accessRules":[{"method":"GET"}]}""")]
    [InlineData("""{"accessRules":[{"method":"PATCH","path":"/me"}]}""")]
    public async Task Access_rules_are_checked(string body)
    {
        await using var api = await ApiClient.StartAsync();
        (await AskAsync(api, body)).Expect(400);
        Assert.Single(api.Simulator.Controls.Read(world => world.Credentials.ToList()));
    }

    [Fact]
    public async Task Only_a_known_application_gets_a_consumer_key()
    {
        await using var api = await ApiClient.StartAsync();
        api.ApplicationKey = "other";
        Assert.Equal("INVALID_KEY", (await AskAsync(api, Rules)).Expect(403)["errorCode"].GetString());
    }

    [Fact]
    public async Task A_consumer_key_logged_out_has_expired()
    {
        await using var api = await ApiClient.StartAsync();
        Assert.Equal("null", (await api.PostAsync("/auth/logout")).Expect(200).Text);
        Assert.Equal("INVALID_CREDENTIAL", (await api.GetAsync("/me")).Expect(403)["errorCode"].GetString());
    }

    // The application key alone counts: a signature that is none does no harm.
    private static Task<Reply> AskAsync(ApiClient api, string body) =>
        api.SendAsync(HttpMethod.Post, "/auth/credential", body, signature: "none");
}
