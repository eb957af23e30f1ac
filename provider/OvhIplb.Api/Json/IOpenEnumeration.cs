namespace OvhIplb.Api.Json;

/// <summary>
/// A value out of a list that the API may lengthen at any time: the known ones are statics, any other is kept as it came.
/// </summary>
public interface IOpenEnumeration<TSelf>
    where TSelf : struct, IOpenEnumeration<TSelf>
{
    /// <summary>The word the API uses; empty for a default value.</summary>
    string Word { get; }

    /// <summary>Takes any word.</summary>
    static abstract TSelf From(string word);
}
