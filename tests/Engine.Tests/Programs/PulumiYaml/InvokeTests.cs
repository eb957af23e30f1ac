using Pulumirpc;

namespace Engine.Tests.Programs.PulumiYaml;

public sealed class InvokeTests
{
    [Theory]
    [InlineData("fake:echo")]
    [InlineData("fake:index:echo")]
    public async Task A_function_gets_its_arguments_and_its_result_is_read(string token)
    {
        await using var stack = await YamlStack.StartAsync($$"""
            variables:
              said:
                fn::invoke:
                  function: {{token}}
                  arguments: {text: hi, list: [a, b]}
              second: ${said.list[1]}
            outputs:
              one: ${said.text} ${second}
              list: ${said.list}
              absent: ${said.note}
              inline:
                fn::invoke: {function: fake:echo, arguments: {text: '${second}'}, return: text}
            """);

        await stack.UpAsync();

        Assert.Equal("""{"inline":"b","list":["a","b"],"one":"hi b"}""", stack.Outputs());
        Assert.All(stack.Provider.Requests<InvokeRequest>("Invoke"), static request => Assert.Equal("fake:index:echo", request.Tok));
    }

    [Fact]
    public async Task Nothing_is_asked_in_a_preview_before_its_arguments_are_known()
    {
        await using var stack = await YamlStack.StartAsync("""
            resources:
              a: {type: fake:Thing, properties: {name: a}}
              b: {type: fake:Thing, properties: {name: '${said.text}'}}
            variables:
              said:
                fn::invoke: {function: fake:echo, arguments: {text: 'no ${a.serial}'}}
              after:
                fn::invoke:
                  function: fake:echo
                  arguments: {text: known}
                  options: {dependsOn: ['${a}']}
            """);

        await stack.PreviewAsync();

        Assert.Empty(stack.Provider.Requests<InvokeRequest>("Invoke"));
        await stack.UpAsync();
        Assert.Equal(
            ["known", "no 1"],
            stack.Provider.Requests<InvokeRequest>("Invoke").Select(static request => request.Args.Fields["text"].StringValue).Order());
        Assert.Equal([YamlStack.UrnOf("a")], stack.Entry("b").PropertyDependencies["name"]);
    }

    [Fact]
    public async Task A_secret_argument_goes_out_in_the_clear_and_makes_the_result_secret()
    {
        await using var stack = await YamlStack.StartAsync("""
            variables:
              said:
                fn::invoke: {function: fake:echo, arguments: {text: {fn::secret: hunter2}}}
            outputs: {is: '${said.text}'}
            """);

        await stack.UpAsync();

        Assert.Equal("hunter2", Assert.Single(stack.Provider.Requests<InvokeRequest>("Invoke")).Args.Fields["text"].StringValue);
        Assert.Equal(
            """{"is":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","value":"hunter2"}}""",
            stack.Outputs());
    }

    [Fact]
    public async Task A_provider_that_is_named_is_asked()
    {
        await using var stack = await YamlStack.StartAsync("""
            resources:
              own: {type: 'pulumi:providers:fake', properties: {region: eu}}
            variables:
              said:
                fn::invoke: {function: fake:echo, arguments: {text: hi}, options: {provider: '${own}'}}
            """);

        await stack.UpAsync();

        Assert.DoesNotContain(stack.State.State.Resources, static entry => entry.Urn.EndsWith("::default", StringComparison.Ordinal));
        Assert.Equal("eu", Assert.Single(stack.Provider.Requests<ConfigureRequest>("Configure")).Args.Fields["region"].StringValue);
    }

    [Fact]
    public async Task Failures_are_said_at_the_call_and_once()
    {
        await using var stack = await YamlStack.StartAsync("""
            variables:
              said:
                fn::invoke: {function: fake:echo, arguments: {text: hi}}
              one: ${said.text}
              two: ${said.text}
            """);
        stack.Provider.OnInvoke = static _ => new InvokeResponse
        {
            Failures = { new CheckFailure { Property = "text", Reason = "is rude" } }
        };

        var printed = await stack.FailAsync();

        Assert.Contains($"{stack.File}:5: variables.said.fn::invoke: fake:index:echo: is rude (text)", printed, StringComparison.Ordinal);
        Assert.Equal(2, printed[printed.IndexOf("Diagnostics:", StringComparison.Ordinal)..].Split("is rude").Length);

        stack.Provider.OnInvoke
            = static _ => throw new Grpc.Core.RpcException(new Grpc.Core.Status(Grpc.Core.StatusCode.Unknown, "out of order"));
        Assert.Contains(
            ":5: variables.said.fn::invoke: invocation of fake:index:echo returned an error: out of order",
            await stack.FailAsync(),
            StringComparison.Ordinal);
    }
}
