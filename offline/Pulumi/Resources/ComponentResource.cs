using System.Reflection;

namespace Pulumi;

/// <summary>A group of resources with a name, outputs and options of its own.</summary>
public class ComponentResource : Resource
{
    /// <param name="type">The type token.</param>
    /// <param name="name">The name, unique among resources of this type and parent.</param>
    /// <param name="options">The options; providers and protection pass on to the children.</param>
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options)
    {
    }

    /// <inheritdoc cref="ComponentResource(string, string, ComponentResourceOptions)"/>
    /// <param name="args">The arguments of a remote component.</param>
    /// <param name="remote">Whether the provider constructs it.</param>
#pragma warning disable CS1573 // inheritdoc brings the others
    public ComponentResource(
        string type, string name, ResourceArgs? args, ComponentResourceOptions? options = null, bool remote = false)
        : this(type, name, args, options, remote, registerPackageRequest: null)
    {
    }

    /// <inheritdoc cref="ComponentResource(string, string, ComponentResourceOptions)"/>
    public ComponentResource(
        string type,
        string name,
        ResourceArgs? args,
        ComponentResourceOptions? options,
        bool remote,
        RegisterPackageRequest? registerPackageRequest = null)
        : base(
            type,
            name,
            args ?? ResourceArgs.Empty,
            options ?? new ComponentResourceOptions(),
            new ResourceKind(IsCustom: false, remote, IsStack: type == Stack.Type, registerPackageRequest))
        => IsRemote = remote;
#pragma warning restore CS1573

    internal bool IsRemote { get; }

    /// <summary>Ends the component with its <c>[Output]</c> properties, which the state keeps under their names.</summary>
    protected void RegisterOutputs()
    {
        var outputs = new Dictionary<string, object?>();
        foreach (var property in GetType().GetProperties().Where(property => property.Name != nameof(Urn)))
        {
            if (property.GetCustomAttribute<OutputAttribute>(inherit: false) is { } attribute)
            {
                outputs.Add(string.IsNullOrWhiteSpace(attribute.Name) ? property.Name : attribute.Name, property.GetValue(this));
            }
        }

        RegisterOutputs(outputs);
    }

    /// <summary>Ends the component with its outputs, which the state keeps.</summary>
    protected void RegisterOutputs(IDictionary<string, object?> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        RegisterOutputs(Output.Create(outputs));
    }

    /// <inheritdoc cref="RegisterOutputs(IDictionary{string, object})"/>
    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs) => RegisterOutputs(Output.Create(outputs));

    /// <inheritdoc cref="RegisterOutputs(IDictionary{string, object})"/>
    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        Deployment.Instance.Registrations.StartOutputs(this, outputs);
    }
}
