namespace Engine.Steps;

/// <summary>What tells the default providers of one package from each other: the version and where the plugin is downloaded from.</summary>
internal static class DefaultProvider
{
    private const string Allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-";

    /// <summary>The address as it is kept: without a slash at its end.</summary>
    public static string Url(string pluginDownloadUrl) =>
        pluginDownloadUrl.EndsWith('/') ? pluginDownloadUrl[..^1] : pluginDownloadUrl;

    /// <summary>
    /// The name: <c>default_1_2_3</c>, with the address behind it where the registration gave one, such as
    /// <c>default_1_2_3_github_/api.github.com/owner/name</c>.
    /// </summary>
    /// <param name="version">A semantic version or nothing.</param>
    /// <param name="url">The address, as <see cref="Url"/> gives it, or nothing.</param>
    public static string Name(string version, string url)
    {
        var name = version.Length == 0 ? "default" : $"default_{Version(version)}";
        return url.Length == 0 ? name : $"{name}_{Qualified(url)}";
    }

    // A label may contain dashes; only what separates the parts is exchanged.
    private static string Version(string version)
    {
        var build = version.TrimStart('v').Split('+', 2);
        var label = build[0].Split('-', 2);
        return string.Join('_', label.Concat(build.Skip(1))).Replace('.', '_');
    }

    private static string Qualified(string url) => string.Join(
        '/',
        url.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(segment => string.Concat(segment.Select(
            character => Allowed.Contains(character, StringComparison.Ordinal) ? character : '_'))));
}
