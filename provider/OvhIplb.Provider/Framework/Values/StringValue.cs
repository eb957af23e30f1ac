
namespace OvhIplb.Provider.Framework.Values;

public sealed record StringValue(string Value) : PropertyValue;
