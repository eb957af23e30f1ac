
namespace OvhIplb.Provider.Framework.Values;

/// <summary>A value that no property of any package served here takes.</summary>
/// <param name="path">Where it was found.</param>
/// <param name="reason">Why it is refused. Never contains the value.</param>
public sealed class UnsupportedValueException(string path, string reason) : Exception($"{path}: {reason}")
{
    public string Path { get; } = path;

    public string Reason { get; } = reason;
}
