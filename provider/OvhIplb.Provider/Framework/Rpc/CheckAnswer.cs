using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Framework.Values;
using Pulumirpc;

namespace OvhIplb.Provider.Framework.Rpc;

/// <summary>The answer to Check and CheckConfig: what was given, as it was given but for secrets, and all that is wrong with it.</summary>
internal static class CheckAnswer
{
    /// <summary>A longer text buries the reason, and may be a key in a form that nothing here knows.</summary>
    private const int LongestShown = 100;

    /// <param name="given">What the program gave.</param>
    /// <param name="failures">What is wrong with it.</param>
    /// <param name="declared">What it may give.</param>
    public static CheckResponse From(Struct? given, CheckFailures failures, IReadOnlyCollection<Property> declared)
    {
        var inputs = given ?? new Struct();
        var answer = new CheckResponse { Inputs = Marked(inputs, failures, declared) };
        answer.Failures.AddRange(Failures(WithoutValues(failures, inputs, declared).All));
        return answer;
    }

    public static IEnumerable<Pulumirpc.CheckFailure> Failures(IEnumerable<Framework.Resources.CheckFailure> failures) =>
        failures.Select(static failure => new Pulumirpc.CheckFailure { Property = failure.Path, Reason = failure.Reason });

    /// <summary>
    /// An engine that is told a property shows its value, also of what is marked as a secret, and however long it is. So a failure there,
    /// or
    /// where a secret was given under a misspelt name or where something else belongs, or where the value would bury the reason under lines
    /// and
    /// lines, is told without the property, and in its words instead.
    /// </summary>
    private static CheckFailures WithoutValues(CheckFailures failures, Struct inputs, IReadOnlyCollection<Property> declared)
    {
        var told = new CheckFailures();
        foreach (var failure in failures.All)
        {
            var isShown = !IsHidden(Root(failure), inputs, declared);
            told.Add(
                isShown ? failure.Path : "",
                isShown || failure.Reason.Contains($"'{failure.Path}'", StringComparison.Ordinal)
                    ? failure.Reason
                    : $"{failure.Path}: {failure.Reason}");
        }

        return told;
    }

    private static string Root(Framework.Resources.CheckFailure failure) => failure.Path.Split('.', '[')[0];

    private static bool IsHidden(string root, Struct inputs, IReadOnlyCollection<Property> declared) =>
        inputs.Fields.TryGetValue(root, out var value)
            && Parts(value).Any(part => IsMarked(part) || IsLong(part) || MayBeSecret(root, part, declared));

    /// <summary>Under a name that is not declared, whatever cannot be told from a secret by its look may be one.</summary>
    private static bool MayBeSecret(string name, Value value, IReadOnlyCollection<Property> declared) =>
        IsSecret(name, value.StringValue, declared)
        || (declared.All(property => property.Name != name)
            && declared.Any(static property => property.Secret && property.Recognize is null));

    /// <summary>
    /// What is answered goes into the state, where a secret is to be one also if the user has it in the clear. Marked on the wire, so that
    /// everything else goes back as it came. So is a long text that is wrong: it may be a key.
    /// </summary>
    private static Struct Marked(Struct inputs, CheckFailures failures, IReadOnlyCollection<Property> declared)
    {
        var marked = inputs.Clone();
        HashSet<string> wrong = [.. failures.All.Select(Root)];
        foreach ((var name, var value) in inputs.Fields)
        {
            if (value.KindCase == Value.KindOneofCase.StringValue
                && ValueDecoder.Decode(value, name) is Framework.Values.StringValue text
                && (IsSecret(name, text.Value, declared) || (wrong.Contains(name) && IsLong(value))))
            {
                marked.Fields[name] = ValueEncoder.Encode(ObjectValue.Of([(name, new SecretValue(text))])).Fields[name];
            }
        }

        return marked;
    }

    private static bool IsSecret(string name, string text, IReadOnlyCollection<Property> declared) =>
        declared.Any(property => property.Secret && (property.Name == name || property.Recognize?.Invoke(text) == true));

    /// <summary>A value and all that is within it: the engine shows the whole.</summary>
    private static IEnumerable<Value> Parts(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.ListValue => value.ListValue.Values.SelectMany(Parts),
        Value.KindOneofCase.StructValue => value.StructValue.Fields.Values.SelectMany(Parts).Prepend(value),
        _ => [value],
    };

    private static bool IsLong(Value value) =>
        value.KindCase == Value.KindOneofCase.StringValue
        && (value.StringValue.Length > LongestShown || value.StringValue.Contains('\n', StringComparison.Ordinal));

    private static bool IsMarked(Value value) =>
        value.KindCase == Value.KindOneofCase.StructValue
        && value.StructValue.Fields.TryGetValue(Signatures.Key, out var signature)
        && signature.StringValue == Signatures.Secret;
}
