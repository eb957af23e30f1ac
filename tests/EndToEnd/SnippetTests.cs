namespace EndToEnd;

/// <summary>The programs in YAML that the documentation shows, and the example, work as they stand there.</summary>
public sealed class SnippetTests
{
    private const int Patience = 120_000;

    /// <summary>The folders of the programs, from the root of the repository.</summary>
    public static TheoryData<string> Programs()
    {
        string snippets = Path.Combine(Paths.Root, "docs", "snippets");
        string[] folders = Directory.Exists(snippets) ? Directory.GetDirectories(snippets) : [];
        return [.. folders.Select(static folder => Path.GetRelativePath(Paths.Root, folder)).Append(Paths.YamlExample).Order(StringComparer.Ordinal)];
    }

    [Theory(Timeout = Patience)]
    [MemberData(nameof(Programs))]
    public async Task Comes_up_stays_and_goes(string folder)
    {
        await using Quickstart stack = await Quickstart.StartAsync();
        foreach (string file in Directory.GetFiles(Path.Combine(Paths.Root, folder)))
        {
            File.Copy(file, Path.Combine(stack.Folder, Path.GetFileName(file)));
        }

        if (folder != Paths.YamlExample)
        {
            // A certificate by itself: its names lead to the load balancer, without any failover IP.
            stack.Api.SetDns("www.example.com", ["203.0.113.10"]);
            stack.Api.SetDns("example.com", ["203.0.113.10"]);
        }

        stack.Yaml = await File.ReadAllTextAsync(Path.Combine(stack.Folder, "Pulumi.yaml"), TestContext.Current.CancellationToken);
        (await stack.PreviewAsync()).Succeeded().WritesNothing();
        (await stack.UpAsync()).Succeeded();
        (await stack.UpAsync()).Succeeded().WritesNothing();
        (await stack.DestroyAsync()).Succeeded();
        Assert.Empty(stack.Resources());
    }
}
