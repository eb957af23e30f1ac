using YamlDotNet.RepresentationModel;

namespace EndToEnd;

/// <summary>What nobody can try out without GitHub: that workflows, this repository's and those given to users, keep to a few rules.</summary>
public sealed class WorkflowTests
{
    private const string Examples = "examples/pull-requests";

    /// <summary>What pulumi/actions takes; GitHub only warns of anything else.</summary>
    private static readonly string[] PulumiInputs =
    [
        "command", "stack-name", "work-dir", "cloud-url", "comment-on-pr", "comment-on-pr-number", "comment-on-summary", "edit-pr-comment", "diff",
        "expect-no-changes", "pulumi-version", "refresh", "suppress-outputs", "suppress-progress",
    ];

    public static TheoryData<string> Files => [.. new[] { ".github/workflows", Examples }
        .SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.yml"))
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Actions_are_pinned_and_their_inputs_known(string file)
    {
        YamlMappingNode[] steps = [.. Steps(file)];
        Assert.NotEmpty(steps);
        foreach (YamlMappingNode step in steps.Where(step => step.Children.ContainsKey("uses")))
        {
            string action = Text(step, "uses");
            Assert.Matches("^[a-z]+/[a-z-]+@(v[0-9]+(\\.[0-9]+){0,2}|[0-9a-f]{40})$", action);
            if (action.StartsWith("pulumi/actions@", StringComparison.Ordinal))
            {
                Assert.Subset(PulumiInputs.ToHashSet(), ((YamlMappingNode)step["with"]).Children.Keys.Select(key => key.ToString()).ToHashSet());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Permissions_are_declared_and_few(string file)
    {
        YamlMappingNode workflow = Load(file);
        var permissions = (YamlMappingNode)workflow["permissions"];
        Assert.Equal("read", Text(permissions, "contents"));
        Assert.Subset(
            new HashSet<string> { "contents: read", "pull-requests: write" },
            permissions.Children.Select(pair => $"{pair.Key}: {pair.Value}").ToHashSet());
        Assert.All(((YamlMappingNode)workflow["jobs"]).Children.Values, job => Assert.True(((YamlMappingNode)job).Children.ContainsKey("timeout-minutes")));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Nothing_from_outside_becomes_part_of_a_script(string file)
    {
        foreach (YamlMappingNode step in Steps(file))
        {
            Assert.DoesNotContain("${{", Text(step, "run"), StringComparison.Ordinal);
            Assert.DoesNotContain("${{", step.Children.TryGetValue("with", out YamlNode? inputs) ? Text((YamlMappingNode)inputs, "script") : "", StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("preview.yml", "OVH_WRITE_")]
    [InlineData("drift.yml", "OVH_WRITE_")]
    [InlineData("deploy.yml", "OVH_READ_")]
    public void Only_a_deployment_has_the_key_that_writes(string file, string never) =>
        Assert.DoesNotContain(never, File.ReadAllText(Path.Combine(Repository.Root, Examples, file)), StringComparison.Ordinal);

    private static IEnumerable<YamlMappingNode> Steps(string file) => ((YamlMappingNode)Load(file)["jobs"]).Children.Values
        .SelectMany(job => ((YamlSequenceNode)job["steps"]).Children.Cast<YamlMappingNode>());

    private static YamlMappingNode Load(string file)
    {
        using StreamReader reader = File.OpenText(Path.Combine(Repository.Root, file));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return (YamlMappingNode)Assert.Single(yaml.Documents).RootNode;
    }

    private static string Text(YamlMappingNode mapping, string key) => mapping.Children.TryGetValue(key, out YamlNode? value) ? value.ToString() : "";
}
