using System.Collections.Immutable;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Schema;

namespace OvhIplb.Provider.FreeCertificates;

/// <summary>The properties of a free certificate, each declared once.</summary>
internal static class Properties
{
    public const string Delete = "delete";
    public const string Retain = "retain";

    public static Property<string> ServiceName { get; } = LoadBalancers.ServiceName.ReplacingProperty;

    public static Property<ImmutableArray<string>> Fqdns { get; } = Property.StringSet(
        "fqdns",
        "The names to put on the certificate, 1 to 100, no wildcards. Order and case do not matter. Changing them replaces the "
        + "certificate: the new one is there before the old one goes.") with
    {
        Required = true,
        ReplaceOnChange = true,
        Check = DomainName.Check,
        Normalize = DomainName.Normalize,
    };

    public static Property<string> OnDelete { get; } = Property.Choice(
        "onDelete",
        new EnumType("CertificateDeletion", "What becomes of a certificate when its resource is deleted.",
        [
            new("Delete", Delete, "Delete it from the load balancer."),
            new("Retain", Retain, "Leave it on the load balancer."),
        ]),
        "What deleting the resource does. Default: delete what was ordered by this resource or imported, retain what was found.");

    public static Property<long> CertificateId { get; } = Property.Integer(
        "certificateId", "Number of the certificate on the load balancer. A renewal may change it. Absent until it is delivered.");

    public static Property<string> ExpiresAt { get; } = Property.String(
        "expiresAt", "When it expires, RFC 3339. It is renewed before that while its names stay routed.");

    public static Property<string> Fingerprint { get; } = Property.String(
        "fingerprint", "SHA-1 fingerprint, upper-case hexadecimal with colons.");

    public static Property<string> Phase { get; } = Property.String(
        "phase",
        "How far it is: `live`, `ordering`, or `unrouted` (delivered, but a name no longer points to the load balancer).") with
    {
        Required = true,
    };

    public static Property<string> Subject { get; } = Property.String(
        "subject", "Subject of the certificate, such as `/CN=www.example.com`.");

    public static Property<string> TaskId { get; } = Property.String(
        "taskId", "Number of the order's task; absent where the certificate was found.");

    public static Property<string> Type { get; } = Property.Choice(
        "type",
        new EnumType("CertificateType", "What kind of certificate it is, as the API says.",
        [
            new("Built", "built", "Ordered through OVHcloud and routed."),
            new("BuiltNotRouted", "built_not_routed", "Ordered through OVHcloud, but a name of it no longer points to the load balancer."),
            new("Custom", "custom", "Uploaded by the user."),
        ]),
        "What kind of certificate it is.");

    public static ResourceDeclaration Declaration { get; } = new()
    {
        Name = "FreeCertificate",
        Description =
            "One free certificate for a set of names.\n\n"
            + "Creating it uses a live certificate for exactly these names where there is one; else it orders one "
            + "(`POST /ipLoadbalancing/{serviceName}/freeCertificate`), follows the task and finds what was delivered. Every name must "
            + "point to the load balancer or to one of its failover IPs. It may take 60 minutes, or what `customTimeouts` say. Renewals are no "
            + "change.",
        Inputs = [Fqdns, OnDelete, ServiceName],
        Outputs = [CertificateId, ExpiresAt, Fingerprint, Origin.Property, Phase, Subject, TaskId, Type],
        ImportId = "serviceName/name,name,... or serviceName/number, such as loadbalancer-0123456789abcdef/example.com,www.example.com",
    };
}
