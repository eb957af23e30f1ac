using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;
using Type = System.Type;

namespace Pulumi.Serialization;

/// <summary>
/// Makes of a value of the wire what an output's type says. A value of another type is a warning and leaves the
/// type's default, as a provider's slip should not stop a deployment.
/// </summary>
internal sealed class OutputConverter
{
    private readonly Action<string> _warn;

    private OutputConverter(Action<string> warn) => _warn = warn;

    /// <param name="value">The value.</param>
    /// <param name="type">The type wanted.</param>
    /// <param name="path">Where the value is, for warnings.</param>
    /// <param name="warn">Takes the warnings.</param>
    public static OutputData<object?> Convert(Value value, Type type, string path, Action<string> warn)
    {
        OutputTypes.Check(path, type);
        var data = Deserializer.Deserialize(value);
        return data with { Value = new OutputConverter(warn).ConvertOrWarn(path, data.Value, type) };
    }

    private static string Mismatch(string path, Type expected, object value)
        => $"Expected {expected.FullName} but got {value.GetType().FullName} deserializing {path}";

    private object? ConvertOrWarn(string path, object? value, Type type)
    {
        var (converted, error) = TryConvert(path, value, type);
        if (error != null)
        {
            _warn(error);
        }

        return converted ?? DefaultOf(type);
    }

    private static object? DefaultOf(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;

    private (object? Value, string? Error) TryConvert(string path, object? value, Type type)
    {
        if (value == null)
        {
            return (DefaultOf(type), null);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return TryConvert(path, value, underlying);
        }

        if (type == typeof(int))
        {
            return value is double number ? ((int)number, null) : (null, Mismatch(path, typeof(double), value));
        }

        if (type == typeof(string) || type == typeof(bool) || type == typeof(double) || typeof(Resource).IsAssignableFrom(type))
        {
            return type.IsInstanceOfType(value) ? (value, null) : (null, Mismatch(path, type, value));
        }

        if (type == typeof(object))
        {
            return (value, null);
        }

        if (type == typeof(JsonElement))
        {
            return (JsonSerializer.SerializeToElement(ToJson(value)), null);
        }

        if (type.IsEnum)
        {
            return value is double number
                ? (System.Enum.ToObject(type, (int)number), null)
                : (null, Mismatch(path, typeof(double), value));
        }

        if (type.IsValueType && type.GetCustomAttribute<EnumTypeAttribute>() != null)
        {
            return TryConvertEnum(path, value, type);
        }

        return type.IsConstructedGenericType ? TryConvertGeneric(path, value, type) : TryConstruct(path, value, type);
    }

    private static (object? Value, string? Error) TryConvertEnum(string path, object value, Type type)
    {
        if (value is not (string or double))
        {
            return (null, $"Expected {typeof(string).FullName} or {typeof(double).FullName} but got {value.GetType().FullName} "
                + $"deserializing {path}");
        }

        return OutputTypes.EnumConstructor(type, value.GetType()) is { } constructor
            ? (constructor.Invoke([value]), null)
            : (null, $"Expected target type {type.FullName} to have a constructor with a single {value.GetType().FullName} parameter.");
    }

    private (object? Value, string? Error) TryConvertGeneric(string path, object value, Type type)
    {
        var definition = type.GetGenericTypeDefinition();
        if (definition == typeof(Union<,>))
        {
            return TryConvertUnion(path, value, type);
        }

        if (definition == typeof(Output<>))
        {
            var element = type.GenericTypeArguments[0];
            var (inner, error) = TryConvert(path, value, element);
            return error != null ? (null, error) : (Call(nameof(MakeOutput), element, inner), null);
        }

        if (definition == typeof(ImmutableArray<>))
        {
            var element = type.GenericTypeArguments[0];
            return value is ImmutableArray<object?> list
                ? (Call(nameof(MakeList), element, list.Select(one => ConvertOrWarn(path, one, element)).ToArray()), null)
                : (null, Mismatch(path, typeof(ImmutableArray<object>), value));
        }

        var entry = type.GenericTypeArguments[1];
        return value is ImmutableDictionary<string, object?> map
            ? (Call(nameof(MakeMap), entry, map.ToDictionary(one => one.Key, one => ConvertOrWarn(path, one.Value, entry))), null)
            : (null, Mismatch(path, typeof(ImmutableDictionary<string, object>), value));
    }

    private (object? Value, string? Error) TryConvertUnion(string path, object value, Type type)
    {
        for (var index = 0; index < 2; index++)
        {
            var (inner, error) = TryConvert($"{path}.AsT{index}", value, type.GenericTypeArguments[index]);
            if (error == null)
            {
                return (type.GetMethod($"FromT{index}")!.Invoke(null, [inner]), null);
            }
        }

        return (null, $"Expected {type.GenericTypeArguments[0].FullName} or {type.GenericTypeArguments[1].FullName} but got "
            + $"{value.GetType().FullName} deserializing {path}");
    }

    private (object? Value, string? Error) TryConstruct(string path, object value, Type type)
    {
        if (OutputTypes.Constructor(type) is not { } constructor)
        {
            return (null, $"Unexpected target type {type.FullName} when deserializing {path}");
        }

        if (value is not ImmutableDictionary<string, object?> map)
        {
            return (null, Mismatch(path, typeof(ImmutableDictionary<string, object>), value));
        }

        var arguments = constructor.GetParameters().Select(parameter => ConvertOrWarn(
            $"{type.FullName}({parameter.Name})",
            map.GetValueOrDefault(OutputTypes.NameOf(parameter)),
            parameter.ParameterType));
        return (constructor.Invoke([.. arguments]), null);
    }

    private static object? Call(string method, Type type, object? argument)
        => typeof(OutputConverter).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, [argument]);

    private static Output<T> MakeOutput<T>(object? value) => Output.Create((T)value!);

    private static ImmutableArray<T> MakeList<T>(object?[] elements) => [.. elements.Select(element => (T)element!)];

    private static ImmutableDictionary<string, T> MakeMap<T>(Dictionary<string, object?> entries)
        => entries.ToImmutableDictionary(entry => entry.Key, entry => (T)entry.Value!);

    private static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        double number => JsonValue.Create(number),
        bool flag => JsonValue.Create(flag),
        ImmutableArray<object?> list => new JsonArray([.. list.Select(ToJson)]),
        ImmutableDictionary<string, object?> map => new JsonObject(
            map.Select(entry => KeyValuePair.Create(entry.Key, ToJson(entry.Value)))),
        _ => throw new InvalidOperationException($"{value.GetType().FullName} cannot be written as JSON."),
    };
}
