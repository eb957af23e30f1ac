namespace Pulumi;

/// <summary>A mistake shown at a resource.</summary>
public class ResourceException : Exception
{
    /// <param name="message">What is wrong.</param>
    /// <param name="resource">The resource it is shown at.</param>
    /// <param name="hideStack">Whether to leave the stack trace out.</param>
    public ResourceException(string message, Resource? resource, bool hideStack = false)
        : base(message)
    {
        Resource = resource;
        HideStack = hideStack;
    }

    internal Resource? Resource { get; }

    internal bool HideStack { get; }
}
