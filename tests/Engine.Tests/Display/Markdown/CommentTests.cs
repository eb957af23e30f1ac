using Engine.Display;
using Engine.State;
using Engine.Tests.Fakes;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Engine.Tests.Display.Markdown;

public sealed class CommentTests
{
    private const string StackUrn = "urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev";
    private const string Vicious = "a|b` ``c`` <script>x</script> </details> @octocat #1\n| evil | row |\n```\n<!-- -->";

    [Fact]
    public void It_begins_with_the_marker_its_workflow_looks_for() =>
        Assert.StartsWith(
            "<!-- ovh-iplb preview: proj/dev -->\n## Preview of `proj/dev`\n\nNothing changes.\n",
            new Page(Of()).Text,
            StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_one_line()
    {
        var page = new Page(Of() with { Counts = new Dictionary<StepKind, int> { [StepKind.Same] = 4 }, NewOutputs = new Struct() });

        Assert.EndsWith("\n\nNothing changes: 4 unchanged.\n", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Rows);
    }

    [Fact]
    public void What_is_lost_comes_first_and_the_summary_counts_in_words()
    {
        StepKind[] counted = [StepKind.Create, StepKind.Update, StepKind.Replace, StepKind.Delete, StepKind.Read];
        var page = new Page(Of(
            new Step(StepKind.Create, UrnOf("b"), [], Literal.Struct(new { name = "x" })),
            new Step(StepKind.Read, UrnOf("seen"), []),
            new Step(StepKind.Update, UrnOf("c"), [new("tags.env", Text("one"), Text(Engine.Values.Sentinels.Unknown), false, false)]),
            new Step(StepKind.Delete, UrnOf("d"), [], Literal.Struct(new { name = "gone" })),
            new Step(
                StepKind.Replace,
                UrnOf("a"),
                [new("size", Text("s"), Text("m"), false, false), new("zone", Text("1"), Text("2"), false, true)])) with
        {
            Counts = counted.ToDictionary(kind => kind, _ => 1),
        });

        Assert.Contains("\n**1 to create, 1 to update, 1 to delete, 1 to replace**.\n", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            [
                ["replace", "a", "fake:index:Thing", "zone forces replacement, size"],
                ["delete", "d", "fake:index:Thing", ""],
                ["update", "c", "fake:index:Thing", "tags.env"],
                ["create", "b", "fake:index:Thing", ""],
            ],
            page.Rows);
        Assert.Equal(
            [
                "- size: \"s\"\n+ size: \"m\"\n- zone: \"1\"\n+ zone: \"2\" (forces replacement)",
                "- name: \"gone\"",
                "- tags.env: \"one\"\n+ tags.env: known after the update",
                "+ name: \"x\"",
            ],
            page.Fences);
    }

    [Fact]
    public void Names_values_and_messages_stand_for_themselves()
    {
        var page = new Page(Of(
            new Step(StepKind.Update, UrnOf(Vicious), [new(Vicious, Text(Vicious), Text("x"), false, true)]),
            new Step(StepKind.Create, UrnOf("plain"), [], Literal.Struct(new Dictionary<string, string> { [Vicious] = Vicious })),
            new Step(StepKind.Delete, UrnOf(Vicious), [], Found: true)) with
        {
            Diagnostics = [Diagnostic.Of(UrnOf(Vicious), LogSeverity.Error, Vicious), Diagnostic.Of(
                UrnOf("plain"),
                LogSeverity.Warning,
                Vicious)],
            NewOutputs = Literal.Struct(new Dictionary<string, string> { [Vicious] = Vicious }),
        });

        var line = Vicious.Replace('\n', ' ');
        Assert.Equal(3, page.Rows.Length);
        Assert.All(page.Rows, row => Assert.Equal(4, row.Length));
        Assert.Equal(["update", line, "fake:index:Thing", $"{line} forces replacement"], page.Rows[0]);
        Assert.Equal(5, page.Fences.Length);
        Assert.Equal($"error: {Vicious}", page.Fences[0]);
        Assert.Equal($"warning: {Vicious}", page.Fences[^2]);
        Assert.DoesNotContain("@octocat", page.Prose, StringComparison.Ordinal);
        Assert.All(page.Html.Where(html => html.Length > 0), html => Assert.Matches(
            "^(<!-- ovh-iplb preview: proj/dev -->|<details><summary>[a-z]+ <code>[^<>]*</code></summary>|</details>)$", html));
    }

    [Fact]
    public void A_stack_cannot_end_the_marker_early() => Assert.StartsWith(
        "<!-- ovh-iplb preview: proj/a-- b -->\n",
        new Page(new Contents { StackUrn = "urn:pulumi:a--> <b>::proj::pulumi:pulumi:Stack::x", Mask = Mask.None }).Text
            .Replace("<b", "", StringComparison.Ordinal),
        StringComparison.Ordinal);

    [Fact]
    public void Secrets_are_nowhere_not_even_in_parts()
    {
        var pem = "-----BEGIN KEY-----\n" + new string('k', 3000) + "\n-----END KEY-----";
        var page = new Page(Of(
            new Step(StepKind.Update, UrnOf("hunter2"), [
                new("password", Text("old"), Text("new"), true, false),
                new("leak.hunter2", Text("a hunter2"), Text(pem), false, false)]),
            new Step(StepKind.Create, UrnOf("b"), [], Literal.Struct(new { token = Literal.Secret("sesame"), leak = pem }))) with
        {
            Mask = new Mask([pem, "hunter2"]),
            Diagnostics = [Diagnostic.Of(UrnOf("b"), LogSeverity.Warning, $"refused\n{pem}")],
            OldOutputs = Literal.Struct(new { token = Literal.Secret("sesame") }),
            NewOutputs = Literal.Struct(new { token = Literal.Secret("open sesame"), leak = "hunter2" }),
        });

        Assert.DoesNotContain("hunter2", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("kkk", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", page.Text, StringComparison.Ordinal);
        Assert.Contains("- password: [secret]\n+ password: [secret]", page.Text, StringComparison.Ordinal);
        Assert.Contains("+ token: [secret]", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_value_is_shortened_and_says_so()
    {
        var page = new Page(Of(new Step(StepKind.Update, UrnOf("a"), [new("text", null, Text(new string('x', 5000)), false, false)])));

        Assert.Contains("x… (5002 characters)", page.Text, StringComparison.Ordinal);
        Assert.InRange(page.Text.Length, 1000, 2000);
    }

    [Fact]
    public void Where_there_is_not_room_for_all_details_go_first_and_the_page_says_so()
    {
        Step[] steps = [.. Enumerable.Range(0, 200).Select(at => new Step(
            StepKind.Create, UrnOf($"thing-{at:000}"), [], Literal.Struct(new { text = new string('x', 900) })))];
        var page = new Page(Of(steps));

        Assert.InRange(page.Text.Length, 50_000, 65_536);
        Assert.Equal(200, page.Rows.Length);
        var shown = page.Fences.Length;
        Assert.InRange(shown, 10, 199);
        Assert.Contains(
            $"_The details of {200 - shown} more are left out: the comment would get too long._",
            page.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void However_much_there_is_it_fits_and_errors_are_kept()
    {
        var huge = string.Concat(Enumerable.Repeat("`very long` ", 2000));
        Step[] steps = [.. Enumerable.Range(0, 400).Select(at => new Step(
            StepKind.Update, UrnOf($"{at} {huge}"), [new(huge, Text(huge), Text("x"), false, false)], Found: at % 2 == 0))];
        var page = new Page(Of(steps) with
        {
            Diagnostics =
            [
                .. Enumerable.Range(0, 100).Select(at => Diagnostic.Of(UrnOf($"w{at}"), LogSeverity.Warning, huge)),
                Diagnostic.Of(UrnOf("broken"), LogSeverity.Error, "the reason"),
            ],
            NewOutputs = Literal.Struct(new Dictionary<string, string> { [huge] = huge, ["a"] = new string('`', 100_000) }),
        });

        Assert.InRange(page.Text.Length, 30_000, 65_536);
        Assert.Contains("error: the reason", page.Fences);
        Assert.All(page.Rows, row => Assert.Equal(4, row.Length));
    }

    [Fact]
    public async Task A_preview_that_fails_is_written_with_its_error()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.md");
        await using var stack = await Stack.StartAsync();
        stack.Provider.OnCheck = _ => new CheckResponse
        {
            Failures = { new CheckFailure { Property = "name", Reason = "it is too long" } }
        };
        try
        {
            var result = await stack.PreviewAsync(
                client => client.ThingAsync("web", new { name = "alpha" }), new EngineOptions
                {
                    Action = EngineAction.Preview,
                    Markdown = file
                });

            Assert.False(result.Good);
            var page = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            Assert.StartsWith(
                "<!-- ovh-iplb preview: proj/dev -->\n## Preview of `proj/dev`\n\n**The preview failed.**",
                page,
                StringComparison.Ordinal);
            Assert.Contains("### Errors\n\n`web` (`fake:index:Thing`):\n\n```text\nerror: fake:index:Thing resource 'web': property name "
                + "value {alpha} has a problem: it is too long\n```\n", page, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_preview_that_cannot_begin_is_written_with_its_error()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "preview.md");
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "Pulumi.yaml"),
                "name: proj\nruntime:\n  name: dotnet\n  options:\n    binary: nowhere.dll\n",
                TestContext.Current.CancellationToken);

            var exitCode = await EngineCommand.RunAsync(
                new EngineOptions { Action = EngineAction.Preview, Directory = folder.FullName, Markdown = file },
                TextWriter.Null,
                TextWriter.Null,
                TestContext.Current.CancellationToken);

            Assert.Equal(ExitCodes.Failed, exitCode);
            var page = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            Assert.StartsWith("<!-- ovh-iplb preview: proj/dev -->\n", page, StringComparison.Ordinal);
            Assert.Contains("nowhere.dll does not exist", page, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Contents Of(params Step[] steps) => new() { StackUrn = StackUrn, Mask = Mask.None, Steps = steps };

    private static string UrnOf(string name) => Urn.Create("dev", "proj", null, "fake:index:Thing", name);

    private static Value Text(string text) => Value.ForString(text);
}
