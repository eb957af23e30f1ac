namespace OvhIplb.Components.Tests.Reference;

/// <summary>The reference says what the schema says; OVH_IPLB_WRITE_EXPECTED=1 writes it anew.</summary>
public sealed class PageTests
{
    [Fact]
    public void It_is_up_to_date() => ExpectedFile.Require("docs/reference.md", Page.Write());
}
