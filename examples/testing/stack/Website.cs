using System.Collections.Immutable;
using OvhIplb.Components;
using Pulumi;

namespace Web;

/// <summary>One failover IP serves from a load balancer, with one free certificate for its names.</summary>
public sealed class Website : Stack
{
    /// <summary>Declares all of it.</summary>
    public Website()
    {
        var config = new Pulumi.Config();
        var serviceName = config.Require("serviceName");
        var ip = config.Require("ip");

        var attachment = new FailoverAttachment(ip, new() { ServiceName = serviceName, Ip = ip });
        var certificate = new FreeCertificate("web", new()
        {
            ServiceName = serviceName,
            Fqdns = config.RequireObject<string[]>("names"),
        }, new() { DependsOn = { attachment } });

        Address = attachment.IpBlock;
        Names = certificate.Fqdns;
    }

    /// <summary>Where the names are to point.</summary>
    [Output("address")]
    public Output<string> Address { get; private set; }

    /// <summary>What the certificate is for.</summary>
    [Output("names")]
    public Output<ImmutableArray<string>> Names { get; private set; }
}
