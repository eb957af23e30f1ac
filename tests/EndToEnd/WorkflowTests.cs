using System.Diagnostics;
using YamlDotNet.RepresentationModel;

namespace EndToEnd;

/// <summary>
/// What nobody can try out without GitHub: that workflows, this repository's and those given to users, keep to a few rules.
/// </summary>
public sealed class WorkflowTests
{
    private const string Examples = "examples/pull-requests";

    /// <summary>
    /// What pulumi/actions takes; GitHub only warns of anything else. It takes <c>expect-no-changes</c> too, but ends on a preview that
    /// fails
    /// by it before it writes its summary.
    /// </summary>
    private static readonly string[] PulumiInputs =
    [
        "command", "stack-name", "work-dir", "cloud-url", "comment-on-pr", "comment-on-pr-number", "comment-on-summary", "edit-pr-comment", "diff",
        "pulumi-version", "refresh", "suppress-outputs", "suppress-progress",
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
        foreach (var step in steps.Where(step => step.Children.ContainsKey("uses")))
        {
            var action = Text(step, "uses");
            Assert.Matches("^[a-z]+/[a-z-]+@(v[0-9]+(\\.[0-9]+){0,2}|[0-9a-f]{40})$", action);
            if (action.StartsWith("pulumi/actions@", StringComparison.Ordinal) && step.Children.ContainsKey("with"))
            {
                Assert.Subset(
                    PulumiInputs.ToHashSet(),
                    ((YamlMappingNode)step["with"]).Children.Keys.Select(key => key.ToString()).ToHashSet());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Permissions_are_declared_and_few(string file)
    {
        var workflow = Load(file);
        var permissions = (YamlMappingNode)workflow["permissions"];
        Assert.Equal("read", Text(permissions, "contents"));
        Assert.Subset(
            new HashSet<string> { "contents: read", "pull-requests: write" },
            permissions.Children.Select(pair => $"{pair.Key}: {pair.Value}").ToHashSet());
        Assert.All(
            ((YamlMappingNode)workflow["jobs"]).Children.Values,
            job => Assert.True(((YamlMappingNode)job).Children.ContainsKey("timeout-minutes")));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Nothing_from_outside_becomes_part_of_a_script(string file)
    {
        foreach (var step in Steps(file))
        {
            Assert.DoesNotContain("${{", Text(step, "run"), StringComparison.Ordinal);
            Assert.DoesNotContain(
                "${{",
                step.Children.TryGetValue("with", out var inputs) ? Text((YamlMappingNode)inputs, "script") : "",
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("preview.yml", "OVH_WRITE_")]
    [InlineData("drift.yml", "OVH_WRITE_")]
    [InlineData("deploy.yml", "OVH_READ_")]
    public void Only_a_deployment_has_the_key_that_writes(string file, string never) =>
        Assert.DoesNotContain(never, File.ReadAllText(Path.Combine(Repository.Root, Examples, file)), StringComparison.Ordinal);

    /// <summary>A checkout outside of the workspace is refused, and elsewhere the program's references lead nowhere.</summary>
    [Theory]
    [InlineData("preview.yml")]
    [InlineData("drift.yml")]
    [InlineData("deploy.yml")]
    public void The_plugin_is_checked_out_where_the_stack_looks_for_it_inside_of_the_workspace(string file)
    {
        foreach (var job in ((YamlMappingNode)Load($"{Examples}/{file}")["jobs"]).Children.Values)
        {
            YamlMappingNode[] steps = [.. ((YamlSequenceNode)job["steps"]).Children.Cast<YamlMappingNode>()];
            YamlMappingNode[] checkouts = [.. steps.Where(
                static step => Text(step, "uses").StartsWith("actions/checkout@", StringComparison.Ordinal))
                .Select(static step => (YamlMappingNode)step["with"])];
            Assert.Equal(2, checkouts.Length);
            var stack = Assert.Single(checkouts, static checkout => Text(checkout, "repository").Length == 0)["path"].ToString();
            var plugin = Assert.Single(checkouts, static checkout => Text(checkout, "repository").Length > 0)["path"].ToString();
            Assert.All([stack, plugin], static path => Assert.Matches("^[a-z-]+$", path));
            Assert.Contains("../pulumi-ovh-iplb/", File.ReadAllText(Path.Combine(Repository.Root, "README.md")), StringComparison.Ordinal);
            Assert.Equal("pulumi-ovh-iplb", plugin);
            Assert.All(steps.Where(IsCommand), step => Assert.Equal(stack, Text((YamlMappingNode)step["with"], "work-dir")));
            Assert.All(
                steps.Where(static step => Text(step, "run").Contains("pulumi ", StringComparison.Ordinal)),
                step => Assert.Contains($"--cwd {stack} ", Text(step, "run"), StringComparison.Ordinal));
        }
    }

    /// <summary>
    /// An update that does not refresh compares with the state alone: it repairs no drift, and its preview does not show any.
    /// </summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void Whatever_compares_reads_what_there_is(string file)
    {
        Assert.All(Steps(file).Where(IsCommand), static step => Assert.Equal("true", Text((YamlMappingNode)step["with"], "refresh")));
        Assert.All(
            Steps(file).Select(static step => Text(step, "run"))
                .Where(static run => run.Contains("pulumi preview", StringComparison.Ordinal)),
            static run => Assert.Contains(" --refresh ", run, StringComparison.Ordinal));
    }

    /// <summary>With a <c>pulumi</c> that answers as the night has it.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    public async Task The_drift_job_shows_the_preview_in_its_summary_and_fails_with_it(int exitCode)
    {
        if (OperatingSystem.IsWindows() || !File.Exists("/bin/bash"))
        {
            Assert.Skip("The workflows run on Linux, by bash, which is not here.");
            return;
        }

        var step = Assert.Single(
            Steps($"{Examples}/drift.yml"),
            static step => Text(step, "run").Contains("pulumi preview", StringComparison.Ordinal));
        var folder = Directory.CreateTempSubdirectory("ovh-iplb-");
        try
        {
            var pulumi = Path.Combine(folder.FullName, "pulumi");
            await File.WriteAllTextAsync(
                pulumi,
                $"#!/bin/bash\necho \"$*\" > \"$RUNNER_TEMP/arguments\"\necho '~ serviceName: \"vps-9\" => \"lb-1\"'\necho 'error: "
                    + $"changes' >&2\nexit {exitCode}\n",
                TestContext.Current.CancellationToken);
            File.SetUnixFileMode(pulumi, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            var script = Path.Combine(folder.FullName, "step.sh");
            await File.WriteAllTextAsync(script, Text(step, "run"), TestContext.Current.CancellationToken);

            // What GitHub runs a step by: only where "bash" is asked for does it see that a part of a pipe has failed.
            string[] shell = Text(step, "shell") == "bash" ? ["--noprofile", "--norc", "-eo", "pipefail", script] : ["-e", script];
            var start = new ProcessStartInfo("/bin/bash", shell) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["PATH"] = $"{folder.FullName}:{start.Environment["PATH"]}";
            start.Environment["RUNNER_TEMP"] = folder.FullName;
            start.Environment["GITHUB_STEP_SUMMARY"] = Path.Combine(folder.FullName, "summary.md");
            start.Environment["STACK"] = "prod";
            using var ran = Process.Start(start)!;
            var output = await Task.WhenAll(
                ran.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), ran.StandardError
                    .ReadToEndAsync(TestContext.Current.CancellationToken));
            await ran.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.Equal(exitCode, ran.ExitCode);
            Assert.Equal(
                "### prod\n\n````text\n~ serviceName: \"vps-9\" => \"lb-1\"\nerror: changes\n\n````\n",
                await File.ReadAllTextAsync(start.Environment["GITHUB_STEP_SUMMARY"]!, TestContext.Current.CancellationToken));
            Assert.Contains("~ serviceName", output[0], StringComparison.Ordinal);
            Assert.Equal(
                ["preview", "--stack", "prod", "--refresh", "--expect-no-changes", "--diff"],
                (await File.ReadAllTextAsync(Path.Combine(folder.FullName, "arguments"), TestContext.Current.CancellationToken)).Split(' ')
                    .Intersect(["preview", "--stack", "prod", "--refresh", "--expect-no-changes", "--diff"]));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Without a command the action only installs the CLI.</summary>
    private static bool IsCommand(YamlMappingNode step) =>
        Text(step, "uses").StartsWith("pulumi/actions@", StringComparison.Ordinal)
        && step.Children.TryGetValue("with", out var inputs)
        && Text((YamlMappingNode)inputs, "command").Length > 0;

    private static IEnumerable<YamlMappingNode> Steps(string file) => ((YamlMappingNode)Load(file)["jobs"]).Children.Values
        .SelectMany(job => ((YamlSequenceNode)job["steps"]).Children.Cast<YamlMappingNode>());

    private static YamlMappingNode Load(string file)
    {
        using var reader = File.OpenText(Path.Combine(Repository.Root, file));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return (YamlMappingNode)Assert.Single(yaml.Documents).RootNode;
    }

    private static string Text(YamlMappingNode mapping, string key)
        => mapping.Children.TryGetValue(key, out var value) ? value.ToString() : "";
}
