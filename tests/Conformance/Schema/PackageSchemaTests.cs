using System.Diagnostics;
using System.Text.Json;

namespace Conformance.Schema;

/// <summary>The committed package schema is what the plugin says today.</summary>
public sealed class PackageSchemaTests
{
    private static string Committed => File.ReadAllText(Path.Combine(Repository.Root, "sdk", "schema.json"));

    [Fact]
    public async Task Committed_IsWhatThePluginPrints()
    {
        using var plugin = Process.Start(new ProcessStartInfo(Path.Combine(Repository.Root, "plugin", "pulumi-resource-ovh-iplb"), "--schema")
        {
            RedirectStandardOutput = true,
        })!;
        var printed = await plugin.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.True(printed == Committed, "sdk/schema.json is stale: plugin/pulumi-resource-ovh-iplb --schema > sdk/schema.json");
    }

    [Fact]
    public void EveryCredential_IsSecret()
    {
        using var schema = JsonDocument.Parse(Committed);
        var variables = schema.RootElement.GetProperty("config").GetProperty("variables");

        Assert.All(
            ["applicationKey", "applicationSecret", "consumerKey", "clientId", "clientSecret", "accessToken"],
            name => Assert.True(variables.GetProperty(name).GetProperty("secret").GetBoolean()));
    }
}
