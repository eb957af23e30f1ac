// Two failover IPs serve from one load balancer, with one free certificate for two names: see Website.cs.
using Pulumi;
using QuickstartStack;

return await Deployment.RunAsync(() =>
{
    var config = new Pulumi.Config();
    return Website.Declare(
        config.Require("serviceName"),
        config.RequireObject<string[]>("failoverIps"),
        config.RequireObject<string[]>("names"),
        protect: config.GetBoolean("protect") ?? false,
        keepCertificate: config.GetBoolean("keepCertificate") ?? false);
});
