namespace Pulumi.Tests.Fixtures;

public sealed class TestProvider(string name) : ProviderResource("test", name, ResourceArgs.Empty, options: null);
