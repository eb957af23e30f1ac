using Engine.State;

namespace Engine.Programs.PulumiYaml;

/// <summary>A program as it is written. Resources, variables and configuration values share one set of names.</summary>
internal sealed record Template(
    IReadOnlyDictionary<string, ConfigDeclaration> Config,
    IReadOnlyDictionary<string, ResourceDeclaration> Resources,
    IReadOnlyDictionary<string, Expression> Variables,
    Expression.Map Outputs)
{
    /// <summary>The name that is taken: <c>${pulumi.stack}</c> and the like.</summary>
    public const string Pulumi = "pulumi";

    /// <summary>Every name with its place.</summary>
    public IReadOnlyList<(string Name, Place Place)> Names { get; } =
    [
        .. Config.Select(static pair => (pair.Key, pair.Value.Place)),
        .. Resources.Select(static pair => (pair.Key, pair.Value.Place)),
        .. Variables.Select(static pair => (pair.Key, pair.Value.Place)),
    ];

    public IEnumerable<Expression.Reference> References =>
        Resources.Values.SelectMany(static resource => resource.References)
            .Concat(Expressions.SelectMany(static expression => expression.References));

    /// <summary>Every call of a provider's function, wherever it stands.</summary>
    public IEnumerable<Expression.Invoke> Invokes => Resources.Values.SelectMany(static resource => resource.Expressions)
        .Concat(Expressions)
        .SelectMany(static expression => expression.All)
        .OfType<Expression.Invoke>();

    public IEnumerable<ResourceDeclaration> DefaultProviders => Resources.Values.Where(static resource => resource.IsDefaultProvider);

    private IEnumerable<Expression> Expressions => Variables.Values.Append(Outputs);

    /// <summary>The name of the default provider of a token's package; null where the engine makes one itself.</summary>
    public string? DefaultProviderOf(string token) =>
        Resources.FirstOrDefault(pair => pair.Value.IsDefaultProvider && Urn.Package(pair.Value.Type) == Urn.Package(token)).Key;

    /// <summary>The names that have to be there before a resource or variable can be.</summary>
    public IEnumerable<string> NeedsOf(string name)
    {
        Resources.TryGetValue(name, out var resource);
        var expressions = resource?.Expressions ?? (Variables.TryGetValue(name, out var value) ? [value] : []);
        var tokens =
            expressions.SelectMany(static expression => expression.All).OfType<Expression.Invoke>().Select(static invoke => invoke.Token);
        if (resource is not null && !Urn.IsProviderType(resource.Type))
        {
            tokens = tokens.Append(resource.Type);
        }

        return expressions.SelectMany(static expression => expression.References)
            .Concat(resource?.References ?? [])
            .Select(static reference => reference.Root)
            .Concat(tokens.Select(DefaultProviderOf).OfType<string>());
    }
}
