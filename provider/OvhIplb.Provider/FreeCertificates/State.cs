using System.Globalization;
using OvhIplb.Api.Certificates;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Schema;

namespace OvhIplb.Provider.FreeCertificates;

/// <summary>Writes what is known of a certificate into the state.</summary>
internal static class State
{
    public static PropertyBag Of(PropertyBag inputs, string phase, string origin, long? taskId, Certificate? certificate) =>
        Of(
            PropertyBag.Empty
                .WithFrom(inputs, Properties.Declaration.Inputs)
                .With(Properties.Phase, phase)
                .With(Origin.Property, origin)
                .WithOptional(Properties.TaskId, taskId?.ToString(CultureInfo.InvariantCulture)),
            certificate);

    /// <summary>The state with what the API says of the certificate now; renewals change it without being a difference.</summary>
    public static PropertyBag Of(PropertyBag state, Certificate? certificate) => certificate is null ? state : state
        .With(Properties.CertificateId, certificate.Id)
        .With(Properties.Fingerprint, certificate.Fingerprint)
        .With(Properties.Subject, certificate.Subject)
        .WithOptional(Properties.Type, certificate.Type?.Word)
        .WithOptional(Properties.ExpiresAt, certificate.ExpireDate?.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture));
}
