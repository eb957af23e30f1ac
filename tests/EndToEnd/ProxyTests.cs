namespace EndToEnd;

/// <summary>
/// A proxy in the environment, here a port where nothing listens: engine, plugin, program and the simulated API are all on this
/// machine, so nothing is asked of it. tests/TypeScript has the same of a program for Node.js.
/// </summary>
public sealed class ProxyTests
{
    private const string Dead = "http://127.0.0.1:9";

    [Theory]
    [InlineData("http_proxy")]
    [InlineData("HTTP_PROXY")]
    [InlineData("ALL_PROXY")]
    public async Task A_program_in_csharp_goes_up(string variable) => await GoesUpAsync(await Quickstart.StartAsync(), variable, Dead);

    [Theory]
    [InlineData("http_proxy")]
    [InlineData("ALL_PROXY")]
    public async Task A_program_in_yaml_goes_up(string variable)
    {
        var stack = await Quickstart.StartAsync();
        stack.Yaml = await File.ReadAllTextAsync(
            Path.Combine(Paths.Root, Paths.YamlExample, "Pulumi.yaml"),
            TestContext.Current.CancellationToken);
        await GoesUpAsync(stack, variable, Dead);
    }

    [Fact]
    public async Task The_api_on_this_machine_may_be_called_by_name()
    {
        var stack = await Quickstart.StartAsync();
        stack.Configuration["ovh-iplb:endpoint"] = stack.Endpoint.AbsoluteUri.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        await GoesUpAsync(stack, "http_proxy", Dead);
    }

    [Fact]
    public async Task The_api_elsewhere_is_called_through_the_proxy()
    {
        await using var stack = await Quickstart.StartAsync();
        stack.Configuration["ovh-iplb:endpoint"] = "http://api.example/1.0";

        (var code, var output) = await stack.RunEngineAsync(["preview"], Environment("http_proxy", Dead));

        Assert.Equal(1, code);
        Assert.Contains("127.0.0.1:9", output, StringComparison.Ordinal);
    }

    private static async Task GoesUpAsync(Quickstart started, string variable, string proxy)
    {
        await using var stack = started;

        (var code, var output) = await stack.RunEngineAsync(["up", "--yes"], Environment(variable, proxy));

        Assert.True(code == 0, output);
        Assert.Equal(Quickstart.LoadBalancer, stack.RouteOf("192.0.2.10/32"));
    }

    // What the machine that runs the tests says of proxies must neither help nor harm.
    private static Dictionary<string, string?> Environment(string variable, string proxy)
    {
        string[] all = ["http_proxy", "https_proxy", "all_proxy", "no_proxy", "grpc_proxy", "no_grpc_proxy"];
        var environment = all.Concat(all.Select(static name => name.ToUpperInvariant()))
            .ToDictionary(static name => name, static _ => (string?)null);
        environment[variable] = proxy;
        return environment;
    }
}
