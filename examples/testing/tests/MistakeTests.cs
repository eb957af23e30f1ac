using OvhIplb.Testing;

namespace Web.Tests;

/// <summary>What is wrong with a stack, or with its test, is told.</summary>
public sealed class MistakeTests
{
    [Fact]
    public async Task A_missing_setting_fails_the_preview_and_is_named()
    {
        await using var stack = await OfflineStack.StartAsync("Website", TestContext.Current.CancellationToken);
        stack.Configuration["ip"] = null;

        var preview = await stack.PreviewAsync();

        Assert.False(preview.Succeeded);
        Assert.Contains("ovh-iplb-website:ip", preview.Output, StringComparison.Ordinal);
        Assert.Contains(
            "ovh-iplb-website:ip",
            Assert.Throws<InvalidOperationException>(() => preview.EnsureSucceeded()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_the_account_lacks_fails_the_up_and_is_named()
    {
        await using var stack = await OfflineStack.StartAsync(
            new OfflineStackOptions { Program = "Website", Configuration = new Dictionary<string, object?> { ["ip"] = "198.51.100.200" } },
            TestContext.Current.CancellationToken);

        var up = await stack.UpAsync();

        Assert.False(up.Succeeded);
        Assert.Contains("198.51.100.200", up.Output, StringComparison.Ordinal);
        Assert.Empty(up.Writes);
    }

    [Fact]
    public async Task A_program_that_the_test_project_does_not_reference_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<ArgumentException>(
            () => OfflineStack.StartAsync("Webpage", TestContext.Current.CancellationToken));
        Assert.Contains(
            "'Webpage' is none of the stack programs that the test project references (Website)",
            refusal.Message,
            StringComparison.Ordinal);
    }
}
