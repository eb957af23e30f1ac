using System.Reflection;
using Pulumi;

namespace OvhIplb.Components.Tests.Conventions;

/// <summary>What a function answers is built by the one constructor that the deserialiser looks for.</summary>
public sealed class AnswerTests
{
    private static readonly Dictionary<string, SchemaProperty[]> Own = PackageSchema.Own.Functions
        .Select(one => ($"{Names.Member(one.Token)}Result", SchemaProperty.Read(one.Spec.GetProperty("outputs"), "properties", "required")))
        .Concat(PackageSchema.Own.Objects
            .Select(one => ($"Outputs.{Names.Member(one.Token)}", SchemaProperty.Read(one.Spec, "properties", "required"))))
        .ToDictionary(one => $"{PackageSchema.Own.Namespace}.{one.Item1}", one => one.Item2);

    public static TheoryData<string> Types => [.. Own.Keys];

    [Theory]
    [MemberData(nameof(Types))]
    public void The_constructor_takes_the_properties_under_the_names_of_the_schema(string type)
    {
        var constructors = Sdk.Type(type).GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Public)
            .Where(one => one.GetCustomAttribute<OutputConstructorAttribute>() != null)
            .ToArray();
        Assert.True(constructors is [{ IsPrivate: true }], $"{type} needs one private constructor with [OutputConstructor].");
        string[] expected = [.. Own[type].Select(one => one.Name)];
        string[] actual = [.. constructors[0].GetParameters()
            .Select(one => one.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? one.Name!)];
        Assert.True(
            expected.SequenceEqual(actual),
            $"{type}: the constructor takes ({string.Join(", ", expected)}) and not ({string.Join(", ", actual)}).");
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_parameter_has_the_type_of_its_field_and_ends_there(string type)
    {
        var constructor = Sdk.Type(type).GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance).Single();
        object?[] values = [.. constructor.GetParameters().Select((one, index) => Value(one.ParameterType, index))];
        var answer = constructor.Invoke(values);
        foreach (var (parameter, value) in constructor.GetParameters().Zip(values))
        {
            var field = Sdk.Type(type).GetField(Names.Pascal(parameter.Name!))!;
            Assert.True(field.FieldType == parameter.ParameterType, $"{type}: give the parameter {parameter.Name} the type of the field.");
            Assert.True(Equals(field.GetValue(answer), value), $"{type}: the constructor must set {field.Name} to {parameter.Name}.");
        }
    }

    /// <summary>A value that no other parameter has.</summary>
    private static object? Value(Type type, int index)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) ? $"value {index}"
            : plain == typeof(int) ? index + 1
            : plain == typeof(double) ? index + 0.5
            : plain == typeof(bool) ? true
            : plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(System.Collections.Immutable.ImmutableArray<>)
                ? EmptyArray(plain)
                : plain.IsValueType ? Activator.CreateInstance(plain)
            : null;
    }

    private static object EmptyArray(Type array) => array.GetField("Empty")!.GetValue(null)!;
}
