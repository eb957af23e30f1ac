using System.Globalization;
using System.Text;
using Google.Protobuf.WellKnownTypes;

namespace Engine.Values;

/// <summary>
/// A path to a property inside a resource's values: <c>tags.env</c>, <c>fqdns[1]</c>, <c>tags["a.b"]</c>.
/// A part is a <see cref="string"/> key or an <see cref="int"/> index; <c>*</c> matches every element.
/// </summary>
internal sealed record PropertyPath(IReadOnlyList<object> Parts)
{
    public static PropertyPath Parse(string text)
    {
        var parts = new List<object>();
        var key = new StringBuilder();
        for (var index = 0; index < text.Length; index++)
        {
            switch (text[index])
            {
                case '.':
                    Flush(key, parts);
                    break;
                case '[' when index + 1 < text.Length && text[index + 1] == '"':
                    Flush(key, parts);
                    var end = text.IndexOf("\"]", index + 2, StringComparison.Ordinal);
                    end = end < 0 ? text.Length : end;
                    parts.Add(text[(index + 2)..end].Replace("\\\"", "\"", StringComparison.Ordinal));
                    index = Math.Min(end + 1, text.Length);
                    break;
                case '[':
                    Flush(key, parts);
                    var close = text.IndexOf(']', index);
                    close = close < 0 ? text.Length : close;
                    var inner = text[(index + 1)..close];
                    parts.Add(int.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : inner);
                    index = close;
                    break;
                default:
                    key.Append(text[index]);
                    break;
            }
        }

        Flush(key, parts);
        return new PropertyPath(parts);
    }

    /// <summary>The top-level property the path is in.</summary>
    public string Root => Parts.Count > 0 && Parts[0] is string root ? root : "";

    /// <summary>Whether this path is <paramref name="other"/> or leads to something inside it.</summary>
    public bool IsWithin(PropertyPath other) =>
        other.Parts.Count <= Parts.Count
        && other.Parts.Zip(Parts).All(pair => "*".Equals(pair.First) || pair.First.Equals(pair.Second));

    /// <summary>The value at this path, secrets on the way opened, and whether one of them was met.</summary>
    public (Value? Value, bool Secret) Find(Struct? values)
    {
        if (values is null)
        {
            return (null, false);
        }

        var current = Value.ForStruct(values);
        var secret = false;
        foreach (var part in Parts)
        {
            var next = Step(PropertyValue.Unwrap(current), part);
            if (next is null)
            {
                return (null, secret);
            }

            secret |= PropertyValue.IsSecret(next);
            current = next;
        }

        return (PropertyValue.Unwrap(current), secret);
    }

    /// <summary>
    /// Makes the value at this path in <paramref name="target"/> the one in <paramref name="source"/>, absence included.
    /// Nothing happens where the containing object or list is missing on either side.
    /// </summary>
    public void Copy(Struct source, Struct target) => Copy(Value.ForStruct(source), Value.ForStruct(target), 0);

    /// <summary>What one part of a path leads to; null where nothing is.</summary>
    public static Value? Step(Value value, object part) => (value.KindCase, part) switch
    {
        (Value.KindOneofCase.StructValue, string key) => value.StructValue.Fields.TryGetValue(key, out var found) ? found : null,
        (Value.KindOneofCase.ListValue, int index) => index < value.ListValue.Values.Count ? value.ListValue.Values[index] : null,
        _ => null,
    };

    private void Copy(Value source, Value target, int depth)
    {
        source = PropertyValue.Unwrap(source);
        target = PropertyValue.Unwrap(target);
        var part = Parts[depth];
        if ("*".Equals(part))
        {
            foreach (var child in Keys(source).Union(Keys(target)).ToList())
            {
                new PropertyPath([child, .. Parts.Skip(depth + 1)]).Copy(source, target, 0);
            }

            return;
        }

        var from = Step(source, part);
        var to = Step(target, part);
        if (depth + 1 < Parts.Count)
        {
            if (from is not null && to is not null)
            {
                Copy(from, to, depth + 1);
            }

            return;
        }

        if (part is string key && target.KindCase == Value.KindOneofCase.StructValue)
        {
            if (from is null)
            {
                target.StructValue.Fields.Remove(key);
            }
            else
            {
                target.StructValue.Fields[key] = from.Clone();
            }
        }
        else if (part is int index && from is not null && to is not null)
        {
            target.ListValue.Values[index] = from.Clone();
        }
    }

    private static IEnumerable<object> Keys(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.StructValue => value.StructValue.Fields.Keys,
        Value.KindOneofCase.ListValue => Enumerable.Range(0, value.ListValue.Values.Count).Cast<object>(),
        _ => [],
    };

    private static void Flush(StringBuilder key, List<object> parts)
    {
        if (key.Length > 0)
        {
            parts.Add(key.ToString());
            key.Clear();
        }
    }
}
