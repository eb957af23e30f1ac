namespace OvhIplb.Api.Configuration;

/// <summary>A setting's value and where it was found. Prints only the latter.</summary>
internal sealed class SourcedValue(string value, string source)
{
    public string Value { get; } = value;

    /// <summary>For example: the provider's configuration; environment variable OVH_CONSUMER_KEY; ./ovh.conf, section [ovh-eu].</summary>
    public string Source { get; } = source;

    public override string ToString() => Source;
}
