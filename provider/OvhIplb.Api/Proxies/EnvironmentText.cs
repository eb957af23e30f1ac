namespace OvhIplb.Api.Proxies;

/// <summary>Values of environment variables.</summary>
internal static class EnvironmentText
{
    /// <summary>
    /// A value without the white space and the pair of quotes around it: what reads variables from a file often keeps the quotes of
    /// that file. Nothing where the variable is not set.
    /// </summary>
    public static string Unquoted(string? value)
    {
        var text = value?.Trim() ?? "";
        return text is ['"', .., '"'] or ['\'', .., '\''] ? text[1..^1].Trim() : text;
    }
}
