using System.Text.Json;
using OpenApi;

namespace Conformance.OvhSchemas;

/// <summary>What each format of OVH's takes and what it does not.</summary>
public sealed class FormatTests
{
    [Theory]
    [InlineData("date-time", "2026-03-01T12:00:00+00:00", true)]
    [InlineData("date-time", "2026-03-01T12:00:00Z", true)]
    [InlineData("date-time", "2026-03-01T12:00:00", false)]
    [InlineData("date-time", "2026-13-01T12:00:00Z", false)]
    [InlineData("date-time", "2026-03-01", false)]
    [InlineData("date", "2026-03-01", true)]
    [InlineData("date", "2026-02-30", false)]
    [InlineData("uuid", "6f1c1a3e-6f0e-4d0a-9b1e-0123456789ab", true)]
    [InlineData("uuid", "{6f1c1a3e-6f0e-4d0a-9b1e-0123456789ab}", false)]
    [InlineData("ipv4", "192.0.2.10", true)]
    [InlineData("ipv4", "192.0.2.10/32", false)]
    [InlineData("ipv4", "192.2", false)]
    [InlineData("ipv4", "2001:db8::10", false)]
    [InlineData("ipv6", "2001:db8::10", true)]
    [InlineData("ipv6", "192.0.2.10", false)]
    [InlineData("ip-block", "192.0.2.10/32", true)]
    [InlineData("ip-block", "2001:db8:1::/64", true)]
    [InlineData("ip-block", "192.0.2.10", false)]
    [InlineData("ip-block", "192.0.2.10/24", false)]
    [InlineData("ip-block", "192.0.2.0/33", false)]
    [InlineData("ipv4-block", "192.0.2.0/24", true)]
    [InlineData("ipv4-block", "2001:db8:1::/64", false)]
    [InlineData("ipv6-block", "2001:db8:1::/64", true)]
    [InlineData("ipv6-block", "192.0.2.0/24", false)]
    [InlineData("mac-address", "02:00:00:00:00:01", false)]
    public void An_answer_is_exact(string format, string text, bool valid) => Assert.Equal(valid, Has(format, text, Direction.Answer));

    [Theory]
    [InlineData("192.0.2.10", true)]
    [InlineData("192.0.2.10/32", true)]
    [InlineData("loadbalancer-0123456789abcdef", false)]
    public void A_request_may_name_a_block_of_one_by_its_address(string text, bool valid) =>
        Assert.Equal(valid, Has("ip-block", text, Direction.Request));

    private static bool Has(string format, string text, Direction direction)
    {
        var validator = new Validator(Document.Parse("""{ "components": { "schemas": {} }, "paths": {} }"""), direction);
        validator.Check(JsonSerializer.SerializeToElement(text), JsonElement.Parse($$"""{ "type": "string", "format": "{{format}}" }"""), "it");
        return validator.Violations.Count == 0;
    }
}
