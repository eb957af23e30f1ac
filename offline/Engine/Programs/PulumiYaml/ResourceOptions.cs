using Pulumirpc;
using Timeouts = Pulumirpc.RegisterResourceRequest.Types.CustomTimeouts;

namespace Engine.Programs.PulumiYaml;

/// <summary>The <c>options</c> of a resource.</summary>
internal sealed record ResourceOptions
{
    private static readonly string[] Keys =
    [
        "additionalSecretOutputs", "aliases", "customTimeouts", "deleteBeforeReplace", "dependsOn", "ignoreChanges", "import", "parent",
        "pluginDownloadURL", "protect", "provider", "replaceOnChanges", "retainOnDelete", "version",
    ];

    public IReadOnlyList<string> AdditionalSecretOutputs { get; private init; } = [];

    public IReadOnlyList<Alias> Aliases { get; private init; } = [];

    public Timeouts? CustomTimeouts { get; private init; }

    public bool? DeleteBeforeReplace { get; private init; }

    public IReadOnlyList<Expression.Reference> DependsOn { get; private init; } = [];

    public IReadOnlyList<string> IgnoreChanges { get; private init; } = [];

    public string Import { get; private init; } = "";

    public Expression.Reference? Parent { get; private init; }

    public string PluginDownloadUrl { get; private init; } = "";

    public bool? Protect { get; private init; }

    public Expression.Reference? Provider { get; init; }

    public IReadOnlyList<string> ReplaceOnChanges { get; private init; } = [];

    public bool? RetainOnDelete { get; private init; }

    public string Version { get; private init; } = "";

    /// <summary>The resources the options name.</summary>
    public IEnumerable<Expression.Reference> References =>
        DependsOn.Concat(new[] { Parent, Provider }.OfType<Expression.Reference>());

    public static ResourceOptions Read(Section? section) => section?.Only(Keys) is not { } options
        ? new ResourceOptions()
        : new ResourceOptions
        {
            AdditionalSecretOutputs = options.Texts("additionalSecretOutputs"),
            Aliases = [.. options.Items("aliases").Select(static item => AliasReader.Read(item.Node, item.Place))],
            CustomTimeouts = TimeoutsOf(options.Inner("customTimeouts")?.Only("create", "update", "delete", "read")),
            DeleteBeforeReplace = options.Flag("deleteBeforeReplace"),
            DependsOn = ExpressionReader.Resources(options, "dependsOn"),
            IgnoreChanges = options.Texts("ignoreChanges"),
            Import = options.Text("import") ?? "",
            Parent = ExpressionReader.Resource(options, "parent"),
            PluginDownloadUrl = options.Text("pluginDownloadURL") ?? "",
            Protect = options.Flag("protect"),
            Provider = ExpressionReader.Resource(options, "provider"),
            ReplaceOnChanges = options.Texts("replaceOnChanges"),
            RetainOnDelete = options.Flag("retainOnDelete"),
            Version = options.Text("version") ?? "",
        };

    /// <summary>Tells a registration all of it that names no other resource. What is not said here keeps the engine's default.</summary>
    public void Apply(RegisterResourceRequest request)
    {
        request.AdditionalSecretOutputs.Add(AdditionalSecretOutputs);
        request.Aliases.Add(Aliases);
        request.CustomTimeouts = CustomTimeouts;
        request.DeleteBeforeReplace = DeleteBeforeReplace ?? false;
        request.DeleteBeforeReplaceDefined = DeleteBeforeReplace is not null;
        request.IgnoreChanges.Add(IgnoreChanges);
        request.ImportId = Import;
        request.PluginDownloadURL = PluginDownloadUrl;
        request.ReplaceOnChanges.Add(ReplaceOnChanges);
        request.Version = Version;
        if (RetainOnDelete is { } retain)
        {
            request.RetainOnDelete = retain;
        }
    }

    private static Timeouts? TimeoutsOf(Section? section) => section is null ? null : new Timeouts
    {
        Create = Duration(section, "create"),
        Update = Duration(section, "update"),
        Delete = Duration(section, "delete"),
        Read = Duration(section, "read"),
    };

    private static string Duration(Section section, string key)
    {
        var text = section.Text(key) ?? "";
        return Steps.CustomTimeouts.Fault(text) is { } fault
            ? throw section.Find(key)!.Value.Place.Problem($"must be a duration such as 10m or 1h30m: {fault}")
            : text;
    }
}
