using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Enum = System.Enum;
using Type = System.Type;

namespace Pulumi.Serialization;

/// <summary>Turns arguments into values of the wire and notes which resources they came from.</summary>
/// <param name="keepResources">Whether a resource travels as a reference (or only as its id).</param>
/// <param name="keepOutputs">Whether outputs keep their dependencies, as remote components need them.</param>
/// <param name="countReferences">Whether a resource that is itself a value counts as a dependency.</param>
internal sealed class Serializer(bool keepResources, bool keepOutputs = false, bool countReferences = true)
{
    /// <summary>The resources the values came from.</summary>
    public HashSet<Resource> Resources { get; } = [];

    /// <summary>Serialises one value.</summary>
    /// <param name="path">Where the value is, for messages.</param>
    /// <param name="value">The value.</param>
    public async Task<Value> SerializeAsync(string path, object? value) => value switch
    {
        null or ValueTuple => Value.ForNull(),
        bool given => Value.ForBool(given),
        int given => Value.ForNumber(given),
        double given => Value.ForNumber(given),
        string given => Value.ForString(given),
        InputArgs given => await SerializeMapAsync(path, given.ToDictionary()).ConfigureAwait(false),
        Task => throw new InvalidOperationException(
            $"Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\t{path}"),
        IInput given => await SerializeAsync(path, given.Content).ConfigureAwait(false),
        IUnion given => await SerializeAsync(path, given.Content).ConfigureAwait(false),
        IOutput given => await SerializeOutputAsync(path, given).ConfigureAwait(false),
        JsonElement given => SerializeJson(given),
        Resource given => await SerializeResourceAsync(given).ConfigureAwait(false),
        IDictionary given => await SerializeMapAsync(path, given).ConfigureAwait(false),
        IList given => await SerializeListAsync(path, given).ConfigureAwait(false),
        Enum given when given.GetTypeCode() == TypeCode.Int32 => Value.ForNumber(
            System.Convert.ToInt32(given, CultureInfo.InvariantCulture)),
        _ => await SerializeAttributedAsync(path, value, value.GetType()).ConfigureAwait(false),
    };

    private static Value Special(string signature, params (string Key, Value Value)[] fields)
    {
        var special = new Struct { Fields = { [SpecialValues.Key] = Value.ForString(signature) } };
        foreach (var (key, value) in fields)
        {
            special.Fields.Add(key, value);
        }

        return Value.ForStruct(special);
    }

    private static Value SerializeJson(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Value.ForString(element.GetString()),
        JsonValueKind.Number => Value.ForNumber(element.GetDouble()),
        JsonValueKind.True or JsonValueKind.False => Value.ForBool(element.GetBoolean()),
        JsonValueKind.Array => Value.ForList([.. element.EnumerateArray().Select(SerializeJson)]),
        JsonValueKind.Object => Value.ForStruct(new Struct
        {
            Fields = { element.EnumerateObject().ToDictionary(property => property.Name, property => SerializeJson(property.Value)) },
        }),
        _ => Value.ForNull(),
    };

    private async Task<Value> SerializeOutputAsync(string path, IOutput output)
    {
        var data = await output.GetUntypedDataAsync().ConfigureAwait(false);
        var inner = new Serializer(keepResources, keepOutputs: false, countReferences);
        var value = data.IsKnown ? await inner.SerializeAsync(path, data.Value).ConfigureAwait(false) : null;
        inner.Resources.UnionWith(data.Resources);
        Resources.UnionWith(inner.Resources);

        if (!keepOutputs)
        {
            return value == null ? Value.ForString(SpecialValues.Unknown)
                : data.IsSecret ? Special(SpecialValues.SecretSignature, (SpecialValues.Value, value))
                : value;
        }

        if (value != null && !data.IsSecret && inner.Resources.Count == 0)
        {
            return value;
        }

        var special = Special(SpecialValues.OutputSignature);
        var fields = special.StructValue.Fields;
        if (value != null)
        {
            fields.Add(SpecialValues.Value, value);
        }

        if (data.IsSecret)
        {
            fields.Add(SpecialValues.Secret, Value.ForBool(true));
        }

        var urns = await Dependencies.UrnsAsync(inner.Resources).ConfigureAwait(false);
        if (urns.Count > 0)
        {
            fields.Add(SpecialValues.Dependencies, Value.ForList([.. urns.Select(Value.ForString)]));
        }

        return special;
    }

    private async Task<Value> SerializeResourceAsync(Resource resource)
    {
        var counting = countReferences || !keepResources;
        if (counting && resource is CustomResource)
        {
            Resources.Add(resource);
        }

        var urnData = await resource.Urn.Data.ConfigureAwait(false);
        if (counting)
        {
            Resources.UnionWith(urnData.Resources);
        }

        var urn = Value.ForString(urnData.IsKnown ? urnData.Value : SpecialValues.Unknown);
        if (resource is not CustomResource custom)
        {
            return keepResources ? Special(SpecialValues.ResourceSignature, (SpecialValues.Urn, urn)) : urn;
        }

        var id = custom.Id == null ? "" : await custom.Id.GetValueAsync(whenUnknown: SpecialValues.Unknown).ConfigureAwait(false);
        return keepResources
            ? Special(
                SpecialValues.ResourceSignature,
                (SpecialValues.Urn, urn),
                (SpecialValues.Id, Value.ForString(id == SpecialValues.Unknown ? "" : id)))
            : Value.ForString(id);
    }

    private async Task<Value> SerializeMapAsync(string path, IDictionary map)
    {
        var fields = new SortedDictionary<string, Value>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in map)
        {
            var key = entry.Key as string
                ?? throw new InvalidOperationException($"Dictionaries are only supported with string keys:\n\t{path}");
            var value = await SerializeAsync($"{path}.{key}", entry.Value).ConfigureAwait(false);
            if (value.KindCase != Value.KindOneofCase.NullValue)
            {
                fields.Add(key, value);
            }
        }

        return Value.ForStruct(new Struct { Fields = { fields } });
    }

    private async Task<Value> SerializeListAsync(string path, IList list)
    {
        var elements = new List<Value>();
        if (!IsDefaultImmutableArray(list))
        {
            for (var index = 0; index < list.Count; index++)
            {
                elements.Add(await SerializeAsync($"{path}[{index}]", list[index]).ConfigureAwait(false));
            }
        }

        return Value.ForList([.. elements]);
    }

    private async Task<Value> SerializeAttributedAsync(string path, object value, Type type)
    {
        if (type.IsValueType && type.GetCustomAttribute<EnumTypeAttribute>() != null)
        {
            var conversion = type.GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, null, [type], null);
            return conversion?.Invoke(null, [value]) switch
            {
                string text => Value.ForString(text),
                double number => Value.ForNumber(number),
                _ => throw new InvalidOperationException(
                    $"Expected {type.FullName} to have an explicit conversion operator to String or Double.\n\t{path}"),
            };
        }

        if (type.GetCustomAttribute<OutputTypeAttribute>() != null)
        {
            var fields = new Dictionary<string, object?>();
            foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                .Where(one => one.IsInitOnly))
            {
                fields[char.ToLowerInvariant(field.Name[0]) + field.Name[1..]] = field.GetValue(value);
            }

            return await SerializeMapAsync(path, fields).ConfigureAwait(false);
        }

        throw new InvalidOperationException($"{type.FullName} is not a supported argument type.\n\t{path}");
    }

    private static bool IsDefaultImmutableArray(IList list)
        => list.GetType() is { IsGenericType: true } type
            && type.GetGenericTypeDefinition() == typeof(System.Collections.Immutable.ImmutableArray<>)
            && type.GetProperty("IsDefault")!.GetValue(list) is true;
}
