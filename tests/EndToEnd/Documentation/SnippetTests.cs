using System.Text.Json;
using OvhSimulator.Certificates;

namespace EndToEnd.Documentation;

/// <summary>The example of every resource and function does what it shows, from nothing and back to it.</summary>
public sealed class SnippetTests
{
    private const string Folder = "docs/snippets";

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, Folder)).Select(static folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_runs(string name)
    {
        await using Quickstart stack = await Quickstart.StartAsync();
        stack.Binary = StackCompiler.Build(await File.ReadAllTextAsync(Path.Combine(Repository.Root, Folder, name, "Program.cs"), TestContext.Current.CancellationToken), stack.Folder);
        stack.Overrides["ovh-iplb-quickstart:certificate"] = JsonSerializer.Serialize(OwnCertificate.Sample.Certificate);
        stack.Overrides["ovh-iplb-quickstart:key"] = JsonSerializer.Serialize(OwnCertificate.Sample.Key);
        if (name is "getCertificate" or "getCertificates")
        {
            Install(stack);
        }

        (await stack.UpAsync()).Succeeded();
        JsonElement outputs = stack.Outputs();
        Assert.All(outputs.EnumerateObject(), static output => Assert.NotEqual(JsonValueKind.Null, output.Value.ValueKind));
        Assert.NotEmpty(outputs.EnumerateObject());
        (await stack.UpAsync()).Succeeded().WritesNothing();
        (await stack.DestroyAsync()).Succeeded();
        Assert.Empty(stack.Resources());
    }

    /// <summary>A certificate that is about to expire, for those that look one up.</summary>
    private static void Install(Quickstart stack) => stack.Api.Change(world => world.LoadBalancers
        .Single(static balancer => balancer.ServiceName == Quickstart.LoadBalancer).Certificates.Add(new Certificate
        {
            Id = 42,
            IsOrdered = false,
            Fingerprint = OwnCertificate.Sample.Fingerprint,
            Serial = "01",
            Subject = "/CN=www.example.com",
            San = ["www.example.com", "example.com"],
            ExpireDate = world.Now.AddDays(20),
        }));
}
