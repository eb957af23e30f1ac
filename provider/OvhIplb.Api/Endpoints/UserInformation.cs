namespace OvhIplb.Api.Endpoints;

/// <summary>The user and password of a URL, which no message may show.</summary>
internal static class UserInformation
{
    /// <summary>A text that may be a URL, with or without its scheme, with <c>[secret]</c> in place of all before its last @.</summary>
    public static string Hidden(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal) is var mark and >= 0 ? text[..(mark + 3)] : "";
        var at = text.LastIndexOf('@');
        return at < scheme.Length ? text : $"{scheme}[secret]{text[at..]}";
    }
}
