namespace Engine.Programs.PulumiYaml;

/// <summary>The <c>options</c> of an <c>fn::invoke</c>.</summary>
internal sealed record InvokeOptions(
    Expression.Reference? Parent,
    Expression.Reference? Provider,
    IReadOnlyList<Expression.Reference> DependsOn,
    string Version,
    string PluginDownloadUrl)
{
    public static InvokeOptions None { get; } = new(null, null, [], "", "");

    public IEnumerable<Expression.Reference> References =>
        DependsOn.Concat(new[] { Parent, Provider }.OfType<Expression.Reference>());

    public static InvokeOptions Read(Section? section)
    {
        var options = section?.Only("parent", "provider", "dependsOn", "version", "pluginDownloadURL");
        return options is null
            ? None
            : new InvokeOptions(
                ExpressionReader.Resource(options, "parent"),
                ExpressionReader.Resource(options, "provider"),
                ExpressionReader.Resources(options, "dependsOn"),
                options.Text("version") ?? "",
                options.Text("pluginDownloadURL") ?? "");
    }
}
