using Engine.State;

namespace Engine.Programs.PulumiYaml;

/// <summary>Holds a program to its names: each is there once, what is referred to is there, and nothing needs itself.</summary>
internal sealed class Names(Template template)
{
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    /// <exception cref="UserException">A name is taken twice or unknown, or the references go in a circle.</exception>
    public void Check()
    {
        foreach ((var name, var place) in template.Names)
        {
            if (name == Template.Pulumi || template.Names.Count(other => other.Name == name) > 1)
            {
                throw place.Problem($"the name '{name}' is taken");
            }
        }

        foreach (var providers in template.DefaultProviders.GroupBy(static provider => provider.Type))
        {
            if (providers.Count() > 1)
            {
                throw providers.Last().Place.Problem($"{providers.Key} has a default provider already");
            }
        }

        foreach (var reference in template.References)
        {
            if (reference.Root != Template.Pulumi && !template.Names.Any(other => other.Name == reference.Root))
            {
                throw reference.Place.Problem(
                    $"${{{reference.Text}}}: there is no resource, variable or configuration value '{reference.Root}' in this program");
            }
        }

        CheckOptions();
        foreach ((var name, _) in template.Names)
        {
            Follow(name, []);
        }
    }

    private void CheckOptions()
    {
        ResourceOptions[] resources = [.. template.Resources.Values.Select(static resource => resource.Options)];
        InvokeOptions[] invokes = [.. template.Invokes.Select(static invoke => invoke.Options)];
        foreach (var reference in
            resources.SelectMany(static options => options.References).Concat(invokes.SelectMany(static options => options.References)))
        {
            if (!template.Resources.ContainsKey(reference.Root))
            {
                throw reference.Place.Problem($"'{reference.Root}' is no resource");
            }
        }

        foreach (var provider in
            resources.Select(static options => options.Provider).Concat(invokes.Select(static options => options.Provider))
                .OfType<Expression.Reference>())
        {
            if (!Urn.IsProviderType(template.Resources[provider.Root].Type))
            {
                throw provider.Place.Problem($"'{provider.Root}' is no provider");
            }
        }
    }

    private void Follow(string name, IReadOnlyList<string> path)
    {
        if (path.Contains(name))
        {
            var circle = path.SkipWhile(step => step != name).Append(name);
            throw template.Names.First(other => other.Name == name).Place.Problem($"needs itself: {string.Join(" → ", circle)}");
        }

        if (!_done.Contains(name))
        {
            foreach (var needed in template.NeedsOf(name).Where(static needed => needed != Template.Pulumi).Distinct())
            {
                Follow(needed, [.. path, name]);
            }

            _done.Add(name);
        }
    }
}
