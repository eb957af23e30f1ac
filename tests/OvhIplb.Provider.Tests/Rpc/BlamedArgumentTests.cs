using Google.Protobuf.WellKnownTypes;
using OvhIplb.Api.IpBlocks;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Rpc;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Tests.LoadBalancers;
using AttachmentProperties = OvhIplb.Provider.FailoverAttachments.FailoverAttachmentSchema;

namespace OvhIplb.Provider.Tests.Rpc;

/// <summary>An argument is to blame for what the API does not know where it is one whole segment of the path.</summary>
public sealed class BlamedArgumentTests : IDisposable
{
    private readonly FakeApi _api = new();

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData("p", "192.0.2.10", "ip")]
    [InlineData("192.0.2.1", "192.0.2.10/32", "ip")]
    [InlineData("32", "2001:DB8::/56", "ip")]
    [InlineData("ip", "192.0.2.10", "kind")]
    public async Task Is_a_whole_segment_in_any_spelling(string kind, string ip, string blamed)
    {
        var answer = await new FunctionCalls(new OneFunction(new LookUp(_api))).InvokeAsync(
            new()
            {
                Tok = "fake:index:lookUp",
                Args = new Struct { Fields = { ["kind"] = Value.ForString(kind), ["ip"] = Value.ForString(ip) } },
            },
            TestContext.Current.CancellationToken);
        Assert.Equal(blamed, Assert.Single(answer.Failures).Property);
    }

    private sealed class OneFunction(IFunction function) : IPackage
    {
        public PackageDeclaration Declaration { get; } = new FakePackage().Declaration;

        public IReadOnlyList<IResource> Resources => [];

        public IReadOnlyList<IFunction> Functions => [function];

        public Task ConfigureAsync(PropertyBag configuration, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class LookUp(FakeApi api) : IFunction
    {
        public FunctionDeclaration Declaration { get; } = new()
        {
            Name = "lookUp",
            Description = "Looks up a block.",
            Inputs = [Property.String("kind", "Any text."), AttachmentProperties.Ip],
            Outputs = [],
        };

        public async Task<PropertyBag> InvokeAsync(PropertyBag arguments, bool preview, CancellationToken cancellationToken)
        {
            await api.Session.Client.Ips.GetAsync(IpBlock.Parse(arguments.GetRequired(AttachmentProperties.Ip)), cancellationToken);
            return PropertyBag.Empty;
        }
    }
}
