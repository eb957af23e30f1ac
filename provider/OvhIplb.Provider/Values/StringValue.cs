namespace OvhIplb.Provider.Values;

public sealed record StringValue(string Value) : PropertyValue;
