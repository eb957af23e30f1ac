using System.Text.Json;
using OvhSimulator.Certificates;

namespace EndToEnd.Documentation;

/// <summary>The example of every resource and function does what it shows, from nothing and back to it.</summary>
public sealed class SnippetTests
{
    private const string Folder = "docs/snippets";

    private const string CSharp = "Program.cs";

    private const string Yaml = "Pulumi.yaml";

    public static MatrixTheoryData<string, string> Programs => new(
        Directory.EnumerateDirectories(Path.Combine(Repository.Root, Folder)).Select(static folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal),
        [CSharp, Yaml]);

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task It_runs(string name, string file)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, Folder, name, file), TestContext.Current.CancellationToken);
        await using var stack = await Quickstart.StartAsync();
        if (file == CSharp)
        {
            stack.Binary = StackCompiler.Build(text, stack.Folder);
        }
        else
        {
            stack.Yaml = text;
        }

        stack.Configuration["certificate"] = OwnCertificate.Sample.Certificate;
        stack.Configuration["key"] = OwnCertificate.Sample.Key;
        if (name is "getCertificate" or "getCertificates")
        {
            Install(stack);
        }

        (await stack.UpAsync()).Succeeded();
        Assert.NotEmpty(stack.Outputs());
        Assert.All(stack.Outputs().Values, static output => Assert.NotEqual(JsonValueKind.Null, output.ValueKind));
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
