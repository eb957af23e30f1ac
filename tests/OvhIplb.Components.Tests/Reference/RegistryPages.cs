using OvhIplb.Components.Tests.Conventions;

namespace OvhIplb.Components.Tests.Reference;

/// <summary>
/// The two pages that Pulumi's registry asks of a package. Links in them lead to the registry or to whole addresses only.
/// </summary>
internal static class RegistryPages
{
    /// <summary>The languages that an example is written in, and the file of each.</summary>
    public static readonly (string Language, string File)[] Languages =
        [("csharp", "Program.cs"), ("typescript", "index.ts"), ("yaml", "Pulumi.yaml")];

    /// <summary>docs/_index.md.</summary>
    public static string Index() => $$$"""
        ---
        title: OVHcloud IP Load Balancing
        meta_desc: Declare failover IPs, free certificates, own certificates and refreshes of OVHcloud IP Load Balancing with Pulumi.
        layout: package
        ---

        The OVHcloud IP Load Balancing provider declares what is otherwise clicked together in OVHcloud's IP Load Balancing (IPLB): which
        failover (Additional) IPs serve from a load balancer, which certificates it holds, free ones for which names, and that all of it is
        live. Its functions answer which addresses the firewall of the servers has to let in, whether the load balancer works, and which
        certificates are about to expire or no longer routed.

        ## Example

        {{< chooser language "{{{string.Join(',', Languages.Select(static one => one.Language))}}}" >}}

        {{{string.Join("\n", Languages.Select(static one => Choice("FreeCertificate", one.Language, one.File)))}}}
        {{< /chooser >}}

        """;

    /// <summary>docs/installation-configuration.md.</summary>
    public static string Installation() => $"""
        ---
        title: OVHcloud IP Load Balancing Installation & Configuration
        meta_desc: How to install the OVHcloud IP Load Balancing provider, how it authenticates, and what its credentials have to be allowed.
        layout: package
        ---

        ## Installation

        - C#: `OvhIplb.Components`, a package for .NET 8 and later. It is not published yet: a program references its project,
          `sdk/OvhIplb.Components`.
        - TypeScript, Python, Go and Java: `pulumi package add <folder of the plugin>/pulumi-resource-ovh-iplb` writes an SDK into the project. It also
          writes `packages:` into `Pulumi.yaml`, and the dependency into the project's own files: commit both. For C# the command works too, without
          `HttpsEndpoint`; its hint says `using OvhIplb.OvhIplb;`, and the namespace is `OvhIplb.Components`.
        - YAML: nothing but the plugin.

        The plugin is `pulumi-resource-ovh-iplb`. Until it is published a project names the folder that it was built to, under
        `plugins.providers` in `Pulumi.yaml`.

        ## Configuration

        One way to authenticate at a time: an application key with its secret and a consumer key, a service account with its client id and
        secret, or an access token. Parts of two, or half of one, are an error that says where each value came from. What is not configured comes
        from the environment, then from `ovh.conf` (`./ovh.conf`, `~/.ovh.conf` and `/etc/ovh.conf`), and is then neither in the inputs nor in the state.

        ```sh
        pulumi config set ovh-iplb:endpoint ovh-eu
        pulumi config set --secret ovh-iplb:clientId EU.0123456789abcdef
        pulumi config set --secret ovh-iplb:clientSecret
        ```

        {PropertyTable.Write("Key in `ovh-iplb:`", "required", PackageSchema.Own.Configuration)}
        {Rights()}
        """;

    private static string Choice(string snippet, string language, string file) =>
        $"{{{{% choosable language {language} "
            + $"%}}}}\n\n```{language}\n{File.ReadAllText(Path.Combine(Repository.Root, "docs", "snippets", snippet, file))}```\n\n{{{{% "
            + $"/choosable %}}}}\n";

    /// <summary>docs/access-rights.md, one level down.</summary>
    private static string Rights() => File.ReadAllText(Path.Combine(Repository.Root, "docs", "access-rights.md"))
        .Replace("\n#", "\n##", StringComparison.Ordinal)
        .Insert(0, "#");
}
