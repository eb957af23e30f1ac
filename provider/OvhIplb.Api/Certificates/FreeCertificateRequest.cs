namespace OvhIplb.Api.Certificates;

internal sealed record FreeCertificateRequest(IReadOnlyList<string> Fqdn);
