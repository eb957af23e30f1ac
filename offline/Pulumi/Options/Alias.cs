namespace Pulumi;

/// <summary>
/// Another name a resource may have had: either a whole URN, or what was different in it. Nothing is replaced when
/// the state knows the resource under it.
/// </summary>
public sealed class Alias
{
    /// <summary>The whole former URN; nothing else may be given then.</summary>
    public string? Urn { get; set; }

    /// <summary>The former name.</summary>
    public Input<string>? Name { get; set; }

    /// <summary>The former type.</summary>
    public Input<string>? Type { get; set; }

    /// <summary>The former stack.</summary>
    public Input<string>? Stack { get; set; }

    /// <summary>The former project.</summary>
    public Input<string>? Project { get; set; }

    /// <summary>The former parent. At most one of this, <see cref="ParentUrn"/> and <see cref="NoParent"/>.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The former parent's URN.</summary>
    public Input<string>? ParentUrn { get; set; }

    /// <summary>Whether it had no parent.</summary>
    public bool NoParent { get; set; }

    internal async Task<Pulumirpc.Alias> ToRequestAsync()
    {
        if (Urn != null)
        {
            if (Name != null || Type != null || Stack != null || Project != null || Parent != null || ParentUrn != null || NoParent)
            {
                throw new ArgumentException($"An {nameof(Alias)} with a {nameof(Urn)} takes nothing else.");
            }

            return new Pulumirpc.Alias { Urn = Urn };
        }

        if ((Parent != null ? 1 : 0) + (ParentUrn != null ? 1 : 0) + (NoParent ? 1 : 0) > 1)
        {
            throw new ArgumentException(
                $"Only specify one of '{nameof(Parent)}', '{nameof(ParentUrn)}' or '{nameof(NoParent)}' in an {nameof(Alias)}");
        }

        var spec = new Pulumirpc.Alias.Types.Spec
        {
            Name = await ResolveAsync(Name).ConfigureAwait(false),
            Type = await ResolveAsync(Type).ConfigureAwait(false),
            Stack = await ResolveAsync(Stack).ConfigureAwait(false),
            Project = await ResolveAsync(Project).ConfigureAwait(false),
        };
        if (NoParent)
        {
            spec.NoParent = true;
        }
        else if (Parent != null || ParentUrn != null)
        {
            spec.ParentUrn = await ResolveAsync(Parent != null ? Parent.Urn : ParentUrn).ConfigureAwait(false);
        }

        return new Pulumirpc.Alias { Spec = spec };
    }

    private static async Task<string> ResolveAsync(Input<string>? input)
        => await input.ToOutput().GetValueAsync(whenUnknown: "").ConfigureAwait(false) ?? "";
}
