using System.Reflection;
using Pulumi;

namespace OvhIplb.Components.Tests.Conventions;

/// <summary>A call of a function names the plugin, unless its caller does.</summary>
public sealed class InvokeOptionsTests
{
    public static TheoryData<Type> Kinds => [typeof(InvokeOptions), typeof(InvokeOutputOptions)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Without_options_the_plugin_is_named(Type kind)
    {
        var options = WithDefaults(kind, null);
        Assert.True(
            (options.Version, options.PluginDownloadURL) == (PackageSchema.Own.Version, PackageSchema.Own.PluginDownloadUrl),
            $"Utilities.WithDefaults({kind.Name}) must set Version and PluginDownloadURL.");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_the_caller_says_stays(Type kind)
    {
        var given = (InvokeOptions)Activator.CreateInstance(kind)!;
        given.Version = "9.9.9";
        given.PluginDownloadURL = "https://example.com";
        var options = WithDefaults(kind, given);
        Assert.IsType(kind, options);
        Assert.Equal(("9.9.9", "https://example.com"), (options.Version, options.PluginDownloadURL));
    }

    [Fact]
    public void What_must_be_there_first_stays()
    {
        var given = new InvokeOutputOptions { DependsOn = new InputList<Resource>() };
        Assert.Same(given.DependsOn, ((InvokeOutputOptions)WithDefaults(typeof(InvokeOutputOptions), given)).DependsOn);
    }

    private static InvokeOptions WithDefaults(Type kind, InvokeOptions? options)
    {
        var method = Sdk.Type("Utilities")
            .GetMethod("WithDefaults", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static, [kind]);
        Assert.True(method?.ReturnType == kind, $"Utilities needs {kind.Name} WithDefaults(this {kind.Name}?).");
        return (InvokeOptions)method!.Invoke(null, [options])!;
    }
}
