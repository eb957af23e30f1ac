namespace EndToEnd;

/// <summary>Bad input gets one clear error at the right property, before anything is changed.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("failoverIps", """["192.0.2.300"]""", "property ip ")]
    [InlineData("names", "[]", "property fqdns ")]
    [InlineData("names", """["*.example.com"]""", "property fqdns[0] ")]
    [InlineData("serviceName", "", "property serviceName ")]
    [InlineData("ovh-iplb:endpoint", "ovh-eur", "endpoint")]
    [InlineData("ovh-iplb:consumerKey", null, "consumerKey")]
    [InlineData("ovh-iplb:applicationSecret", "wrong", "signature")]
    public async Task IsRefusedInThePreview(string key, string? value, string said)
    {
        await using var quickstart = await Quickstart.StartAsync();
        quickstart.Configuration[key] = value;

        (await quickstart.PreviewAsync()).Failed().WritesNothing().Says(said);
    }

    [Fact]
    public async Task AllFaultsOfAResource_AreSaidTogether()
    {
        await using var quickstart = await Quickstart.StartAsync();
        quickstart.Names = ["*.example.com", "192.0.2.10", "www.example.com", "WWW.example.com."];

        (await quickstart.PreviewAsync()).Failed().Says("property fqdns[0] ").Says("property fqdns[1] ");
    }

    [Fact]
    public async Task AFailedFunction_SaysWhyInTheFirstLineOfTheException()
    {
        await using var quickstart = await Quickstart.StartAsync(program: "FirewallStack");
        quickstart.Configuration["serviceName"] = "loadbalancer-nowhere";
        quickstart.Configuration["ports"] = """["443"]""";

        var outcome = (await quickstart.PreviewAsync()).Failed();

        string[] lines = [.. outcome.Output.Split('\n').Select(static line => line.Trim())];
        var exception = lines[
            Array.FindLastIndex(lines, static line => line.EndsWith("unhandled exception:", StringComparison.Ordinal)) + 1];
        Assert.StartsWith(
            "Pulumi.Deployment+InvokeException: Invoke of 'ovh-iplb:index:getFirewallRules' failed: GET "
                + "/ipLoadbalancing/loadbalancer-nowhere/",
            exception,
            StringComparison.Ordinal);
        Assert.Contains("HTTP 404", exception, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongCredentials_AreNoCrashOfTheProgram()
    {
        await using var quickstart = await Quickstart.StartAsync();
        quickstart.Configuration["ovh-iplb:applicationSecret"] = "wrong";

        var outcome = (await quickstart.PreviewAsync()).Failed().Says("Check the application secret");

        Assert.DoesNotContain("unhandled exception", outcome.Output, StringComparison.Ordinal);
    }
}
