namespace Pulumi;

/// <summary>The options of a function call that answers an output.</summary>
public class InvokeOutputOptions : InvokeOptions
{
    /// <summary>Resources that must be there first; the result depends on them.</summary>
    public InputList<Resource> DependsOn
    {
        get => field ??= [];
        set;
    }
}
