using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>What the engine tells a program through its environment.</summary>
internal sealed record DeploymentSettings
{
    public required string ProjectName { get; init; }

    public required string StackName { get; init; }

    public required string OrganizationName { get; init; }

    /// <summary>Null where an old engine or a test does not say it.</summary>
    public required string? RootDirectory { get; init; }

    public required bool IsDryRun { get; init; }

    public required ImmutableDictionary<string, string> Configuration { get; init; }

    public string MonitorAddress { get; init; } = "";

    public string EngineAddress { get; init; } = "";

    public static DeploymentSettings FromEnvironment(Func<string, string?> variable)
    {
        var monitor = variable("PULUMI_MONITOR");
        var engine = variable("PULUMI_ENGINE");
        var project = variable("PULUMI_PROJECT");
        var stack = variable("PULUMI_STACK");
        if (string.IsNullOrEmpty(monitor)
            || string.IsNullOrEmpty(engine)
            || string.IsNullOrEmpty(project)
            || string.IsNullOrEmpty(stack)
            || !bool.TryParse(variable("PULUMI_DRY_RUN"), out var isDryRun)
            || !bool.TryParse(variable("PULUMI_QUERY_MODE"), out _)
            || !int.TryParse(variable("PULUMI_PARALLEL"), NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
        {
            throw new InvalidOperationException(
                "Program run without the Pulumi engine available; re-run using the `pulumi` CLI");
        }

        return new DeploymentSettings
        {
            MonitorAddress = monitor,
            EngineAddress = engine,
            ProjectName = project,
            StackName = stack,
            OrganizationName = variable("PULUMI_ORGANIZATION") ?? "organization",
            RootDirectory = variable("PULUMI_ROOT_DIRECTORY"),
            IsDryRun = isDryRun,
            Configuration = ReadConfiguration(variable),
        };
    }

    public static DeploymentSettings ForTest(TestOptions? options, Func<string, string?> variable) => new()
    {
        ProjectName = options?.ProjectName ?? "project",
        StackName = options?.StackName ?? "stack",
        OrganizationName = options?.OrganizationName ?? "organization",
        RootDirectory = options?.RootDirectory,
        IsDryRun = options?.IsPreview ?? true,
        Configuration = ReadConfiguration(variable),
    };

    private static ImmutableDictionary<string, string> ReadConfiguration(Func<string, string?> variable)
        => variable("PULUMI_CONFIG") is { Length: > 0 } json
            ? JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!
                .ToImmutableDictionary(setting => KeyOf(setting.Key), setting => setting.Value.ToString())
            : ImmutableDictionary<string, string>.Empty;

    // Old language hosts say `web:config:name` for `web:name`, and so do old tests.
    private static string KeyOf(string key)
        => key.Split(':', 3) is [{ Length: > 0 } space, "config", var name] ? $"{space}:{name}" : key;
}
