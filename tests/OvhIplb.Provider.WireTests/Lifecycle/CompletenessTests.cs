using OvhIplb.Provider.WireTests.Engine;

namespace OvhIplb.Provider.WireTests.Lifecycle;

/// <summary>No resource comes into the package without being taken through its life.</summary>
public sealed class CompletenessTests
{
    [Fact]
    public async Task Every_resource_of_the_schema_has_its_lifecycle_tests()
    {
        await using var deployment = await Deployment.StartUnconfiguredAsync();
        var tested = typeof(LifecycleTests).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(LifecycleTests)))
            .Select(static type => ((LifecycleTests)Activator.CreateInstance(type)!).Resource);
        Assert.Equal((await PackageResource.NamesAsync(deployment)).Order(StringComparer.Ordinal), tested.Order(StringComparer.Ordinal));
    }
}
