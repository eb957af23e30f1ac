using Engine.Values;
using Google.Protobuf.WellKnownTypes;

namespace Engine.Programs.PulumiYaml;

/// <summary>Works expressions out.</summary>
internal sealed class Evaluator(Scope scope, Types types, Functions functions, Invocations invocations, bool dryRun)
{
    public async Task<Evaluated> EvaluateAsync(Expression expression) => expression switch
    {
        Expression.Constant constant => Evaluated.Of(constant.Value),
        Expression.List list => await ListAsync(list),
        Expression.Map map => await MapAsync(map),
        Expression.Reference reference => await ReferenceAsync(reference),
        Expression.Interpolation text => await TextAsync(text),
        Expression.Call call => await CallAsync(call),
        Expression.Invoke invoke => await invocations.InvokeAsync(invoke, await EvaluateAsync(invoke.Arguments)),
        _ => throw new InvalidOperationException($"{expression.GetType()} was read, but cannot be worked out."),
    };

    /// <summary>The values of a mapping by key; what is absent is left out, as it is by other languages.</summary>
    public async Task<IReadOnlyDictionary<string, Evaluated>> PropertiesAsync(Expression.Map map)
    {
        var properties = new Dictionary<string, Evaluated>(StringComparer.Ordinal);
        foreach ((var key, var expression) in map.Entries)
        {
            var value = await EvaluateAsync(expression);
            if (PropertyValue.Unwrap(value.Value).KindCase != Value.KindOneofCase.NullValue)
            {
                properties[key] = value;
            }
        }

        return properties;
    }

    private async Task<Evaluated> MapAsync(Expression.Map map)
    {
        var properties = await PropertiesAsync(map);
        return new Evaluated(
            Value.ForStruct(new Struct { Fields = { properties.ToDictionary(static pair => pair.Key, static pair => pair.Value.Value) } }),
            [.. properties.Values.SelectMany(static value => value.Dependencies)]);
    }

    private async Task<Evaluated> ListAsync(Expression.List list)
    {
        var items = new List<Evaluated>();
        foreach (var item in list.Items)
        {
            items.Add(await EvaluateAsync(item));
        }

        return new Evaluated(
            Value.ForList([.. items.Select(static item => item.Value)]),
            [.. items.SelectMany(static item => item.Dependencies)]);
    }

    private async Task<Evaluated> ReferenceAsync(Expression.Reference reference)
    {
        if (!scope.IsResource(reference.Root))
        {
            var value = await scope.ValueAsync(reference.Root);
            return value with { Value = In(value.Value, reference) };
        }

        var resource = await scope.ResourceAsync(reference.Root);
        return new Evaluated(
            reference.Rest.Any() ? In(resource.Properties, reference) : resource.Value,
            resource.Urn.Length > 0 ? [resource.Urn] : []);
    }

    // What the rest of the path leads to. Behind an unknown all is unknown, and inside a secret all is secret.
    private Value In(Value value, Expression.Reference reference)
    {
        var secret = false;
        foreach (var part in reference.Rest)
        {
            secret |= PropertyValue.IsSecret(value);
            value = PropertyValue.Unwrap(value);
            if (PropertyValue.IsUnknown(value))
            {
                break;
            }

            value = PropertyPath.Step(value, part) ?? Absent(value, part, reference);
        }

        return secret ? PropertyValue.Secret(value) : value;
    }

    private Value Absent(Value value, object part, Expression.Reference reference) => value.KindCase switch
    {
        // A preview leaves out what is decided later, of what exists already too.
        Value.KindOneofCase.StructValue when part is string
            && (PropertyValue.ContainsUnknown(value)
                || (dryRun && scope.IsResource(reference.Root) && types.IsDeclared(reference))) => Evaluated.Unknown,
        Value.KindOneofCase.StructValue when part is string && types.IsDeclared(reference) => Value.ForNull(),
        Value.KindOneofCase.ListValue when part is int => throw reference.Place.Problem(
            $"${{{reference.Text}}}: there is no item {part} in a list of {value.ListValue.Values.Count}"),
        _ => throw reference.Place.Problem($"${{{reference.Text}}}: there is no '{part}' in {Kind(value)}"),
    };

    private async Task<Evaluated> TextAsync(Expression.Interpolation text)
    {
        var pieces = await ListAsync(new Expression.List(text.Place, text.Pieces));
        return pieces.Apply(values => Value.ForString(string.Concat(values.ListValue.Values.Select(value => Text(value, text.Place)))));
    }

    private async Task<Evaluated> CallAsync(Expression.Call call)
    {
        var argument = await EvaluateAsync(call.Argument);
        return call.Function == Functions.Secret
            ? argument with { Value = PropertyValue.Secret(argument.Value) }
            : argument.Apply(value => functions.Call(call, WithoutResources(value, call.Place)));
    }

    private static string Text(Value value, Place place) => value.KindCase switch
    {
        Value.KindOneofCase.StringValue => value.StringValue,
        Value.KindOneofCase.NumberValue or Value.KindOneofCase.BoolValue => ValueJson.From(value)!.ToJsonString(),
        _ => throw place.Problem($"{Kind(value)} cannot be part of a text"),
    };

    private static Value WithoutResources(Value value, Place place) => PropertyValue.WithoutReferences(value).Equals(value)
        ? value
        : throw place.Problem("takes no resource; name one of its properties, such as ${web.id}");

    private static string Kind(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.StringValue => "a text",
        Value.KindOneofCase.NumberValue => "a number",
        Value.KindOneofCase.BoolValue => "a boolean",
        Value.KindOneofCase.ListValue => "a list",
        Value.KindOneofCase.StructValue when PropertyValue.HasSignature(value, Sentinels.ResourceReference) => "a resource",
        Value.KindOneofCase.StructValue => $"a mapping of {string.Join(", ", value.StructValue.Fields.Keys.Order(StringComparer.Ordinal))}",
        _ => "nothing",
    };
}
