using System.Reflection;

namespace OvhIplb.Components.Tests.Conventions;

/// <summary>The SDK under test, by the names of the schema.</summary>
internal static class Sdk
{
    public static Assembly Assembly { get; } = typeof(Provider).Assembly;

    public static Type Type(string name)
        => Assembly.GetType(name.Contains('.', StringComparison.Ordinal) ? name : $"{PackageSchema.Own.Namespace}.{name}")
            ?? throw new InvalidOperationException($"The SDK has no {name}; the schema has. Add the class.");

    /// <summary>The options with which a resource is declared: the SDK's own, merged with the caller's.</summary>
    public static Pulumi.CustomResourceOptions Options(string type, Pulumi.CustomResourceOptions? given = null, string id = "")
    {
        var method = Type(type).GetMethod("MakeResourceOptions", BindingFlags.NonPublic | BindingFlags.Static);
        Assert.True(method != null, $"{type} needs the method MakeResourceOptions(CustomResourceOptions?, Input<string>?) that merges the "
            + $"SDK's options with the caller's.");
        return (Pulumi.CustomResourceOptions)method!.Invoke(null, [given, (Pulumi.Input<string>)id])!;
    }
}
