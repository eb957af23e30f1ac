using OvhIplb.Api.Certificates;
using OvhIplb.Api.Errors;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Process;
using CertificateProperties = OvhIplb.Provider.Certificates.Shared.CertificateSchema;

namespace OvhIplb.Provider.Functions;

/// <summary>One certificate on a load balancer, by its number or by a name that it holds.</summary>
internal sealed class GetCertificate(SessionHolder sessions) : IFunction
{
    private static readonly Property<long> Number = CertificateProperties
        .CertificateId with
    { Description = "Its number. Either this or `name` is to be given." };

    private static readonly Property<string> Name = CertificateList.Name with
    {
        Description
            = "A name that it holds, such as `www.example.com`; of several certificates that do, the one that is routed and lives longest.",
    };

    public FunctionDeclaration Declaration { get; } = new()
    {
        Name = "getCertificate",
        Description =
            "Looks up one certificate on a load balancer, by its number or by a name that it holds (`GET "
                + "/ipLoadbalancing/{serviceName}/ssl`, `GET …/ssl/{id}`). That "
            + "there is none is an error.",
        Inputs = [Number, Name, ServiceName.Property],
        Outputs = CertificateSummary.Properties,
    };

    public async Task<PropertyBag> InvokeAsync(PropertyBag arguments, bool preview, CancellationToken cancellationToken)
    {
        var session = sessions.Required;
        var serviceName = arguments.GetRequired(ServiceName.Property);
        var hasNumber = arguments.TryGet(Number, out var number);
        var hasName = arguments.TryGet(Name, out var name);
        if (hasNumber == hasName)
        {
            throw new InputException(Number.Name, $"either '{Number.Name}' or '{Name.Name}' is to be given, and not both");
        }

        return CertificateSummary.Of(hasNumber
            ? await ByNumberAsync(session, serviceName, number, cancellationToken)
            : await ByNameAsync(session, serviceName, name!, cancellationToken));
    }

    private static async Task<Certificate> ByNumberAsync(Session session, string serviceName, long number, CancellationToken cancellation)
    {
        try
        {
            return await session.Client.Certificates.GetAsync(serviceName, number, cancellation);
        }
        catch (NotFoundException notFound)
        {
            throw new InputException(Number.Name, $"there is no certificate {number} on {serviceName}. {notFound.Message}");
        }
    }

    private static async Task<Certificate> ByNameAsync(Session session, string serviceName, string name, CancellationToken cancellation)
    {
        var all = await CertificateList.ReadAsync(session, serviceName, CertificateFilter.All, cancellation);
        return all.Where(certificate => CertificateList.Holds(certificate, name))
            .OrderByDescending(
                certificate => certificate.Type != CertificateType.BuiltNotRouted && !(certificate.ExpireDate <= session.Time.GetUtcNow()))
            .ThenByDescending(static certificate => certificate.ExpireDate)
            .FirstOrDefault()
            ?? throw new InputException(Name.Name, $"no certificate on {serviceName} holds {name}; it has certificates for "
                + (all.Count == 0
                    ? "no name"
                    : string.Join(", ", all.SelectMany(static certificate => certificate.San).Distinct().Order(StringComparer.Ordinal))));
    }
}
