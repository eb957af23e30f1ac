using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using CertificateProperties = OvhIplb.Provider.Certificates.Shared.CertificateSchema;

namespace OvhIplb.Provider.Certificates.Custom;

/// <summary>The properties of an uploaded certificate, each declared once.</summary>
internal static class CustomCertificateSchema
{
    public static Property<string> ServiceName { get; } = Process.ServiceName.ReplacingProperty;

    public static Property<string> Certificate { get; } = Property.String(
        "certificate",
        "The certificate in PEM, alone or with those that lead from it to its root, as authorities issue them in one file. Another one "
            + "replaces the "
        + "resource: it is uploaded before the old one goes. What is written around it, and how lines end, does not matter.") with
    {
        Required = true,
        WriteOnly = true,
        ReplaceOnChange = true,
        Check = CertificateBundle.Check,
        Normalize = CertificateBundle.Normalize,
    };

    public static Property<string> Key { get; } = Property.String(
        "key", "The certificate's private key in PEM, RSA or EC, without a passphrase.") with
    {
        Required = true,
        WriteOnly = true,
        Secret = true,
        Recognize = Pem.MayHoldKey,
        Check = PrivateKey.Check,
        Normalize = PrivateKey.Normalize,
    };

    public static Property<string> Chain { get; } = Property.String(
        "chain",
        "The certificates that lead from the certificate to its root, in PEM and in any order, where `certificate` does not hold them; "
            + "the root itself may be left "
        + "out. They are uploaded in the order in which each issued the one before. A load balancer takes a certificate once only, so "
        + "another chain for the same "
        + "certificate replaces the resource with the old one deleted first.") with
    {
        WriteOnly = true,
        ReplaceOnChange = true,
        ComparedElsewhere = true,
        Check = CertificateChain.Check,
    };

    public static Property<string> DisplayName { get; } = Property.String(
        "displayName", "What the certificate is called. Default: nothing in particular.") with
    {
        Check = static text => Pem.HoldsKey(text) || Pem.HoldsDataBetweenBlocks(text)
            ? "holds a private key; give it as `key`, where it is kept secret"
            : null,
    };

    public static Property<string> Phase { get; } = Property.String(
        "phase", "How far it is: `live` or `refreshing` (uploaded, not known to be live).") with
    { Required = true };

    public static ResourceDeclaration Declaration { get; } = new()
    {
        Name = "CustomCertificate",
        Description =
            "A certificate of your own on a load balancer.\n\n"
            + "Creating it uploads the certificate (`POST /ipLoadbalancing/{serviceName}/ssl`), or uses it where it is there already, and "
            + "refreshes the load "
            + "balancer where that is due. The API never gives certificate, key and chain back: they are kept in the state of the stack, "
            + "the key as a secret. "
            + "Frontends take its `certificateId` as `defaultSslId`; one that a frontend uses cannot be deleted.\n\n"
            + "What was imported has neither `certificate` nor `key`: add them to the program, `chain` too where there is one. The "
            + "certificate that is "
            + "added has to be the one that is there, as its fingerprint tells.",
        Inputs = [CertificateProperties.AutoRefresh, Certificate, Chain, DisplayName, Key, CertificateProperties.OnDelete, ServiceName],
        Outputs =
        [
            CertificateProperties.CertificateId,
            CertificateProperties.ExpiresAt,
            CertificateProperties.Fingerprint,
            CertificateProperties.Names,
            Origin.Property,
            Phase,
            CertificateProperties.Subject,
            CertificateProperties.Type,
        ],
        IsImported = Origin.IsImported,
        ImportId = new("`serviceName/number`", "loadbalancer-0123456789abcdef/42"),
    };
}
