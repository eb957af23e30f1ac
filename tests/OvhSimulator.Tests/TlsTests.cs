namespace OvhSimulator.Tests;

public sealed class TlsTests
{
    [Fact]
    public async Task Https_is_served_to_who_trusts_the_certificate_and_to_nobody_else()
    {
        await using var api = await ApiClient.StartAsync(options => options.Tls = true);
        Assert.Equal("https", api.Simulator.BaseAddress.Scheme);
        (await api.GetAsync("/ip/192.0.2.10%2F32")).Expect(200);
        (await api.PostAsync("/ip/192.0.2.12%2F32/park")).Expect(200);

        using var stranger = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var refused = await Assert.ThrowsAsync<HttpRequestException>(
            () => stranger.GetStringAsync(api.Base + "/auth/time", TestContext.Current.CancellationToken));
        Assert.Equal(HttpRequestError.SecureConnectionError, refused.HttpRequestError);
    }

    [Fact]
    public async Task The_certificate_is_good_for_localhost_and_its_key_stays_where_it_is()
    {
        await using var api = await ApiClient.StartAsync(options => options.Tls = true);
        var byName = api.Base.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        Assert.NotEmpty(await api.Http.GetStringAsync(byName + "/auth/time", TestContext.Current.CancellationToken));
        Assert.DoesNotContain("PRIVATE KEY", api.Simulator.CertificatePem, StringComparison.Ordinal);

        await using var plain = await ApiClient.StartAsync();
        Assert.Equal(("http", null), (plain.Simulator.BaseAddress.Scheme, plain.Simulator.CertificatePem));
    }
}
