using System.Collections.Immutable;
using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Certificates.Shared;

/// <summary>What all certificates on a load balancer have in common, wherever they come from, each declared once.</summary>
internal static class CertificateSchema
{
    public const string Delete = "delete";
    public const string Retain = "retain";

    public static Property<bool> AutoRefresh { get; } = Property.Boolean(
        "autoRefresh",
        "Whether the load balancer is refreshed once the certificate is there, if it then has changes that are not live. Set it to false "
            + "where a "
        + "`Refresh` follows.") with
    {
        Local = true,
        Default = true,
    };

    public static Property<string> OnDelete { get; } = Property.Choice(
        "onDelete",
        new EnumType("CertificateDeletion", "What becomes of a certificate when its resource is deleted.",
        [
            new("Delete", Delete, "Delete it from the load balancer."),
            new("Retain", Retain, "Leave it on the load balancer."),
        ]),
        "What deleting the resource does. Default: delete what this resource put there or imported, retain what was found.") with
    {
        Local = true,
    };

    public static Property<long> CertificateId { get; } = Property.Integer(
        "certificateId", "Number of the certificate on the load balancer, as `defaultSslId` of a frontend takes it.");

    public static Property<string> ExpiresAt { get; } = Property.String("expiresAt", "When it expires, RFC 3339.");

    public static Property<string> Fingerprint { get; } = Property.String(
        "fingerprint", "SHA-1 fingerprint, upper-case hexadecimal with colons.");

    public static Property<ImmutableArray<string>> Names { get; } = Property.Strings(
        "names", "The names on the certificate (subjectAltName), in lower case and in order.");

    public static Property<string> Subject { get; } = Property.String(
        "subject", "Subject of the certificate, such as `/CN=www.example.com`.");

    public static Property<string> Type { get; } = Property.Choice(
        "type",
        new EnumType("CertificateType", "What kind of certificate it is, as the API says.",
        [
            new("Built", "built", "Ordered through OVHcloud and routed."),
            new("BuiltNotRouted", "built_not_routed", "Ordered through OVHcloud, but a name of it no longer points to the load balancer."),
            new("Custom", "custom", "Uploaded by the user."),
        ]),
        "What kind of certificate it is.");
}
