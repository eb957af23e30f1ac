
namespace OvhIplb.Provider.Framework.Values;

/// <summary>An IEEE double: the wire knows no other number. Integers are exact up to 2^53.</summary>
public sealed record NumberValue(double Value) : PropertyValue;
