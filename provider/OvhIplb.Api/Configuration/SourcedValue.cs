namespace OvhIplb.Api.Configuration;

/// <summary>A setting's value and where it was found. Prints only the latter.</summary>
/// <param name="value">The value.</param>
/// <param name="source">Where it was found, fit to be shown.</param>
/// <param name="isFromFile">Whether that is a file.</param>
internal sealed class SourcedValue(string value, string source, bool isFromFile)
{
    public string Value { get; } = value;

    /// <summary>For example: the provider's configuration; environment variable OVH_CONSUMER_KEY; ./ovh.conf, section [ovh-eu].</summary>
    public string Source { get; } = source;

    public bool IsFromFile { get; } = isFromFile;

    public override string ToString() => Source;
}
