using System.Collections.Immutable;
using OvhIplb.Provider.Certificates.Shared;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using CertificateProperties = OvhIplb.Provider.Certificates.Shared.CertificateSchema;

namespace OvhIplb.Provider.Certificates.Free;

/// <summary>The properties of a free certificate, each declared once.</summary>
internal static class FreeCertificateSchema
{
    public static Property<string> ServiceName { get; } = Process.ServiceName.ReplacingProperty;

    public static Property<ImmutableArray<string>> Fqdns { get; } = Property.StringSet(
        "fqdns",
        "The names to put on the certificate, 1 to 100, no wildcards. Order and case do not matter. Changing them replaces the "
        + "certificate: the new one is there before the old one goes.") with
    {
        Required = true,
        ReplaceOnChange = true,
        Check = DomainName.CheckForm,
        Normalize = DomainName.Normalize,
    };

    public static Property<bool> WaitForDns { get; } = Property.Boolean(
        "waitForDns",
        "Whether nothing is ordered before the A and AAAA records of every name lead to the load balancer or to one of its failover IPs: "
            + "an order that "
        + "cannot succeed counts against the limits of the certificate authority.") with
    {
        Local = true,
        Default = true,
    };

    public static Property<string> Phase { get; } = Property.String(
        "phase",
        "How far it is: `live`, `ordering`, `refreshing` (delivered, not known to be live), or `unrouted` (delivered, but a name no "
            + "longer points to the "
        + "load balancer, or it has expired).") with
    {
        Required = true,
    };

    public static Property<ImmutableArray<string>> Superseded { get; } = Property.Strings(
        "superseded",
        "Numbers of certificates for the same names that were no longer routed, have a successor, and could not be deleted yet; absent "
            + "where there is none. They go with "
        + "the next update or with the resource.");

    public static Property<string> TaskId { get; } = Property.String(
        "taskId", "Number of the order's task; absent where the certificate was found.");

    public static ResourceDeclaration Declaration { get; } = new()
    {
        Name = "FreeCertificate",
        Description =
            "One free certificate for a set of names.\n\n"
            + "Creating it uses a live certificate for exactly these names where there is one; else it waits until every name points to "
            + "the load balancer or "
            + "to one of its failover IPs (`waitForDns`), orders one (`POST /ipLoadbalancing/{serviceName}/freeCertificate`), follows the "
            + "task and finds what "
            + "was delivered. It may take 60 minutes, half of them for DNS, or what `customTimeouts` say. A renewal, under the same "
            + "number or another, is no "
            + "change. Of a certificate that is no longer routed (`built_not_routed`), `pulumi refresh` names the record, and the next "
            + "`pulumi up` repairs it.\n\n"
            + "While it waits for DNS it holds one of the engine's parallel slots (`--parallel`). Where the same program makes the "
            + "records, let it depend on them "
            + "(`dependsOn`), or the records may wait for the slot.\n\n"
            + "Certificates are issued at a limited rate: where a stack is destroyed and created daily, set `onDelete` to `retain`, and "
            + "the next creation "
            + "uses the one that is there.",
        Inputs = [CertificateProperties.AutoRefresh, Fqdns, CertificateProperties.OnDelete, ServiceName, WaitForDns],
        Outputs =
        [
            CertificateProperties.CertificateId,
            CertificateProperties.ExpiresAt,
            CertificateProperties.Fingerprint,
            CertificateProperties.Names,
            Origin.Property,
            Phase,
            CertificateProperties.Subject,
            Superseded,
            TaskId,
            CertificateProperties.Type,
        ],
        IsImported = Origin.IsImported,
        ImportId = new("`serviceName/name,name,…` or `serviceName/number`", "loadbalancer-0123456789abcdef/example.com,www.example.com"),
    };
}
