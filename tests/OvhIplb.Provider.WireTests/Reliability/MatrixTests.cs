namespace OvhIplb.Provider.WireTests.Reliability;

/// <summary>
/// Whatever goes wrong with whichever call of an operation: the next run ends well, nothing is lost, and nothing is done twice. All
/// of it is written in docs/reliability.md; OVH_IPLB_WRITE_EXPECTED=1 writes that page anew.
/// </summary>
public sealed class MatrixTests(Matrix matrix) : IClassFixture<Matrix>
{
    [Fact]
    public void Every_case_ends_well()
        => Assert.True(matrix.Complaints.Count == 0, string.Join('\n', matrix.Complaints.Order(StringComparer.Ordinal)));

    [Fact]
    public void Every_case_is_on_the_page() => ExpectedFile.Require("docs/reliability.md", Page.Of(matrix.Outcomes));
}
