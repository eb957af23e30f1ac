using OvhIplb.Api;
using OvhIplb.Api.Configuration;
using OvhIplb.Provider;
using OvhIplb.Provider.Dns;
using OvhIplb.Provider.Framework.Rpc;

using var package = new Package(
    CredentialSources.OfThisProcess(),
    TimeProvider.System,
    OvhClient.CreateTransport,
    static servers => new Resolver(servers));
return await Plugin.RunAsync(package, args);
