namespace Engine.Programs;

/// <summary>What a program is told when it is run.</summary>
/// <param name="EngineAddress">Host and port of both the resource monitor and the engine.</param>
/// <param name="Output">Called with every line the program writes, and whether it was to its standard error.</param>
public sealed record RunRequest(
    string Project,
    string Stack,
    string RootDirectory,
    bool DryRun,
    int Parallel,
    string EngineAddress,
    IReadOnlyDictionary<string, string> Configuration,
    IReadOnlyCollection<string> SecretKeys,
    Action<string, bool> Output)
{
    /// <summary>The environment variables a Pulumi program reads.</summary>
    public IReadOnlyDictionary<string, string> Environment() => new Dictionary<string, string>
    {
        ["PULUMI_MONITOR"] = EngineAddress,
        ["PULUMI_ENGINE"] = EngineAddress,
        ["PULUMI_PROJECT"] = Project,
        ["PULUMI_STACK"] = Stack,
        ["PULUMI_ORGANIZATION"] = "organization",
        ["PULUMI_ROOT_DIRECTORY"] = RootDirectory,
        ["PULUMI_PWD"] = RootDirectory,
        ["PULUMI_DRY_RUN"] = DryRun ? "true" : "false",
        ["PULUMI_QUERY_MODE"] = "false",
        ["PULUMI_PARALLEL"] = Parallel.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["PULUMI_CONFIG"] = System.Text.Json.JsonSerializer.Serialize(Configuration),
        ["PULUMI_CONFIG_SECRET_KEYS"] = System.Text.Json.JsonSerializer.Serialize(SecretKeys),
    };
}
