using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using OvhSimulator;
using OvhSimulator.Authentication;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Api;

/// <summary>The other side of the wire does check: a signature that does not fit what was sent is refused.</summary>
public sealed class SignatureTests
{
    private const string Path = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}/refresh";

    [Theory]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("secret", HttpStatusCode.BadRequest)]
    [InlineData("method", HttpStatusCode.BadRequest)]
    [InlineData("path", HttpStatusCode.BadRequest)]
    [InlineData("body", HttpStatusCode.BadRequest)]
    [InlineData("time", HttpStatusCode.BadRequest)]
    [InlineData("consumer", HttpStatusCode.BadRequest)]
    public async Task Is_checked_against_all_it_covers(string tampered, HttpStatusCode expected)
    {
        await using var simulator = await SimulatorHost.StartAsync(new SimulatorOptions());
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var root = simulator.BaseAddress.ToString().TrimEnd('/');
        var now = long.Parse(await http.GetStringAsync(new Uri($"{root}/auth/time")), CultureInfo.InvariantCulture);
        const string Body = """{"zone":"gra"}""";
        var signature = Sign(
            Unless("secret", Credential.DefaultApplicationSecret),
            Unless("consumer", Credential.DefaultConsumerKey),
            tampered == "method" ? "PUT" : "POST",
            Unless("path", root + Path),
            Unless("body", Body),
            tampered == "time" ? now + 1 : now);

        using var request = new HttpRequestMessage(HttpMethod.Post, root + Path)
        {
            Content = new StringContent(Body, Encoding.UTF8, "application/json")
        };
        request.Headers.Add("X-Ovh-Application", Credential.DefaultApplicationKey);
        request.Headers.Add("X-Ovh-Consumer", Credential.DefaultConsumerKey);
        request.Headers.Add("X-Ovh-Timestamp", now.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("X-Ovh-Signature", signature);
        using var answer = await http.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
        Assert.NotEmpty(answer.Headers.GetValues("X-Ovh-QueryID"));
        Assert.Equal(
            expected == HttpStatusCode.BadRequest,
            (await answer.Content.ReadAsStringAsync()).Contains("INVALID_SIGNATURE", StringComparison.Ordinal));

        string Unless(string what, string right) => tampered == what ? right + "x" : right;
    }

    [SuppressMessage("Security", "CA5350", Justification = "OVH's signature scheme is SHA-1.")]
    private static string Sign(string secret, string consumer, string method, string url, string body, long time) =>
        "$1$" + Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{secret}+{consumer}+{method}+{url}+{body}+{time}"))));
}
