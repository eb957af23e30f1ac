using System.Text.RegularExpressions;

namespace EndToEnd;

/// <summary>
/// What a preview says on a pull request, kept in <c>Markdown/</c> as GitHub gets it. OVH_IPLB_WRITE_EXPECTED=1 writes these files
/// anew, to be read before they are committed.
/// </summary>
public sealed partial class MarkdownTests
{
    [Fact]
    public async Task A_first_preview_lists_what_is_created()
    {
        await using var quickstart = await Quickstart.StartAsync();

        (await quickstart.PreviewAsync()).Succeeded().WritesNothing();

        Require("create", quickstart);
    }

    [Fact]
    public async Task Another_ip_and_a_kept_certificate_are_updates()
    {
        await using var quickstart = await Quickstart.StartAsync();
        quickstart.FailoverIps = ["192.0.2.10"];
        (await quickstart.UpAsync()).Succeeded();

        // The new one serves from a dedicated server, of which the page warns.
        quickstart.FailoverIps = ["192.0.2.10", "192.0.2.12"];
        quickstart.Configuration["keepCertificate"] = "true";
        (await quickstart.PreviewAsync()).Succeeded().WritesNothing();

        Require("update", quickstart);
    }

    [Fact]
    public async Task Another_name_is_a_replacement_and_the_page_says_which()
    {
        await using var quickstart = await Quickstart.StartAsync();
        (await quickstart.UpAsync()).Succeeded();

        quickstart.Names = ["www.example.com", "example.com", "api.example.com"];
        (await quickstart.PreviewAsync()).Succeeded().WritesNothing();

        Require("replacement", quickstart);
    }

    [Fact]
    public async Task What_somebody_else_changed_is_drift()
    {
        await using var quickstart = await Quickstart.StartAsync();
        (await quickstart.UpAsync()).Succeeded();

        quickstart.Api.Change(world => world.Ips.Single(static ip => ip.Ip == "192.0.2.11/32").RoutedTo = "ns3001.ip-198-51-100.eu");
        (await quickstart.PreviewAsync(refresh: true)).Succeeded().WritesNothing();

        Require("drift", quickstart);
    }

    [Fact]
    public async Task Nothing_is_said_in_one_line()
    {
        await using var quickstart = await Quickstart.StartAsync();
        (await quickstart.UpAsync()).Succeeded();

        (await quickstart.PreviewAsync()).Succeeded().WritesNothing();

        Require("unchanged", quickstart);
    }

    [Fact]
    public async Task A_failure_says_why()
    {
        await using var quickstart = await Quickstart.StartAsync();
        quickstart.FailoverIps = ["198.51.100.77"];

        (await quickstart.PreviewAsync()).Failed();

        Require("failure", quickstart);
    }

    private static void Require(string name, Quickstart quickstart)
    {
        var page = Time().Replace(File.ReadAllText(quickstart.MarkdownFile), "a time");
        page = Task().Replace(page, "#a-task");
        ExpectedFile.Require($"tests/EndToEnd/Markdown/{name}.md", QueryId().Replace(page, "OVH query id of-a-call"));
    }

    // What is another one in every run.
    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[^""]*")]
    private static partial Regex Time();

    [GeneratedRegex(@"#\d+")]
    private static partial Regex Task();

    [GeneratedRegex(@"OVH query id [\w.-]+")]
    private static partial Regex QueryId();
}
