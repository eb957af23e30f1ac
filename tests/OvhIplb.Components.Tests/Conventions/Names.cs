namespace OvhIplb.Components.Tests.Conventions;

/// <summary>The names that the generator makes of the schema's.</summary>
internal static class Names
{
    /// <summary>The member of a token: <c>FreeCertificate</c> of <c>ovh-iplb:index:FreeCertificate</c>.</summary>
    public static string Member(string token) => Pascal(token[(token.LastIndexOf(':') + 1)..]);

    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
