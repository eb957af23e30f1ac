using Engine.State;
using Engine.Tests.Fakes;
using Engine.Values;
using Pulumirpc;

namespace Engine.Tests.Programs.PulumiYaml;

public sealed class ResourceTests
{
    private const string Chain = """
        outputs:
          last: ${c.name}
          whole: ${a}
        resources:
          c:
            type: fake:Thing
            properties:
              name: c of ${b.serial}
          b:
            type: fake:index:Thing
            properties:
              name: ${twice}
              tags: {id: '${a.id}', urn: '${a.urn}'}
          a:
            type: fake:Thing
            properties: {name: a, note: null}
        variables:
          twice: ${a.name}${a.name}
        """;

    [Fact]
    public async Task The_order_of_declarations_does_not_matter()
    {
        await using var stack = await YamlStack.StartAsync(Chain);

        await stack.UpAsync();

        Assert.Equal(["a", "b", "c"], stack.Provider.Requests<CreateRequest>("Create").Select(static request => request.Name));
        Assert.Equal($$$"""{"name":"aa","tags":{"id":"a-1","urn":"{{{YamlStack.UrnOf("a")}}}"}}""", Literal.Text(stack.Entry("b").Inputs));
        Assert.Equal(
            $$$"""{"last":"c of 2","whole":{"4dabf18193072939515e22adb298388d":"5cf8f73096256a8f31e491e813e4eb8e","id":"a-1","packageVersion":"","urn":"{{{YamlStack.UrnOf("a")}}}"}}""",
            stack.Outputs());
        await stack.UpAsync();
        Assert.Empty(stack.Provider.Methods("Create", "Update"));
    }

    [Fact]
    public async Task Dependencies_are_told_of_the_resource_and_of_each_property()
    {
        await using var stack = await YamlStack.StartAsync(Chain);

        await stack.UpAsync();

        var entry = stack.Entry("b");
        Assert.Equal([YamlStack.UrnOf("a")], entry.Dependencies);
        Assert.Equal(["name", "tags"], entry.PropertyDependencies.Keys.Order());
        Assert.All(entry.PropertyDependencies.Values, static urns => Assert.Equal([YamlStack.UrnOf("a")], urns));
        Assert.Empty(stack.Entry("a").PropertyDependencies["name"]);
    }

    [Fact]
    public async Task What_a_preview_does_not_know_stays_unknown_and_secrets_stay_secret()
    {
        await using var stack = await YamlStack.StartAsync("""
            resources:
              a:
                type: fake:Thing
                properties:
                  note: {fn::secret: hunter2}
              b:
                type: fake:Thing
                properties:
                  list: ['${a.id}', known, '${a.serial}', 'text ${a.serial}']
                  any: {fn::secret: '${a.serial}'}
                  note: ${a.note} again
                  name: {fn::join: ['', [x, '${a.tags.later}']]}
            """);

        await stack.PreviewAsync();

        var inputs = stack.Provider.Requests<CreateRequest>("Create").Single(static request => request.Name == "b").Properties;
        Assert.Equal(
            [Sentinels.Unknown, "known", Sentinels.Unknown, Sentinels.Unknown],
            inputs.Fields["list"].ListValue.Values.Select(static item => item.StringValue));
        Assert.Equal(Sentinels.Unknown, inputs.Fields["name"].StringValue);
        Assert.Equal(Sentinels.Unknown, PropertyValue.Unwrap(inputs.Fields["any"]).StringValue);
        Assert.True(PropertyValue.IsSecret(inputs.Fields["any"]));
        Assert.True(PropertyValue.IsSecret(inputs.Fields["note"]));
        Assert.Equal("hunter2 again", PropertyValue.Unwrap(inputs.Fields["note"]).StringValue);
    }

    [Fact]
    public async Task What_the_preview_of_an_update_leaves_out_is_unknown_too()
    {
        const string Program = """
            resources:
              a: {type: 'fake:Thing', properties: {name: a, note: first}}
              b: {type: 'fake:Thing', properties: {name: b, note: 'of ${a.serial}'}}
            """;
        await using var stack = await YamlStack.StartAsync(Program);
        await stack.UpAsync();
        stack.Change(Program.Replace("first", "second", StringComparison.Ordinal));
        stack.Provider.OnUpdate = static request => request.Preview ? new UpdateResponse { Properties = request.News } : null;

        await stack.PreviewAsync();

        var check = stack.Provider.Requests<CheckRequest>("Check").Single(static request => request.Name == "b");
        Assert.Equal(Sentinels.Unknown, check.News.Fields["note"].StringValue);
    }

    [Fact]
    public async Task A_declared_property_that_is_not_there_is_left_out()
    {
        await using var stack = await YamlStack.StartAsync("""
            resources:
              a: {type: 'fake:Thing', properties: {name: a}}
              b: {type: 'fake:Thing', properties: {name: b, note: '${a.note}'}}
            """);

        await stack.UpAsync();

        Assert.Equal("""{"name":"b"}""", Literal.Text(stack.Entry("b").Inputs));
    }

    [Fact]
    public async Task Types_are_spelt_as_the_schema_knows_them()
    {
        await using var stack = await YamlStack.StartAsync(
            "resources: {line: {type: 'fake:net:Cable', name: thick, properties: {name: a}}}");

        await stack.UpAsync();

        Assert.Equal("fake:net/cable:Cable", stack.Entry("thick").Type);
    }

    [Fact]
    public async Task A_resource_that_is_only_looked_at_is_read_by_its_id()
    {
        await using var stack = await YamlStack.StartAsync("""
            resources:
              found:
                type: fake:Thing
                get: {id: 'thing-${number}', state: {name: there}}
            variables: {number: 7}
            outputs: {name: '${found.name}', id: '${found.id}'}
            """);

        await stack.UpAsync();

        var read = Assert.Single(stack.Provider.Requests<ReadRequest>("Read"));
        Assert.Equal(("thing-7", """{"name":"there"}"""), (read.Id, Literal.Text(read.Properties)));
        Assert.Equal("""{"id":"thing-7","name":"there"}""", stack.Outputs());
        Assert.True(stack.Entry("found").External);
        Assert.Empty(stack.Provider.Methods("Create"));
    }

    [Fact]
    public async Task An_object_whose_id_is_not_known_yet_is_not_read_in_a_preview()
    {
        await using var stack = await YamlStack.StartAsync("""
            resources:
              made: {type: 'fake:Thing', properties: {name: a}}
              found: {type: 'fake:Thing', get: {id: '${made.id}'}}
              after: {type: 'fake:Thing', properties: {note: '${found.note}'}}
            """);

        await stack.PreviewAsync();

        Assert.Empty(stack.Provider.Methods("Read"));
        Assert.Contains(
            Sentinels.Unknown,
            Literal.Text(stack.Provider.Requests<CreateRequest>("Create").Single(static request => request.Name == "after").Properties),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_run_goes_on_after_a_failure_what_needs_it_is_skipped()
    {
        await using var stack = await YamlStack.StartAsync("""
            resources:
              a: {type: 'fake:Thing', properties: {name: a}}
              b: {type: 'fake:Thing', properties: {name: '${a.name}'}}
              c: {type: 'fake:Thing', properties: {name: c}}
            """);
        stack.Provider.OnCreate = static request => request.Name == "a"
            ? throw new Grpc.Core.RpcException(new Grpc.Core.Status(Grpc.Core.StatusCode.Unknown, "no room"))
            : null;

        var printed = await stack.FailAsync(options: new EngineOptions { Action = EngineAction.Up, ContinueOnError = true });

        Assert.Contains("no room", printed, StringComparison.Ordinal);
        Assert.Equal("c-1", stack.Entry("c").Id);
        Assert.DoesNotContain(stack.State.State.Resources, static entry => Urn.Name(entry.Urn) is "a" or "b");
    }

    [Fact]
    public async Task A_failure_ends_the_program_and_is_told_once()
    {
        await using var stack = await YamlStack.StartAsync(
            "resources: {a: {type: 'fake:Thing', properties: {name: a}}}\noutputs: {x: '${a.name}'}");
        stack.Provider.OnCreate
            = static _ => throw new Grpc.Core.RpcException(new Grpc.Core.Status(Grpc.Core.StatusCode.Unknown, "no room"));

        var printed = await stack.FailAsync();

        Assert.Equal(2, printed[printed.IndexOf("Diagnostics:", StringComparison.Ordinal)..].Split("no room").Length);
        Assert.DoesNotContain("the program failed", printed, StringComparison.Ordinal);
    }
}
