using Engine.State;

namespace Engine.Programs.PulumiYaml;

/// <summary>Which provider serves a resource or function.</summary>
internal sealed class Providers(Template template, Scope scope)
{
    /// <summary>
    /// The reference of the one that is named, of the parent's where it is one of the same package, or of the default provider the
    /// program declares; empty where the engine is to choose.
    /// </summary>
    public async Task<string> OfAsync(string token, Expression.Reference? named, Expression.Reference? parent)
    {
        if (Urn.IsProviderType(token))
        {
            return "";
        }

        if (named is not null)
        {
            return (await scope.ResourceAsync(named.Root)).Reference;
        }

        var inherited = parent is null ? "" : (await scope.ResourceAsync(parent.Root)).Provider;
        if (inherited.Length > 0 && Urn.Package(Urn.Type(Urn.SplitReference(inherited).Urn)) == Urn.Package(token))
        {
            return inherited;
        }

        return template.DefaultProviderOf(token) is { } provider ? (await scope.ResourceAsync(provider)).Reference : "";
    }
}
