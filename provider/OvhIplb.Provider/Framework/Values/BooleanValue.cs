
namespace OvhIplb.Provider.Framework.Values;

public sealed record BooleanValue(bool Value) : PropertyValue;
