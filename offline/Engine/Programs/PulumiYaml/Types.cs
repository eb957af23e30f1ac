using System.Text.Json.Nodes;

namespace Engine.Programs.PulumiYaml;

/// <summary>Holds a program to the schemas of its packages: the types, functions and properties it names are there.</summary>
internal sealed class Types(Template template, Packages packages)
{
    /// <exception cref="UserException">Something is not there.</exception>
    public void Check()
    {
        foreach (var resource in template.Resources.Values)
        {
            var package = packages.Of(resource.Type);
            if (package.IsComponent(package.Resource(resource.Type, resource.Place)))
            {
                throw resource.Place.Problem($"{resource.Type} is a remote component, which the embedded engine does not construct");
            }
        }

        foreach (var invoke in template.Invokes)
        {
            packages.Of(invoke.Token).Function(invoke.Token, invoke.Place);
            if (invoke.Return is { } wanted && Result(invoke) is var (package, type) && package.Step(type, wanted).Problem is { } problem)
            {
                throw invoke.Place.Problem($"the result of {invoke.Token} {problem}");
            }
        }

        foreach (var reference in template.References)
        {
            Walk(reference);
        }
    }

    /// <summary>Whether a schema says that what is referred to may be there: then it is absent, and not misspelt.</summary>
    public bool IsDeclared(Expression.Reference reference) => Root(reference.Root) is not null && Walk(reference) is not null;

    private (PackageSchema Package, JsonObject Type)? Walk(Expression.Reference reference)
    {
        var at = Root(reference.Root);
        var so = reference.Root;
        foreach (var part in reference.Rest)
        {
            if (at is not var (package, type))
            {
                return null;
            }

            (var next, var problem) = package.Step(type, part);
            if (problem is not null)
            {
                throw reference.Place.Problem($"${{{reference.Text}}}: {so} {problem}");
            }

            at = next is null ? null : (package, next);
            so = part is int ? $"{so}[{part}]" : $"{so}.{part}";
        }

        return at;
    }

    private (PackageSchema Package, JsonObject Type)? Root(string name)
    {
        if (template.Resources.TryGetValue(name, out var resource))
        {
            var package = packages.Of(resource.Type);
            return (package, package.ResourceType(package.Resource(resource.Type, resource.Place)));
        }

        return template.Variables.GetValueOrDefault(name) switch
        {
            Expression.Reference reference => Walk(reference),
            Expression.Invoke { Return: { } wanted } invoke when Result(invoke) is var (package, type) =>
                package.Step(type, wanted) is { Type: { } returned } ? (package, returned) : null,
            Expression.Invoke { Return: null } invoke => Result(invoke),
            _ => null,
        };
    }

    private (PackageSchema Package, JsonObject Type)? Result(Expression.Invoke invoke)
    {
        var package = packages.Of(invoke.Token);
        return package.ResultType(package.Function(invoke.Token, invoke.Place)) is { } type ? (package, type) : null;
    }
}
