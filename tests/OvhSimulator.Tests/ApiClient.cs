using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using OpenApi;

namespace OvhSimulator.Tests;

/// <summary>
/// A simulator in virtual time, and a client that signs with its own code. Calls and answers are held to OVH's schemas where
/// these are at hand.
/// </summary>
internal sealed class ApiClient : IAsyncDisposable
{
    private readonly Inspection _inspection;

    private ApiClient(FakeTimeProvider time, Simulator simulator, HttpClient http, Inspection inspection) =>
        (Time, Simulator, Http, _inspection) = (time, simulator, http, inspection);

    public FakeTimeProvider Time { get; }

    public Simulator Simulator { get; }

    public HttpClient Http { get; }

    public string Base => Simulator.BaseAddress.OriginalString;

    public string ApplicationKey { get; set; } = "simulator-application-key";

    public string ApplicationSecret { get; set; } = "simulator-application-secret";

    public string ConsumerKey { get; set; } = "simulator-consumer-key";

    public TimeSpan Skew { get; set; }

    /// <summary>Sent instead of a signature once set.</summary>
    public string? AccessToken { get; set; }

    public static async Task<ApiClient> StartAsync(Action<SimulatorOptions>? configure = null, FakeTimeProvider? time = null)
    {
        time ??= new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var inspection = new Inspection();
        var options = new SimulatorOptions { TimeProvider = time, Observer = inspection.Observe };
        configure?.Invoke(options);
        var simulator = await SimulatorHost.StartAsync(options, TestContext.Current.CancellationToken);
        return new ApiClient(time, simulator, ClientFor(simulator), inspection);
    }

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Reply> PostAsync(string path, string? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<Reply> PutAsync(string path, string body) => SendAsync(HttpMethod.Put, path, body);

    public Task<Reply> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public async Task<Reply> SendAsync(HttpMethod method, string path, string? body = null, string? signature = null, string? host = null)
    {
        var url = Base + path;
        var timestamp = (Time.GetUtcNow() + Skew).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(method, url) { Headers = { Host = host } };
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }
        if (AccessToken is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", AccessToken);
            return await SendAsync(request);
        }
        request.Headers.Add("X-Ovh-Application", ApplicationKey);
        request.Headers.Add("X-Ovh-Consumer", ConsumerKey);
        request.Headers.Add("X-Ovh-Timestamp", timestamp);
        request.Headers.Add("X-Ovh-Signature", signature ?? Sign($"{ApplicationSecret}+{ConsumerKey}+{method}+{url}+{body}+{timestamp}"));
        return await SendAsync(request);
    }

    /// <summary>Asks the token endpoint, with a form and perhaps HTTP Basic.</summary>
    public async Task<Reply> AskTokenAsync(string form, string? basic = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Simulator.TokenUrl);
        request.Content = new StringContent(form, Encoding.UTF8, new MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        request.Headers.Authorization = basic is null
            ? null
            : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(basic)));
        return await SendAsync(request);
    }

    /// <summary>A call below /_simulator.</summary>
    public async Task<Reply> ControlAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, Base[..^"/1.0".Length] + "/_simulator" + path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        return await SendAsync(request);
    }

    private async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        _inspection.Require();
        return await Reply.ReadAsync(response);
    }

    public void Pass(double seconds) => Time.Advance(TimeSpan.FromSeconds(seconds));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Simulator.DisposeAsync();
    }

    private static HttpClient ClientFor(Simulator simulator)
    {
        var handler = new SocketsHttpHandler { UseProxy = false };
        if (simulator.CertificatePem is { } pem)
        {
            handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { X509Certificate2.CreateFromPem(pem) },
                RevocationMode = X509RevocationMode.NoCheck,
            };
        }
        return new HttpClient(handler);
    }

#pragma warning disable CA5350 // OVH's signature scheme is SHA-1.
    private static string Sign(string text) => "$1$" + Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
}
