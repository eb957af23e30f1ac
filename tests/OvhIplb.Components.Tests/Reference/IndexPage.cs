using System.Globalization;
using System.Text;
using System.Text.Json;
using OvhIplb.Components.Tests.Conventions;

namespace OvhIplb.Components.Tests.Reference;

/// <summary>docs/reference/README.md: what there is.</summary>
internal static class IndexPage
{
    public static string Write() => new StringBuilder("""
        # Reference

        Every resource and function of the package `ovh-iplb`, with what goes in, what comes out, and an example in C#, TypeScript and YAML. In
        C# names begin with a capital letter (`serviceName` is `ServiceName`). These pages are written by
        `tests/OvhIplb.Components.Tests/Reference` from `sdk/schema.json`; the examples are in `docs/snippets`, and tests run them.


        """)
        .Append(Table("Resource", PackageSchema.Own.Resources))
        .Append('\n')
        .Append(Table("Function", PackageSchema.Own.Functions))
        .Append("\nThe C# SDK has a component besides, `HttpsEndpoint`, which puts attachments, certificates and refreshes together: "
            + "[its page](HttpsEndpoint.md).\n")
        .Append("\nThe provider's own settings are in [Installation and configuration](../installation-configuration.md#configuration).\n")
        .ToString();

    private static string Table(string title, IEnumerable<(string Token, JsonElement Spec)> members) => members.Aggregate(
        new StringBuilder($"| {title} | |\n|---|---|\n"),
        static (text, one) => text.Append(
            CultureInfo.InvariantCulture,
            $"| [`{Page.NameOf(one.Token)}`]({Page.NameOf(one.Token)}.md) | {Page.Summary(one.Spec)} |\n"),
        static text => text.ToString());
}
