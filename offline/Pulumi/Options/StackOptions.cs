namespace Pulumi;

/// <summary>The options of a stack.</summary>
public class StackOptions
{
    /// <summary>Changes applied to the arguments and options of every resource.</summary>
    public List<ResourceTransformation> ResourceTransformations { get; set; } = [];
}
