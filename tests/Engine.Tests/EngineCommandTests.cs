using System.Text.Json.Nodes;
using Engine.Tests.Fakes;

namespace Engine.Tests;

/// <summary>Whole commands on the files of a project, with a program that declares nothing.</summary>
public sealed class EngineCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("engine command ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_is_passed_over_is_told_once()
    {
        Write("Pulumi.yaml", "name: quick\nruntime: dotnet\nbackend: {url: 's3://state'}\n");
        Write("Pulumi.dev.yaml", "later: 1\n");

        (var code, _, var error) = await RunAsync(Up with { SkipPreview = false });

        Assert.Equal(
            (0, $"""
            warning: {Path.Combine(_folder, "Pulumi.yaml")}: backend: is not used; the embedded engine keeps the state in a file of its own
            warning: {Path.Combine(_folder, "Pulumi.dev.yaml")}: later: is no key that Pulumi knows; it is passed over

            """.ReplaceLineEndings("\n")),
            (code, error));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("organization/quick/dev")]
    public async Task A_stack_may_be_named_in_full(string stack)
    {
        Write("Pulumi.yaml", "name: quick\nruntime: dotnet\n");

        Assert.Equal(0, (await RunAsync(Up with { Stack = stack })).Code);

        Assert.Equal(
            "urn:pulumi:dev::quick::pulumi:pulumi:Stack::quick-dev",
            State()["deployment"]!["resources"]![0]!["urn"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_stack_by_another_name_is_refused()
    {
        Write("Pulumi.yaml", "name: quick\nruntime: dotnet\n");

        (var code, _, var error) = await RunAsync(Up with { Stack = "../prod" });

        Assert.Equal((1, "error: the stack '../prod' is one of the organization '..': the embedded engine has one organization, which is "
            + "called 'organization'\n"), (code, error));
    }

    [Fact]
    public async Task The_secrets_of_the_state_are_under_the_passphrase_of_the_file()
    {
        Write("Pulumi.yaml", "name: quick\nruntime: dotnet\n");
        Write("passphrase", "sesame\n");
        var fromFile = new Dictionary<string, string> { ["PULUMI_CONFIG_PASSPHRASE_FILE"] = Path.Combine(_folder, "passphrase") };
        var program = new FakeProgram(static client => client.OutputsAsync(new { hidden = Literal.Secret("hunter2") }));

        Assert.Equal(0, (await RunAsync(Up with { Program = program, Variables = fromFile })).Code);

        var salt = State()["deployment"]!["secrets_providers"]!["state"]!["salt"]!.GetValue<string>();
        Engine.Secrets.PassphraseCipher.Open("sesame", salt).Encrypt("fits");
        (var code, _, var error) = await RunAsync(
            Up with { Program = program, Variables = new Dictionary<string, string> { ["PULUMI_CONFIG_PASSPHRASE"] = "\"sesame\"" } });
        Assert.Equal(1, code);
        Assert.Contains("the quotes around the value of PULUMI_CONFIG_PASSPHRASE are part of it", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", null, 0)]
    [InlineData("", true, 1)]
    [InlineData("options: {refresh: always}\n", null, 1)]
    [InlineData("options: {refresh: always}\n", false, 0)]
    public async Task The_project_may_have_everything_read_before_unless_the_command_says_otherwise(
        string project,
        bool? refresh,
        int reads)
    {
        Write("Pulumi.yaml", $"name: quick\nruntime: dotnet\n{project}");
        var provider = new FakeProvider();
        await using var host = await FakePluginHost.StartAsync(provider);
        var up = Up with
        {
            Program = new FakeProgram(static client => client.ThingAsync("a", new { name = "alpha" })),
            Variables = new Dictionary<string, string>
            {
                ["PULUMI_CONFIG_PASSPHRASE"] = "",
                ["PULUMI_DEBUG_PROVIDERS"] = $"fake:{host.Port}"
            },
        };
        Assert.Equal(0, (await RunAsync(up)).Code);
        provider.Forget();

        Assert.Equal(0, (await RunAsync(up with { Refresh = refresh })).Code);

        Assert.Equal(reads, provider.Methods("Read").Length);
    }

    [Theory]
    [InlineData("PULUMI_DEBUG_PROVIDERS", "\"fake:1\"")]
    [InlineData("PULUMI_DEBUG_PROVIDERS", "fake:first")]
    [InlineData("PULUMI_DEBUG_PROVIDERS", "fake")]
    public async Task A_variable_that_cannot_be_read_is_named(string name, string value)
    {
        Write("Pulumi.yaml", "name: quick\nruntime: dotnet\n");
        var program = new FakeProgram(static client => client.ThingAsync("a", new { name = "alpha" }));

        (var code, var output, _) = await RunAsync(
            Up with { Program = program, Variables = new Dictionary<string, string> { [name] = value } });

        Assert.Equal(1, code);
        Assert.Contains(
            $"{name}: '{value}' is not the name and port of a provider, such as fake:12345, without quotes around it",
            output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(">=3.0.0", null)]
    [InlineData(">=4.0.0", "the program requires Pulumi >=4.0.0, and the embedded engine does what version 3.259.0 does")]
    [InlineData("newest", "'newest' is no range of versions, such as >=3.200.0")]
    public async Task A_program_may_require_a_version(string range, string? said)
    {
        Write("Pulumi.yaml", "name: quick\nruntime: dotnet\n");
        string? refused = null;
        var program = new FakeProgram(async client =>
        {
            using var channel = Plugins.Channel.To(client.Run.EngineAddress);
            try
            {
                await new Pulumirpc.Engine.EngineClient(channel).RequirePulumiVersionAsync(
                    new Pulumirpc.RequirePulumiVersionRequest { PulumiVersionRange = range });
            }
            catch (Grpc.Core.RpcException error)
            {
                refused = error.Status.Detail;
            }
        });

        Assert.Equal(0, (await RunAsync(Up with { Program = program })).Code);

        Assert.Equal(said, refused);
    }

    [Fact]
    public async Task The_state_is_exported_whatever_the_configuration_lacks()
    {
        Write("Pulumi.yaml", "name: quick\nruntime: dotnet\n");
        await RunAsync(Up);
        Write("Pulumi.yaml", "name: quick\nruntime: dotnet\nconfig: {region: {type: string}}\n");

        Assert.Equal(0, (await RunAsync(Up with { Action = EngineAction.Export })).Code);
        (var code, _, var error) = await RunAsync(Up);
        Assert.Equal(
            (1, $"error: {Path.Combine(_folder, "Pulumi.dev.yaml")}: quick:region has no value, and the project declares no default\n"),
            (code, error));
    }

    private EngineOptions Up => new()
    {
        Action = EngineAction.Up,
        Directory = _folder,
        Yes = true,
        SkipPreview = true,
        Program = new FakeProgram(static _ => Task.CompletedTask),
        Variables = new Dictionary<string, string> { ["PULUMI_CONFIG_PASSPHRASE"] = "" },
    };

    private JsonNode State() => JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, ".pulumi-offline", "dev.json")))!;

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private static async Task<(int Code, string Output, string Error)> RunAsync(EngineOptions options)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var code = await EngineCommand.RunAsync(options, output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
