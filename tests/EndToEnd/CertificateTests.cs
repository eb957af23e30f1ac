namespace EndToEnd;

/// <summary>Certificates through the life of a stack.</summary>
public sealed class CertificateTests
{
    private static readonly OwnCertificate Own = OwnCertificate.Sample;

    [Fact]
    public async Task A_stack_that_is_destroyed_and_created_daily_keeps_its_certificate()
    {
        await using var quickstart = await Quickstart.StartAsync();
        quickstart.Configuration["keepCertificate"] = "true";
        (await quickstart.UpAsync()).Succeeded();

        (await quickstart.DestroyAsync()).Succeeded();
        Assert.Empty(quickstart.Resources());
        Assert.Equal(1, quickstart.Certificates());

        var morning = (await quickstart.UpAsync()).Succeeded().Says("adopted");
        Assert.DoesNotContain(morning.Writes, static write => write.EndsWith("/freeCertificate", StringComparison.Ordinal));
        (await quickstart.UpAsync()).Succeeded().WritesNothing().Says("5 unchanged");
    }

    [Fact]
    public async Task A_record_that_leads_elsewhere_is_named_in_the_preview_and_in_the_drift()
    {
        await using var quickstart = await Quickstart.StartAsync();
        quickstart.Api.SetDns("www.example.com", ["192.0.2.200"]);
        (await quickstart.PreviewAsync()).Succeeded()
            .Says("www.example.com A is 192.0.2.200, and should be 203.0.113.10 or a failover IP (192.0.2.10, 192.0.2.11)");

        quickstart.Api.SetDns("www.example.com", ["192.0.2.10"]);
        (await quickstart.UpAsync()).Succeeded();
        quickstart.Api.SetDns("www.example.com", ["192.0.2.200"]);
        (await quickstart.RefreshAsync()).Says("is no longer routed, so it will not be renewed: www.example.com A is 192.0.2.200");
        (await quickstart.PreviewAsync()).Succeeded().Says("~ fqdns: [\n            [0]: \"example.com\"\n        ] => [");

        quickstart.Api.SetDns("www.example.com", ["192.0.2.10"]);
        (await quickstart.UpAsync()).Succeeded();
        (await quickstart.UpAsync()).Succeeded().WritesNothing().Says("5 unchanged");
    }

    [Fact]
    public async Task The_key_of_a_certificate_of_ones_own_is_nowhere_in_clear()
    {
        await using var stack = await OwnAsync(Own);
        var preview = (await stack.PreviewAsync()).Succeeded().WritesNothing();
        var up = (await stack.UpAsync()).Succeeded();
        (await stack.UpAsync()).Succeeded().WritesNothing().Says("2 unchanged");
        (await stack.RefreshAsync()).Succeeded().WritesNothing().Says("2 unchanged");

        var state = await File.ReadAllTextAsync(stack.StateFile, TestContext.Current.CancellationToken);
        Assert.Contains("BEGIN CERTIFICATE", state, StringComparison.Ordinal);
        foreach (var line in Own.Key.Split('\n')[1..^1])
        {
            Assert.All([state, preview.Output, up.Output], text => Assert.DoesNotContain(line, text, StringComparison.Ordinal));
        }

        (await stack.DestroyAsync()).Succeeded();
        Assert.Equal(0, stack.Certificates());
    }

    [Fact]
    public async Task Another_certificate_replaces_and_another_name_does_not()
    {
        await using var stack = await OwnAsync(Own);
        (await stack.UpAsync()).Succeeded();

        stack.Configuration["displayName"] = "web";
        var renamed = (await stack.UpAsync()).Succeeded().Says("1 updated");
        Assert.StartsWith("PUT ", Assert.Single(renamed.Writes), StringComparison.Ordinal);

        Write(stack, OwnCertificate.Issue());
        var replaced = (await stack.UpAsync()).Succeeded().Says("1 replaced");
        Assert.Equal(["POST", "POST", "DELETE", "POST"], replaced.Writes.Select(static write => write.Split(' ')[0]));
        Assert.Equal(1, stack.Certificates());
    }

    private static async Task<Quickstart> OwnAsync(OwnCertificate own)
    {
        var stack = await Quickstart.StartAsync(program: "OwnCertificateStack");
        foreach (var file in (string[])["certificate", "key", "chain"])
        {
            stack.Configuration[$"{file}File"] = $"{file}.pem";
        }

        Write(stack, own);
        return stack;
    }

    private static void Write(Quickstart stack, OwnCertificate own)
    {
        File.WriteAllText(Path.Combine(stack.Folder, "certificate.pem"), own.Certificate);
        File.WriteAllText(Path.Combine(stack.Folder, "key.pem"), own.Key);
        File.WriteAllText(Path.Combine(stack.Folder, "chain.pem"), own.Chain);
    }
}
