using System.Reflection;
using Pulumi;

namespace OvhIplb.Components;

internal static class Utilities
{
    /// <summary>Where the CLI finds the plugin when it is not installed.</summary>
    public const string PluginDownloadUrl = "github://api.github.com/example/pulumi-ovh-iplb";

    /// <summary>The version of the plugin this SDK was made for.</summary>
    public static string Version { get; } = ReadVersion();

    /// <summary>Adds what every call of this SDK says: which plugin, in which version.</summary>
    public static InvokeOptions WithDefaults(this InvokeOptions? options)
    {
        var result = options ?? new InvokeOptions();
        result.Version ??= Version;
        result.PluginDownloadURL ??= PluginDownloadUrl;
        return result;
    }

    /// <inheritdoc cref="WithDefaults(InvokeOptions)" />
    public static InvokeOutputOptions WithDefaults(this InvokeOutputOptions? options)
    {
        var result = options ?? new InvokeOutputOptions();
        result.Version ??= Version;
        result.PluginDownloadURL ??= PluginDownloadUrl;
        return result;
    }

    private static string ReadVersion()
    {
        var assembly = typeof(Utilities).GetTypeInfo().Assembly;
        using var stream = assembly.GetManifestResourceStream("OvhIplb.Components.version.txt")
            ?? throw new InvalidOperationException("OvhIplb.Components was built without its version.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Trim();
    }
}
