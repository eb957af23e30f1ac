using OvhIplb.Provider.FailoverAttachments;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Process;
using CustomCertificateId = OvhIplb.Provider.Certificates.Custom.CustomCertificateId;
using FreeCertificateId = OvhIplb.Provider.Certificates.Free.FreeCertificateId;

namespace OvhIplb.Provider.Tests.LoadBalancers;

/// <summary>An id of another shape is refused with the one that was probably meant.</summary>
public sealed class MisspeltIdTests
{
    private const string Service = "loadbalancer-0123456789abcdef";

    [Theory]
    [InlineData("192.0.2.10", "Write <serviceName>/192.0.2.10/32, with the name of the load balancer in front.")]
    [InlineData("192.0.2.10/32", "Write <serviceName>/192.0.2.10/32, with the name of the load balancer in front.")]
    [InlineData("198.51.100.0/30", "Write <serviceName>/198.51.100.0/30, with the name of the load balancer in front.")]
    [InlineData("ip-192.0.2.10", "Write <serviceName>/192.0.2.10/32, with the name of the load balancer in front.")]
    [InlineData("2001:db8::/56", "Write <serviceName>/2001:db8::/56, with the name of the load balancer in front.")]
    [InlineData($"192.0.2.10/{Service}", $"Write {Service}/192.0.2.10/32.")]
    [InlineData($"198.51.100.0/30/{Service}", $"Write {Service}/198.51.100.0/30.")]
    [InlineData($"{Service}/ip-192.0.2.10", $"Write {Service}/192.0.2.10/32.")]
    [InlineData($"{Service}/192.0.2.10%2F32", $"Write {Service}/192.0.2.10/32.")]
    [InlineData($"https://eu.api.ovh.com/1.0/ipLoadbalancing/{Service}/failover/192.0.2.10", $"Write {Service}/192.0.2.10/32.")]
    [InlineData("/ip/192.0.2.10%2F32", "Write <serviceName>/192.0.2.10/32, with the name of the load balancer in front.")]
    [InlineData(Service, $"After {Service}/ the rest is missing.")]
    [InlineData($"{Service}/", $"After {Service}/ the rest is missing.")]
    [InlineData($"{Service}/10.0.0.0/33", $"The part after {Service}/ is wrong: \"10.0.0.0/33\" is no IP address or block; give an "
        + $"address such as 192.0.2.10 or a block such as 192.0.2.0/28.")]
    [InlineData(
        $"{Service}/198.51.100.1/30",
        $"The part after {Service}/ is wrong: \"198.51.100.1/30\" has bits set beyond its prefix length; the block is 198.51.100.0/30.")]
    [InlineData($"{Service}/example.com", $"The part after {Service}/ is wrong: \"example.com\" is no IP address or block; give an "
        + $"address such as 192.0.2.10 or a block such as 192.0.2.0/28.")]
    public void Of_an_attachment(string id, string hint)
        => AssertRefused(() => FailoverAttachmentId.Parse(id), id, "FailoverAttachment", hint);

    [Theory]
    [InlineData("42", "Write <serviceName>/42, with the name of the load balancer in front.")]
    [InlineData($"42/{Service}", $"Write {Service}/42.")]
    [InlineData($"/ipLoadbalancing/{Service}/ssl/42", $"Write {Service}/42.")]
    [InlineData($"https://eu.api.ovh.com/1.0/ipLoadbalancing/{Service}/ssl/42", $"Write {Service}/42.")]
    [InlineData(Service, $"After {Service}/ the rest is missing.")]
    [InlineData($"{Service}/www", $"The part after {Service}/ is wrong: 'www' is not the number of a certificate, such as 42.")]
    public void Of_an_uploaded_certificate(string id, string hint)
        => AssertRefused(() => CustomCertificateId.Parse(id), id, "CustomCertificate", hint);

    [Theory]
    [InlineData("42", "Write <serviceName>/42, with the name of the load balancer in front.")]
    [InlineData(
        "www.example.com,example.com",
        "Write <serviceName>/www.example.com,example.com, with the name of the load balancer in front.")]
    [InlineData($"www.example.com/{Service}", $"Write {Service}/www.example.com.")]
    [InlineData($"https://eu.api.ovh.com/1.0/ipLoadbalancing/{Service}/ssl/42", $"Write {Service}/42.")]
    [InlineData(Service, $"After {Service}/ the rest is missing.")]
    [InlineData(
        $"{Service}/exa_mple.com",
        $"The part after {Service}/ is wrong: 'exa_mple.com' is not a domain name, such as www.example.com.")]
    [InlineData(
        $"{Service}/99999999999999999999",
        $"The part after {Service}/ is wrong: '99999999999999999999' has one label only; give a full domain name, such as "
            + $"www.example.com.")]
    public void Of_a_free_certificate(string id, string hint)
        => AssertRefused(() => FreeCertificateId.Parse(id), id, "FreeCertificate", hint);

    [Fact]
    public void Of_a_refresh()
    {
        var refused = new MisspeltId($"/ipLoadbalancing/{Service}").Refusal(OvhIplb.Provider.Refreshes.RefreshSchema.Declaration);
        Assert.Equal(
            $"'/ipLoadbalancing/{Service}' is not the id of a Refresh. It has the form `serviceName`, such as "
                + $"loadbalancer-0123456789abcdef. Write {Service}.",
            refused.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("//")]
    [InlineData("a/b/c")]
    public void Without_any_part_of_an_id(string id)
    {
        var refused = Assert.Throws<InputException>(() => FailoverAttachmentId.Parse(id));
        Assert.EndsWith(
            "It has the form `serviceName/ipBlock`, such as loadbalancer-0123456789abcdef/192.0.2.10/32.",
            refused.Message,
            StringComparison.Ordinal);
    }

    private static void AssertRefused(Func<object> parse, string id, string resource, string hint)
    {
        var refused = Assert.Throws<InputException>(parse);
        Assert.StartsWith($"'{id}' is not the id of a {resource}. It has the form ", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(hint, refused.Message, StringComparison.Ordinal);
    }
}
