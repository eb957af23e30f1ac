namespace Pulumi;

/// <summary>The options of a component.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    /// <summary>The providers of the children, one a package. Not together with <see cref="ResourceOptions.Provider"/>.</summary>
    public List<ProviderResource> Providers
    {
        get => field ??= [];
        set;
    }

    /// <summary>
    /// New options with what both say: single values of the second win, lists are appended. Of several providers of one
    /// package the last one is kept.
    /// </summary>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = new ComponentResourceOptions();
        foreach (var options in new[] { options1, options2 }.OfType<ComponentResourceOptions>())
        {
            merged.Take(options);
            merged.Providers.AddRange(options.Providers);
        }

        merged.Providers = [.. merged.Providers.GroupBy(provider => provider.Package).Select(group => group.Last())];
        return merged;
    }

    internal override ResourceOptions Clone() => Merge(this, null);
}
