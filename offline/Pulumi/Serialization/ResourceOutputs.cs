using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Gives the <c>[Output]</c> properties of a resource the outputs that wait for the engine's answer.</summary>
internal static class ResourceOutputs
{
    public static ImmutableDictionary<string, IResourceOutput> Assign(Resource resource)
    {
        var outputs = ImmutableDictionary.CreateBuilder<string, IResourceOutput>();
        foreach (var property in resource.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<OutputAttribute>() is { } attribute)
            {
                outputs.Add(attribute.Name ?? property.Name, Assign(resource, property, attribute));
            }
        }

        Log.Debug($"Fields to assign: {JsonSerializer.Serialize(outputs.Keys)}", resource);
        return outputs.ToImmutable();
    }

    private static IResourceOutput Assign(Resource resource, PropertyInfo property, OutputAttribute attribute)
    {
        var path = $"[Output] {resource.GetType().FullName}.{property.Name}";
        if (!property.PropertyType.IsConstructedGenericType || property.PropertyType.GetGenericTypeDefinition() != typeof(Output<>))
        {
            throw RunException.OutputsHaveIncorrectType([attribute.Name ?? property.Name]);
        }

        // The declaring class's own property: a private setter is not there on a derived class.
        var setter = property.DeclaringType!
            .GetProperty(property.Name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)!
            .GetSetMethod(nonPublic: true)
            ?? throw new InvalidOperationException($"{path} did not have a 'set' method");

        var type = property.PropertyType.GenericTypeArguments[0];
        OutputTypes.Check(path, type);
        var output = (IResourceOutput)Activator.CreateInstance(typeof(ResourceOutput<>).MakeGenericType(type), resource)!;
        setter.Invoke(resource, [output.Output]);
        return output;
    }
}
