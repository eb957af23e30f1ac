using System.Reflection;
using Pulumi;

namespace OvhIplb.Components.Tests.Conventions;

/// <summary>What a caller gives travels under the schema's name, and secrets travel as secrets.</summary>
public sealed class ArgumentTests
{
    private static readonly Arguments[] Own = [.. Arguments.All(PackageSchema.Own)];

    public static TheoryData<string, string> Properties => Of(Own);

    /// <summary>Without those whose values must be known: plain values cannot be secret.</summary>
    public static TheoryData<string, string> Inputs => Of(Own.Where(one => !one.MustBeKnown));

    [Theory]
    [MemberData(nameof(Properties))]
    public void Every_input_has_its_attribute_where_the_generator_puts_it(string type, string name)
    {
        var (arguments, property) = Find(type, name);
        var member = Carrier(property, type);
        var found = member?.CustomAttributes.SingleOrDefault(one => one.AttributeType == typeof(InputAttribute));
        var (_, required, json) = arguments.Attribute(property);
        var expected = $"[Input(\"{name}\"{(required ? ", required: true" : "")}{(json ? ", json: true" : "")})]";
        Assert.True(
            found != null,
            $"{type}: put {expected} on a {(Arguments.HasField(property) ? $"private field _{name}" : "public property")}.");
        object[] actual = [.. found!.ConstructorArguments.Select(one => one.Value!)];
        Assert.True(actual.SequenceEqual([name, required, json]), $"{type}: the attribute of {name} is {expected}, and not {found}.");
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void No_input_has_a_second_attribute(string type, string name)
    {
        var all = Sdk.Type(type)
            .GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(member => member.CustomAttributes
                .Any(one => one.AttributeType == typeof(InputAttribute) && (string)one.ConstructorArguments[0].Value! == name))
            .Select(member => member.Name)
            .ToArray();
        Assert.True(
            all.Length == 1,
            $"{type}: {name} must be declared once, and is by: {(all.Length > 0 ? string.Join(", ", all) : "nothing")}.");
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task An_input_is_secret_if_and_only_if_the_schema_says_so(string type, string name)
    {
        var (_, property) = Find(type, name);
        var instance = Activator.CreateInstance(Sdk.Type(type))!;
        var member = Sdk.Type(type).GetProperty(Names.Pascal(name))!;
        var secret = await IsSecretAsync(instance, member);
        Assert.True(
            secret == property.Secret,
            property.Secret
                ? $"{type}.{member.Name}: the schema says secret. Wrap the value in the setter, so that a plain string is secret too."
                : $"{type}.{member.Name}: the schema does not say secret. Take the value as it is.");
    }

    private static TheoryData<string, string> Of(IEnumerable<Arguments> all)
        => [.. all.SelectMany(arguments => arguments.Properties.Select(property => (arguments.Class, property.Name)))];

    private static (Arguments Arguments, SchemaProperty Property) Find(string type, string name)
    {
        var arguments = Own.Single(one => one.Class == type);
        return (arguments, arguments.Properties.Single(one => one.Name == name));
    }

    private static MemberInfo? Carrier(SchemaProperty property, string type) => Arguments.HasField(property)
        ? Sdk.Type(type).GetField($"_{property.Name}", BindingFlags.NonPublic | BindingFlags.Instance)
        : Sdk.Type(type).GetProperty(Names.Pascal(property.Name));

    /// <summary>Gives a plain value, and looks whether what comes out is secret.</summary>
    private static Task<bool> IsSecretAsync(object arguments, PropertyInfo property)
    {
        var method = typeof(ArgumentTests).GetMethod(
            property.PropertyType.GetGenericTypeDefinition() == typeof(Input<>) ? nameof(IsScalarSecretAsync)
                : property.PropertyType.GetGenericTypeDefinition() == typeof(InputList<>) ? nameof(IsListSecretAsync)
                : nameof(IsMapSecretAsync),
            BindingFlags.NonPublic | BindingFlags.Static)!;
        return (Task<bool>)method.MakeGenericMethod(property.PropertyType.GenericTypeArguments).Invoke(null, [arguments, property])!;
    }

    private static Task<bool> IsScalarSecretAsync<T>(object arguments, PropertyInfo property)
    {
        property.SetValue(arguments, (Input<T>)default(T)!);
        return Output.IsSecretAsync(((Input<T>)property.GetValue(arguments)!).ToOutput());
    }

    private static Task<bool> IsListSecretAsync<T>(object arguments, PropertyInfo property)
    {
        property.SetValue(arguments, new InputList<T> { default(T)! });
        return Output.IsSecretAsync(((InputList<T>)property.GetValue(arguments)!).ToOutput());
    }

    private static Task<bool> IsMapSecretAsync<T>(object arguments, PropertyInfo property)
    {
        property.SetValue(arguments, new InputMap<T> { { "key", default(T)! } });
        return Output.IsSecretAsync(((InputMap<T>)property.GetValue(arguments)!).ToOutput());
    }
}
