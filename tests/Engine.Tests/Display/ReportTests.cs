using Engine.Display;
using Engine.State;
using Engine.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;
using Pulumirpc;

namespace Engine.Tests.Display;

public sealed class ReportTests : IDisposable
{
    private const string StackUrn = "urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev";
    private readonly FakeTimeProvider _time = new();
    private readonly StringWriter _output = new();

    public void Dispose() => _output.Dispose();

    [Fact]
    public void An_update_reads_as_in_the_real_console()
    {
        var report = NewReport(preview: false);
        report.Begin(StepKind.Update, Stack.UrnOf("web"), Sample());
        report.Log(Stack.UrnOf("web"), LogSeverity.Info, "waiting for the task", ephemeral: true);
        _time.Advance(TimeSpan.FromSeconds(4.2));
        report.Done(StepKind.Update, Stack.UrnOf("web"));
        report.Log(Stack.UrnOf("web"), LogSeverity.Warning, "two lines\nof it", ephemeral: false);
        report.Count(StepKind.Same);
        report.Finish(
            Literal.Struct(new { a = 1, old = true }),
            Literal.Struct(new { a = 2, list = new[] { "x" }, token = Literal.Secret("hunter2") }));

        Assert.Equal(
            """
             ~  fake:index:Thing web updating [diff: +added,~name,tags,password,-gone]
                  + added: [
                      [0]: 1
                    ]
                  ~ name: "vps-9" => "lb-1" (forces replacement)
                  ~ tags.env: "one" => [unknown]
                  ~ password: [secret] => [secret]
                  - gone: true
             ~ web: waiting for the task
             ~  fake:index:Thing web updated (4.2s)
                fake:index:Thing web warning: two lines
            Diagnostics:
              fake:index:Thing (web):
                warning: two lines
                of it

            Outputs:
              ~ a    : 1 => 2
              + list : [
                    [0]: "x"
                ]
              - old  : true
              + token: [secret]

            Resources:
                ~ 1 updated
                1 unchanged

            Duration: 4s

            """.ReplaceLineEndings("\n").Replace("          [0]: 1\n        ]", "            [0]: 1\n        ]", StringComparison.Ordinal),
            _output.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_first_outputs_of_a_stack_are_not_marked_as_new()
    {
        var report = NewReport(preview: false);

        report.Finish(null, Literal.Struct(new { address = "here", port = 7 }));

        Assert.Contains(
            "Outputs:\n    address: \"here\"\n    port   : 7\n",
            _output.ToString().ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_preview_says_what_would_be_done()
    {
        var report = NewReport(preview: true);
        report.Begin(StepKind.Create, Stack.UrnOf("web"), null, Literal.Struct(new { name = "alpha", tags = new { env = "one" } }));
        report.Done(StepKind.Create, Stack.UrnOf("web"));
        report.Begin(StepKind.Replace, Stack.UrnOf("db"), []);
        report.Count(StepKind.Replace);
        report.Count(StepKind.Same);
        report.Finish(null, null);

        Assert.Equal(
            """
             +  fake:index:Thing web create
                  name: "alpha"
                  tags: {
                      env: "one"
                  }
             +- fake:index:Thing db replace
            Resources:
                + 1 to create
                +-1 to replace
                2 changes. 1 unchanged

            """.ReplaceLineEndings("\n"),
            _output.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Secrets_of_the_configuration_are_masked_wherever_they_appear()
    {
        var report = NewReport(preview: false);

        report.Say("    the token is hunter2!");
        report.Error(Stack.UrnOf("web"), "refused for hunter2");
        report.Finish(null, Literal.Struct(new { leak = "xhunter2x" }));

        Assert.DoesNotContain("hunter2", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("x[secret]x", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("line one\nline two", "refused for line one\nline two!")]
    [InlineData("say \"sesame\"", "refused for say \\\"sesame\\\"!")]
    public void Secrets_of_several_lines_and_in_quotes_are_masked_too(string secret, string said)
    {
        var report = new Report(_output, [secret], _time, StackUrn, preview: false, details: false);

        report.Error(Stack.UrnOf("web"), said);
        report.Finish(null, null);

        Assert.Contains("    error: refused for [secret]!\n", _output.ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_old_value_comes_from_the_inputs_or_the_outputs_as_the_provider_says()
    {
        var old = new ResourceEntry
        {
            Urn = Stack.UrnOf("a"),
            Type = "fake:index:Thing",
            Inputs = Literal.Struct(new { name = "from inputs" }),
            Outputs = Literal.Struct(new { name = "from outputs" }),
        };

        Assert.Equal("from inputs", Changes.Of(old, Literal.Struct(new { name = "new" }), Diff(true))[0].Old!.StringValue);
        Assert.Equal("from outputs", Changes.Of(old, Literal.Struct(new { name = "new" }), Diff(false))[0].Old!.StringValue);

        static DiffResponse Diff(bool input) => new()
        {
            Changes = DiffResponse.Types.DiffChanges.DiffSome,
            HasDetailedDiff = true,
            DetailedDiff = { ["name"] = new PropertyDiff { Kind = PropertyDiff.Types.Kind.Update, InputDiff = input } },
        };
    }

    private static PropertyChange[] Sample() =>
    [
        new("added", null, Google.Protobuf.WellKnownTypes.Value.ForList(Google.Protobuf.WellKnownTypes.Value.ForNumber(1)), false, false),
        new("name", Text("vps-9"), Text("lb-1"), false, true),
        new("tags.env", Text("one"), Text(Engine.Values.Sentinels.Unknown), false, false),
        new("password", Text("hunter2"), Text("hunter3"), true, false),
        new("gone", Google.Protobuf.WellKnownTypes.Value.ForBool(true), null, false, false),
    ];

    private static Google.Protobuf.WellKnownTypes.Value Text(string text) => Google.Protobuf.WellKnownTypes.Value.ForString(text);

    private Report NewReport(bool preview) => new(_output, ["hunter2"], _time, StackUrn, preview, details: preview);
}
