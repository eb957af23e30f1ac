using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Arguments by name, for a caller without a class of its own.</summary>
public sealed class DictionaryResourceArgs : ResourceArgs
{
    private readonly ImmutableDictionary<string, object?> _dictionary;

    public DictionaryResourceArgs(ImmutableDictionary<string, object?> dictionary) => _dictionary = dictionary;

    internal override ImmutableDictionary<string, object?> ToDictionary() => _dictionary;
}
