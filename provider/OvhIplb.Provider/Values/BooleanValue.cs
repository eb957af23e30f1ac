namespace OvhIplb.Provider.Values;

public sealed record BooleanValue(bool Value) : PropertyValue;
