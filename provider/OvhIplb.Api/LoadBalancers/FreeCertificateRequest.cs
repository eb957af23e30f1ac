namespace OvhIplb.Api.LoadBalancers;

internal sealed record FreeCertificateRequest(IReadOnlyList<string> Fqdn);
