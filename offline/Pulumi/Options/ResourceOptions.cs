namespace Pulumi;

/// <summary>What every resource can be told besides its arguments.</summary>
public abstract class ResourceOptions
{
    /// <summary>No options.</summary>
    protected ResourceOptions()
    {
    }

    /// <summary>The id of an existing object: the resource is read instead of created.</summary>
    public Input<string>? Id { get; set; }

    /// <summary>The URN of an existing resource, whose state is taken instead of registering it.</summary>
    public string? Urn { get; set; }

    /// <summary>The resource this one belongs to; the stack by default.</summary>
    public Resource? Parent { get; set; }

    /// <summary>Resources that must be there first.</summary>
    public InputList<Resource> DependsOn
    {
        get => field ??= [];
        set;
    }

    /// <summary>Whether deleting it is refused; inherited from the parent.</summary>
    public bool? Protect { get; set; }

    /// <summary>Whether the object stays when the resource goes.</summary>
    public bool? RetainOnDelete { get; set; }

    /// <summary>A resource whose deletion takes this one along, so that no call is made for it.</summary>
    public Resource? DeletedWith { get; set; }

    /// <summary>Property paths whose changes are ignored.</summary>
    public List<string> IgnoreChanges
    {
        get => field ??= [];
        set;
    }

    /// <summary>Property paths whose changes replace the resource.</summary>
    public List<string> ReplaceOnChanges
    {
        get => field ??= [];
        set;
    }

    /// <summary>Resources with which this one is replaced.</summary>
    public InputList<Resource> ReplaceWith
    {
        get => field ??= [];
        set;
    }

    /// <summary>A value whose change replaces the resource.</summary>
    public Input<object>? ReplacementTrigger { get; set; }

    /// <summary>Property paths whose differences are not shown.</summary>
    public List<string> HideDiffs
    {
        get => field ??= [];
        set;
    }

    /// <summary>How long the provider may take.</summary>
    public CustomTimeouts? CustomTimeouts { get; set; }

    /// <summary>The provider; a component hands it on to its children.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>The provider plugin's version.</summary>
    public string? Version { get; set; }

    /// <summary>Where the provider plugin is downloaded from.</summary>
    public string? PluginDownloadURL { get; set; }

    /// <summary>Names the resource may have had.</summary>
    public List<Input<Alias>> Aliases { get; set; } = [];

    /// <summary>Changes applied to this resource's and its children's arguments and options.</summary>
    public List<ResourceTransformation> ResourceTransformations
    {
        get => field ??= [];
        set;
    }

    internal abstract ResourceOptions Clone();

    /// <summary>Takes over what the other options say: single values win, lists are appended.</summary>
    private protected void Take(ResourceOptions other)
    {
        Id = other.Id ?? Id;
        Urn = other.Urn ?? Urn;
        Parent = other.Parent ?? Parent;
        Protect = other.Protect ?? Protect;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        ReplacementTrigger = other.ReplacementTrigger ?? ReplacementTrigger;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        Provider = other.Provider ?? Provider;
        Version = other.Version ?? Version;
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        DependsOn = DependsOn.Concat(other.DependsOn);
        ReplaceWith = ReplaceWith.Concat(other.ReplaceWith);
        IgnoreChanges = [.. IgnoreChanges, .. other.IgnoreChanges];
        ReplaceOnChanges = [.. ReplaceOnChanges, .. other.ReplaceOnChanges];
        HideDiffs = [.. HideDiffs, .. other.HideDiffs];
        Aliases = [.. Aliases, .. other.Aliases];
        ResourceTransformations = [.. ResourceTransformations, .. other.ResourceTransformations];
    }
}
