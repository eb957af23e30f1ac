using System.Collections.Immutable;
using OvhIplb.Api.Certificates;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Process;
using CertificateProperties = OvhIplb.Provider.Certificates.Shared.CertificateSchema;

namespace OvhIplb.Provider.Functions;

/// <summary>The certificates on a load balancer.</summary>
internal sealed class GetCertificates(SessionHolder sessions) : IFunction
{
    private static readonly Property<string> Type = CertificateProperties
        .Type with
    { Description = "Only certificates of this type. Default: of any." };

    private static readonly Property<string> Name = CertificateList.Name with
    {
        Description = "Only certificates that hold this name, such as `www.example.com`. Default: whatever their names.",
    };

    private static readonly Property<long> ExpiresWithinDays = Property.Integer(
        "expiresWithinDays",
        "Only certificates that expire within so many days, 0 to 36500, or have expired. Default: whenever they do.") with
    {
        Range = new NumberRange(0, 36500, "days"),
    };

    private static readonly Property<ImmutableArray<PropertyBag>> Certificates = Property.Objects(
        "certificates",
        new ObjectType("LoadBalancerCertificate", "A certificate on a load balancer.", CertificateSummary.Properties),
        "The certificates, by number.") with
    { Required = true };

    public FunctionDeclaration Declaration { get; } = new()
    {
        Name = "getCertificates",
        Description =
            "Looks up the certificates on a load balancer (`GET /ipLoadbalancing/{serviceName}/ssl`, `GET …/ssl/{id}`). Certificates "
            + "that were ordered, free or not, are of type `built`, those you uploaded of type `custom`. One of type "
            + "`built_not_routed` was ordered and delivered, but its names could not be validated, "
            + "usually because one no longer points to the load balancer.",
        Inputs = [ExpiresWithinDays, Name, ServiceName.Property, Type],
        Outputs = [Certificates],
    };

    public async Task<PropertyBag> InvokeAsync(PropertyBag arguments, bool preview, CancellationToken cancellationToken)
    {
        var session = sessions.Required;
        var serviceName = arguments.GetRequired(ServiceName.Property);
        var filter = new CertificateFilter
        {
            Type = arguments.TryGet(Type, out var type) ? CertificateType.From(type) : null,
            ExpiresBefore = arguments.TryGet(ExpiresWithinDays, out var days) ? session.Time.GetUtcNow().AddDays(days) : null,
        };
        var found = await CertificateList.ReadAsync(session, serviceName, filter, cancellationToken);
        bool Matches(Certificate certificate) => !arguments.TryGet(Name, out var name) || CertificateList.Holds(certificate, name);
        return PropertyBag.Empty.With(Certificates, [.. found.Where(Matches).Select(CertificateSummary.Of)]);
    }
}
