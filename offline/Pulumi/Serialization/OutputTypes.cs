using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Knows which types an output may have.</summary>
internal static class OutputTypes
{
    private const BindingFlags AnyInstance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    private static readonly HashSet<Type> Plain =
        [typeof(bool), typeof(int), typeof(double), typeof(string), typeof(object), typeof(JsonElement)];

    /// <summary>Fails if values cannot be made of the type, however deep inside it the reason is.</summary>
    public static void Check(string path, Type type) => Check(path, type, []);

    /// <summary>The constructor that takes the values of an <see cref="OutputTypeAttribute"/> class.</summary>
    public static ConstructorInfo? Constructor(Type type)
    {
        if (type.GetCustomAttribute<OutputTypeAttribute>() == null)
        {
            return null;
        }

        var all = type.GetConstructors(AnyInstance);
        return all.FirstOrDefault(one => one.GetCustomAttribute<OutputConstructorAttribute>() != null)
            ?? (all.Where(one => one.IsPublic).ToArray() is [var only] ? only : null);
    }

    /// <summary>The constructor of an <see cref="EnumTypeAttribute"/> struct that takes a value of that type.</summary>
    public static ConstructorInfo? EnumConstructor(Type type, Type value)
        => type.GetConstructor(AnyInstance, null, [value], null);

    /// <summary>The value's name a constructor parameter stands for.</summary>
    public static string NameOf(ParameterInfo parameter)
        => parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!;

    private static void Check(string path, Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type) || Plain.Contains(type) || typeof(Resource).IsAssignableFrom(type))
        {
            return;
        }

        if (type.IsEnum && type.GetEnumUnderlyingType() == typeof(int))
        {
            return;
        }

        if (type.IsValueType && type.GetCustomAttribute<EnumTypeAttribute>() != null)
        {
            CheckEnum(type);
            return;
        }

        if (type.IsConstructedGenericType)
        {
            CheckGeneric(path, type, seen);
            return;
        }

        if (type.GetCustomAttribute<OutputTypeAttribute>() == null)
        {
            throw new InvalidOperationException(
                $"{path} contains invalid type {type.FullName}. Allowed types are:\n"
                + "    String, Boolean, Int32, Double,\n"
                + "    Nullable<...>, ImmutableArray<...> and ImmutableDictionary<string, ...> or\n"
                + "    a class explicitly marked with the [OutputTypeAttribute].");
        }

        var constructor = Constructor(type) ?? throw new InvalidOperationException(
            $"{type.FullName} had [OutputTypeAttribute], but did not contain constructor marked with [OutputConstructorAttribute].");
        foreach (var parameter in constructor.GetParameters())
        {
            Check($"{type.FullName}({parameter.Name})", parameter.ParameterType, seen);
        }
    }

    private static void CheckEnum(Type type)
    {
        foreach (var value in new[] { typeof(string), typeof(double) })
        {
            if (EnumConstructor(type, value) != null)
            {
                var conversion = type.GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, null, [type], null);
                if (conversion?.ReturnType == value)
                {
                    return;
                }

                throw new InvalidOperationException(
                    $"{type.FullName} had [EnumTypeAttribute], but did not contain an explicit conversion operator to {value.FullName}.");
            }
        }

        throw new InvalidOperationException(
            $"{type.FullName} had [EnumTypeAttribute], but did not contain constructor with a single String or Double parameter.");
    }

    private static void CheckGeneric(string path, Type type, HashSet<Type> seen)
    {
        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GenericTypeArguments;
        if (definition == typeof(ImmutableDictionary<,>))
        {
            if (arguments[0] != typeof(string))
            {
                throw new InvalidOperationException(
                    $"{path} contains invalid type {type.FullName}:\n    The only allowed ImmutableDictionary 'TKey' type is 'String'.");
            }

            arguments = arguments[1..];
        }
        else if (definition != typeof(Nullable<>)
            && definition != typeof(Union<,>)
            && definition != typeof(ImmutableArray<>)
            && definition != typeof(Output<>))
        {
            throw new InvalidOperationException(
                $"{path} contains invalid type {type.FullName}:\n"
                + "    The only generic types allowed are ImmutableArray<...> and ImmutableDictionary<string, ...>");
        }

        foreach (var argument in arguments)
        {
            Check(path, argument, seen);
        }
    }
}
