using System.Collections.Immutable;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Tests.Rpc;

/// <summary>A small package with one resource and one function, of no cloud.</summary>
internal sealed class FakePackage : IPackage
{
    public static readonly Property<string> Endpoint = Property.String("endpoint", "Where the cloud is.") with { ReplaceOnChange = true };

    public static readonly Property<string> Token = Property.String("token", "The secret to get in.") with { Secret = true };

    public static readonly Property<ImmutableArray<string>> Resolvers = Property.Strings("resolvers", "Resolvers in order.");

    public static readonly Property<bool> Strict = Property.Boolean("strict", "Whether to be strict.") with { Default = false };

    public FakeResource Thing { get; } = new();

    public FakeFunction GetThing { get; } = new();

    public PropertyBag? Configuration { get; private set; }

    public PackageDeclaration Declaration { get; } = new()
    {
        Name = "fake",
        Version = "1.2.3",
        DisplayName = "Fake",
        Description = "A package for tests.",
        Keywords = ["kind/native"],
        Homepage = "https://example.com",
        LogoUrl = "https://example.com/logo.png",
        Repository = "https://example.com/fake",
        License = "Apache-2.0",
        Publisher = "Example",
        PluginDownloadUrl = "github://api.github.com/example/pulumi-fake",
        CSharp = new("Example", Map("fake", "Things"), Map("Pulumi", "[3.112.1,4)")),
        Configuration = [Endpoint, Token, Resolvers, Strict],
    };

    public IReadOnlyList<IResource> Resources => [Thing];

    public IReadOnlyList<IFunction> Functions => [GetThing];

    public void CheckConfiguration(PropertyBag configuration, CheckFailures failures)
    {
        if (configuration.TryGet(Endpoint, out var endpoint) && endpoint == "nowhere")
        {
            failures.Add(Endpoint, "there is no such place");
        }
    }

    public Task ConfigureAsync(PropertyBag configuration, CancellationToken cancellationToken)
    {
        if (configuration.TryGet(Endpoint, out var endpoint) && endpoint == "locked" && !configuration.Has(Token))
        {
            throw new MissingConfigurationException([Token]);
        }

        Configuration = configuration;
        return Task.CompletedTask;
    }

    private static ImmutableSortedDictionary<string, string> Map(string key, string value) =>
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(key, value);
}
