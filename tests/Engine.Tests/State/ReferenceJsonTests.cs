using System.Text.Json.Nodes;
using Engine.State;
using Engine.Values;

namespace Engine.Tests.State;

public sealed class ReferenceJsonTests
{
    [Fact]
    public void In_the_state_a_reference_says_a_package_version_on_the_wire_only_a_known_one()
    {
        var wire = Parse(
            $$$"""{"list":[{"{{{Sentinels.Signature}}}":"{{{Sentinels.ResourceReference}}}","id":"a-1","urn":"u"}],"plain":{"urn":"u"}}""");

        var state = ReferenceJson.Complete(wire);

        Assert.Equal(
            $$$"""{"list":[{"{{{Sentinels.Signature}}}":"{{{Sentinels.ResourceReference}}}","id":"a-1","packageVersion":"","urn":"u"}],"plain":{"urn":"u"}}""",
            state.ToJsonString());
        Assert.Equal(wire.ToJsonString(), ReferenceJson.Reduce(state).ToJsonString());
    }

    [Fact]
    public void A_known_package_version_stays()
    {
        var known = Parse(
            $$$"""{"one":{"{{{Sentinels.Signature}}}":"{{{Sentinels.ResourceReference}}}","packageVersion":"1.2.3","urn":"u"}}""");

        Assert.Equal(known.ToJsonString(), ReferenceJson.Complete(known).ToJsonString());
        Assert.Equal(known.ToJsonString(), ReferenceJson.Reduce(known).ToJsonString());
    }

    private static JsonObject Parse(string text) => JsonNode.Parse(text)!.AsObject();
}
