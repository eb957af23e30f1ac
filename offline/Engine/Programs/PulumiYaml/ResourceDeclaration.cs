namespace Engine.Programs.PulumiYaml;

/// <summary>A resource of the program.</summary>
/// <param name="Name">Its name in the stack.</param>
/// <param name="Type">The token of its type as it is written.</param>
/// <param name="IsDefaultProvider">Whether it is the provider of all resources and functions of its package that name none.</param>
/// <param name="GetId">The id of an object that is only read; null for a resource that is managed.</param>
/// <param name="Properties">Its inputs, or what is known of an object that is only read.</param>
internal sealed record ResourceDeclaration(
    Place Place,
    string Name,
    string Type,
    bool IsDefaultProvider,
    Expression? GetId,
    Expression.Map Properties,
    ResourceOptions Options)
{
    /// <summary>What is worked out before it is registered.</summary>
    public IEnumerable<Expression> Expressions => GetId is null ? [Properties] : [GetId, Properties];

    /// <summary>Every reference in it, those of its options among them.</summary>
    public IEnumerable<Expression.Reference> References =>
        Expressions.SelectMany(static expression => expression.References).Concat(Options.References);

    public static ResourceDeclaration Read(string key, Section section)
    {
        section.Only("type", "name", "defaultProvider", "properties", "options", "get");
        var get = section.Inner("get")?.Only("id", "state");
        var properties = section.Inner("properties");
        if (get is not null && properties is not null)
        {
            throw properties.Place.Problem("a resource that is read with get has no properties");
        }

        var type = section.Text("type") ?? throw section.Place.Problem("type: is missing");
        if (type.StartsWith("pulumi:", StringComparison.Ordinal) && !State.Urn.IsProviderType(type))
        {
            throw section.Find("type")!.Value.Place.Problem($"{type} is not supported");
        }

        var isDefault = section.Flag("defaultProvider") ?? false;
        return isDefault && !State.Urn.IsProviderType(type)
            ? throw section.Find("defaultProvider")!.Value.Place.Problem("only a provider can be one, of type pulumi:providers:…")
            : new ResourceDeclaration(
                section.Place,
                section.Text("name") ?? key,
                type,
                isDefault,
                get is null ? null : Id(get),
                ExpressionReader.Values(get is null ? properties : get.Inner("state"), section.Place),
                ResourceOptions.Read(section.Inner("options")));
    }

    private static Expression Id(Section get) => get.Find("id") is var (node, place)
        ? ExpressionReader.Read(node, place)
        : throw get.Place.Problem("id: is missing");
}
