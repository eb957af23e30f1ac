using OpenApi;

namespace OvhSimulator.Tests.Authentication;

/// <summary>What a service account must be granted here is what OVH's documents say it must.</summary>
public sealed class IamActionTests
{
    [Fact]
    public void Every_declared_call_needs_the_action_ovh_requires()
    {
        Assert.SkipUnless(OvhDocuments.AreThere, OvhDocuments.Absent);
        var documents = OvhDocuments.Load();
        var declared = SimulatorHost.Api().All
            .SelectMany(route => documents.Select(document => (Route: route, Operation: document.Find(route.Method, route.Path))))
            .Where(pair => pair.Operation is not null)
            .ToList();
        Assert.NotEmpty(declared);
        Assert.All(declared, pair => Assert.Equal(
            (pair.Operation!.Template, string.Join(' ', pair.Operation.RequiredActions)),
            (pair.Route.Path, pair.Route.Action)));
    }
}
