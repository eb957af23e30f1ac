using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>The base of everything that carries arguments in <c>[Input]</c> fields and properties.</summary>
public abstract class InputArgs
{
    private const BindingFlags AnyInstanceMember = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The arguments by their schema names, required ones checked, JSON ones as text.</summary>
    internal virtual ImmutableDictionary<string, object?> ToDictionary()
    {
        var values = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var (attribute, member, value) in Members())
        {
            var description = $"[Input] {GetType().FullName}.{member.Name}";
            if (attribute.IsRequired && value == null)
            {
                throw new ArgumentNullException(member.Name, $"{description} is required but was not given a value");
            }

            values.Add(attribute.Name, attribute.IsJson ? JsonArgument.Write(description, value) : value);
        }

        return values.ToImmutable();
    }

    private IEnumerable<(InputAttribute Attribute, MemberInfo Member, object? Value)> Members()
    {
        foreach (var field in GetType().GetFields(AnyInstanceMember))
        {
            if (field.GetCustomAttribute<InputAttribute>() is { } attribute)
            {
                yield return (attribute, field, field.GetValue(this));
            }
        }

        foreach (var property in GetType().GetProperties(AnyInstanceMember))
        {
            if (property.GetCustomAttribute<InputAttribute>() is { } attribute)
            {
                yield return (attribute, property, property.GetValue(this));
            }
        }
    }
}
