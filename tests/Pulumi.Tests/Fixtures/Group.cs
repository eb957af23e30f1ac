namespace Pulumi.Tests.Fixtures;

/// <summary>A component of two things.</summary>
public sealed class Group : ComponentResource
{
    public Group(string name, ComponentResourceOptions? options = null)
        : base("test:index:Group", name, options)
    {
        First = new Thing($"{name}-first", options: new CustomResourceOptions { Parent = this });
        Second = new Thing($"{name}-second", options: new CustomResourceOptions { Parent = this });
        RegisterOutputs(new Dictionary<string, object?> { ["first"] = First.Name });
    }

    public Thing First { get; }

    public Thing Second { get; }
}
