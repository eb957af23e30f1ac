using Engine.State;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Engine.Display;

/// <summary>Makes of a provider's diff what is shown of it.</summary>
internal static class Changes
{
    /// <summary>
    /// The changes of an update or a replacement. The old value of a detailed change is read from the outputs, or from the
    /// inputs where the provider says so; without details the inputs themselves are compared.
    /// </summary>
    public static IReadOnlyList<PropertyChange> Of(ResourceEntry old, Struct news, DiffResponse diff)
    {
        if (diff.HasDetailedDiff && diff.DetailedDiff.Count > 0)
        {
            return [.. diff.DetailedDiff.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => Detail(
                pair.Key, pair.Value, pair.Value.InputDiff ? old.Inputs : old.Outputs, news, inverted: false))];
        }

        var replaces = diff.Replaces.Select(path => PropertyPath.Parse(path).Root).ToHashSet(StringComparer.Ordinal);
        var changes = Compare(old.Inputs, news)
            .Select(change => change with { Replaces = replaces.Contains(PropertyPath.Parse(change.Path).Root) }).ToList();
        var unseen = diff.Diffs.Concat(diff.Replaces).Distinct()
            .Where(path => changes.All(change => PropertyPath.Parse(change.Path).Root != PropertyPath.Parse(path).Root))
            .Select(path => new PropertyChange(path, null, null, false, replaces.Contains(PropertyPath.Parse(path).Root)));
        return [.. changes, .. unseen];
    }

    /// <summary>
    /// The changes a refresh found. The provider was asked with exchanged roles - what it read as the old, the program's
    /// inputs as the new - so its answer is turned round: the old value is the saved one, the new one what was read.
    /// </summary>
    public static IReadOnlyList<PropertyChange> Inverted(ResourceEntry saved, ResourceEntry read, DiffResponse diff)
    {
        if (diff.HasDetailedDiff && diff.DetailedDiff.Count > 0)
        {
            return [.. diff.DetailedDiff.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => Detail(
                pair.Key, pair.Value, pair.Value.InputDiff ? saved.Inputs : saved.Outputs, pair.Value.InputDiff
                    ? read.Inputs
                    : read.Outputs, inverted: true))];
        }

        List<PropertyChange> changes = [.. Compare(saved.Inputs, read.Inputs)];
        return changes.Count > 0 ? changes : [.. Compare(saved.Outputs, read.Outputs)];
    }

    /// <summary>Every leaf in which two sets of values differ.</summary>
    public static IEnumerable<PropertyChange> Compare(Struct? old, Struct? next) =>
        Compare("", Value.ForStruct(old ?? new Struct()), Value.ForStruct(next ?? new Struct()), false);

    private static PropertyChange Detail(string path, PropertyDiff detail, Struct? olds, Struct? news, bool inverted)
    {
        var at = PropertyPath.Parse(path);
        (var old, var oldSecret) = at.Find(olds);
        (var next, var newSecret) = at.Find(news);
        var replaces = detail.Kind is PropertyDiff.Types.Kind.AddReplace or PropertyDiff.Types.Kind.DeleteReplace or PropertyDiff.Types
            .Kind
            .UpdateReplace;
        (var added, var deleted) = (
            detail.Kind is PropertyDiff.Types.Kind.Add or PropertyDiff.Types.Kind.AddReplace,
            detail.Kind is PropertyDiff.Types.Kind.Delete or PropertyDiff.Types.Kind.DeleteReplace);
        if (inverted)
        {
            (added, deleted) = (deleted, added);
        }

        var hidden = oldSecret || newSecret || (old is not null && PropertyValue.ContainsSecret(old))
            || (next is not null && PropertyValue.ContainsSecret(next));
        return new PropertyChange(path, added ? null : old, deleted ? null : next, hidden, replaces && !inverted);
    }

    private static IEnumerable<PropertyChange> Compare(string path, Value? old, Value? next, bool secret)
    {
        if (Equals(old, next))
        {
            return [];
        }

        secret |= (old is not null && PropertyValue.IsSecret(old)) || (next is not null && PropertyValue.IsSecret(next));
        var plainOld = old is null ? null : PropertyValue.Unwrap(old);
        var plainNew = next is null ? null : PropertyValue.Unwrap(next);
        if (!secret && plainOld?.KindCase == Value.KindOneofCase.StructValue && plainNew?.KindCase == Value.KindOneofCase.StructValue)
        {
            return plainOld.StructValue.Fields.Keys.Union(plainNew.StructValue.Fields.Keys).Order(StringComparer.Ordinal)
                .SelectMany(key => Compare(
                    Join(path, key), Field(plainOld, key), Field(plainNew, key), secret));
        }

        if (!secret && plainOld?.KindCase == Value.KindOneofCase.ListValue && plainNew?.KindCase == Value.KindOneofCase.ListValue)
        {
            var count = Math.Max(plainOld.ListValue.Values.Count, plainNew.ListValue.Values.Count);
            return Enumerable.Range(0, count).SelectMany(at => Compare(
                $"{path}[{at}]", plainOld.ListValue.Values.ElementAtOrDefault(at), plainNew.ListValue.Values
                    .ElementAtOrDefault(at), secret));
        }

        return [new PropertyChange(path, plainOld, plainNew, secret, false)];
    }

    private static Value? Field(Value value, string key) => value.StructValue.Fields.TryGetValue(key, out var found) ? found : null;

    private static string Join(string path, string key)
    {
        var plain = key.Length > 0 && key.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '/');
        return plain ? (path.Length == 0 ? key : $"{path}.{key}") : $"{path}[\"{key}\"]";
    }
}
