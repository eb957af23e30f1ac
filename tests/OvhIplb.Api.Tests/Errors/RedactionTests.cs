using System.Net;
using System.Text.Json;
using OvhIplb.Api.Authentication;
using OvhIplb.Api.Certificates;
using OvhIplb.Api.Errors;

namespace OvhIplb.Api.Tests.Errors;

/// <summary>Whatever repeats a secret, and wherever: no message shows it.</summary>
public sealed class RedactionTests
{
    private const string IssuedToken = "issued/token+1234";
    private const string KeyLine = "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg/pY+9qYjbti7Xgq4";

    private static readonly CertificateUpload Upload = new()
    {
        Certificate = "leaf",
        Key = $"-----BEGIN PRIVATE KEY-----\r\n{KeyLine}\r\n-----END PRIVATE KEY-----\r\n",
    };

    private static readonly Dictionary<string, Credentials> Clients = new()
    {
        ["keys"] = new ApplicationCredentials("test-app-key", "test-app-secret", "test-consumer-key"),
        ["account"] = new ServiceAccount("EU.test-client", "test client/secret".Replace(' ', '+'), new Uri("https://id.example/token")),
        ["token"] = new AccessToken("test-access-token"),
    };

    private static readonly (string Client, string Secret)[] Secrets =
    [
        ("keys", "test-app-key"),
        ("keys", "test-app-secret"),
        ("keys", "test-consumer-key"),
        ("keys", "$1$0123456789abcdef0123456789abcdef01234567"),
        ("keys", KeyLine),
        ("keys", "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----"),
        ("keys", "-----BEGIN PRIVATE KEY-----\nAAAA-cut-off"),
        ("account", "EU.test-client"),
        ("account", "test+client/secret"),
        ("account", IssuedToken),
        ("token", "test-access-token"),
    ];

    private static readonly Dictionary<string, Func<string, (HttpStatusCode Status, string Body, string QueryId)>> Places = new()
    {
        ["message"] = secret => (HttpStatusCode.BadRequest, Json(new { message = $"[key] Given data ({secret}) is not valid" }), ""),
        ["code"] = secret => (HttpStatusCode.BadRequest, Json(new { message = "No", errorCode = secret }), ""),
        ["class"] = secret => (HttpStatusCode.BadRequest, Json(new { message = "No", @class = secret }), ""),
        ["detail"] = secret => (HttpStatusCode.BadRequest, Json(new { message = "No", details = new { given = secret } }), ""),
        ["nested detail"] = secret => (HttpStatusCode.BadRequest, Json(
            new { message = "No", details = new { given = new[] { secret } } }), ""),
        ["name of a detail"] = secret => (HttpStatusCode.BadRequest, Json(
            new { message = "No", details = new Dictionary<string, string> { [secret] = "x" } }), ""),
        ["nested message"] = secret => (HttpStatusCode.BadRequest, Json(new { message = new { given = secret } }), ""),
        ["slashes escaped"] = secret => (HttpStatusCode.BadRequest, "{\"message\":["
            + Json(secret).Replace("/", "\\/", StringComparison.Ordinal)
            + "]}", ""),
        ["escaped as in a URL"] = secret => (HttpStatusCode.BadRequest, Json(
            new { message = $"client_secret={Uri.EscapeDataString(secret)}" }), ""),
        ["page"] = secret => (HttpStatusCode.Forbidden, $"<html><pre>{secret}</pre></html>", ""),
        ["cut text"] = secret => (HttpStatusCode.BadRequest, new string('x', 490) + " " + secret, ""),
        ["unreadable answer"] = secret => (HttpStatusCode.OK, $"seen: {secret}", ""),
        ["answer of another form"] = secret => (HttpStatusCode.OK, Json(new { metricsToken = secret }), ""),
        ["query id"] = secret => (HttpStatusCode.BadRequest, "{}", secret.Split('\n')[0]),
    };

    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (var (client, secret) in Secrets)
            {
                // What is known by its form alone is known in its own form only.
                var isKnown = !secret.StartsWith('-') && !secret.StartsWith('$');
                foreach (var place in Places.Keys.Where(place => isKnown || place != "escaped as in a URL"))
                {
                    cases.Add(client, secret, place);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Secret_is_not_shown(string client, string secret, string place)
    {
        using var api = Client(client);
        var (status, body, queryId) = Places[place](secret);
        api.Transport.Answer(status, body, ("X-Ovh-QueryID", queryId));
        await RequireHiddenAsync(api, secret);
    }

    [Theory]
    [InlineData("test-consumer-key")]
    [InlineData(KeyLine)]
    public async Task Secret_in_the_words_of_the_network_is_not_shown(string secret)
    {
        using var api = Client("keys");
        api.Transport.Fail(
            new HttpRequestException(HttpRequestError.InvalidResponse, "Received an invalid status line", new IOException($"'{secret}'")));
        await RequireHiddenAsync(api, secret);
    }

    [Fact]
    public void Short_texts_are_not_torn() => Assert.Equal("a short text", Redaction.Of(["short", "a"]).Apply("a short text"));

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);

    private static Wire.Api Client(string name)
    {
        var api = new Wire.Api(Wire.Api.Options with { Credentials = Clients[name] });
        if (name == "account")
        {
            api.Transport.Answer(Json(new { access_token = IssuedToken, expires_in = 3599 }));
        }

        return api;
    }

    /// <summary>Each part of a secret that is long enough to be one.</summary>
    private static async Task RequireHiddenAsync(Wire.Api api, string secret)
    {
        var call = api.Client.Certificates.UploadAsync("lb", Upload, TestContext.Current.CancellationToken);
        await api.PassTimeUntilEnd(call);
        var failed = await Assert.ThrowsAnyAsync<OvhApiException>(() => call);
        var shown = failed + string.Join(' ', failed.Details) + failed.QueryId + failed.ErrorCode + failed.ErrorClass;
        foreach (var form in new[] { secret, Uri.EscapeDataString(secret), secret.Replace("/", "\\/", StringComparison.Ordinal), "AAAA" })
        {
            Assert.DoesNotContain(form, shown, StringComparison.Ordinal);
        }
    }
}
