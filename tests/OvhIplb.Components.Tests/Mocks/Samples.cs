using System.Reflection;
using Pulumi;

namespace OvhIplb.Components.Tests.Mocks;

/// <summary>Arguments with something in every property.</summary>
internal static class Samples
{
    public static object Arguments(Type type)
    {
        var arguments = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            property.SetValue(arguments, Value(property.PropertyType));
        }

        return arguments;
    }

    private static object Value(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (!plain.IsGenericType)
        {
            return Plain(plain);
        }

        var method = typeof(Samples).GetMethod(Wrapper(plain.GetGenericTypeDefinition()), BindingFlags.NonPublic | BindingFlags.Static)!;
        return method.MakeGenericMethod(plain.GenericTypeArguments[^1]).Invoke(null, null)!;
    }

    private static string Wrapper(Type type) => type == typeof(Input<>) ? nameof(Single)
        : type == typeof(InputList<>) ? nameof(InputList)
        : type == typeof(InputMap<>) ? nameof(InputMap)
        : type == typeof(List<>) ? nameof(List)
        : type == typeof(Dictionary<,>) ? nameof(Map)
        : throw new NotSupportedException($"There is no sample of {type}. Add one.");

    private static Input<T> Single<T>() => (T)Plain(typeof(T));

    private static InputList<T> InputList<T>() => [(T)Plain(typeof(T))];

    private static InputMap<T> InputMap<T>() => new() { { "key", (T)Plain(typeof(T)) } };

    private static List<T> List<T>() => [(T)Plain(typeof(T))];

    private static Dictionary<string, T> Map<T>() => new() { ["key"] = (T)Plain(typeof(T)) };

    private static object Plain(Type type) => type == typeof(string) ? "text"
        : type == typeof(int) ? 7
        : type == typeof(double) ? 0.5
        : type == typeof(bool) ? true
        : type.GetCustomAttribute<EnumTypeAttribute>() != null
            ? type.GetProperties(BindingFlags.Public | BindingFlags.Static)[0].GetValue(null)!
            : throw new NotSupportedException($"There is no sample of {type}. Add one.");
}
