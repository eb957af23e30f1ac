namespace Pulumi;

/// <summary>The options of a resource that a provider manages.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    /// <summary>Whether a replacement deletes the old object first; the provider decides by default.</summary>
    public bool? DeleteBeforeReplace { get; set; }

    /// <summary>Outputs kept secret although the provider does not say so.</summary>
    public List<string> AdditionalSecretOutputs
    {
        get => field ??= [];
        set;
    }

    /// <summary>The id of an existing object that is adopted instead of creating one.</summary>
    public string? ImportId { get; set; }

    /// <summary>For a provider resource: environment variables the plugin sees under another name.</summary>
    public Dictionary<string, string> EnvVarMappings
    {
        get => field ??= [];
        set;
    }

    /// <summary>New options with what both say: single values of the second win, lists are appended.</summary>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = new CustomResourceOptions();
        foreach (var options in new[] { options1, options2 }.OfType<CustomResourceOptions>())
        {
            merged.Take(options);
            merged.DeleteBeforeReplace = options.DeleteBeforeReplace ?? merged.DeleteBeforeReplace;
            merged.ImportId = options.ImportId ?? merged.ImportId;
            merged.AdditionalSecretOutputs.AddRange(options.AdditionalSecretOutputs);
            foreach (var (from, to) in options.EnvVarMappings)
            {
                merged.EnvVarMappings[from] = to;
            }
        }

        return merged;
    }

    internal override ResourceOptions Clone() => Merge(this, null);
}
