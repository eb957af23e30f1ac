using Engine.Tests.Fakes;
using Engine.Values;
using Pulumirpc;

namespace Engine.Tests.Programs.PulumiYaml;

public sealed class OptionsTests
{
    [Fact]
    public async Task Options_reach_the_registration()
    {
        await using var stack = await YamlStack.StartAsync("""
            resources:
              first: {type: 'fake:Thing', properties: {name: first}}
              a:
                type: fake:Thing
                properties: {name: a, note: n}
                options:
                  dependsOn: ['${first}']
                  protect: true
                  retainOnDelete: true
                  ignoreChanges: [note]
                  replaceOnChanges: ['tags.x']
                  additionalSecretOutputs: [serial]
                  customTimeouts: {create: 10m, update: 1h30m, delete: 90s}
                  version: 1.2.3
                  pluginDownloadURL: https://example.com/plugins
            """);

        await stack.UpAsync();

        var entry = stack.Entry("a");
        Assert.Equal([YamlStack.UrnOf("first")], entry.Dependencies);
        Assert.Equal((true, true), (entry.Protect, entry.RetainOnDelete));
        Assert.Equal(["note"], entry.IgnoreChanges);
        Assert.Equal(["tags.x"], entry.ReplaceOnChanges);
        Assert.Equal(["serial"], entry.AdditionalSecretOutputs);
        Assert.True(PropertyValue.IsSecret(entry.Outputs!.Fields["serial"]));
        Assert.Equal((600, 5400, 90), (entry.Timeouts.Create, entry.Timeouts.Update, entry.Timeouts.Delete));
        Assert.Contains("::default_1_2_3_https_/example.com/plugins::", entry.Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeleteBeforeReplace_deletes_first()
    {
        const string Program = "resources: {a: {type: 'fake:Thing', properties: {name: NAME}, options: {deleteBeforeReplace: true}}}";
        await using var stack = await YamlStack.StartAsync(Program);
        await stack.UpAsync();

        stack.Change(Program.Replace("NAME", "other", StringComparison.Ordinal));
        await stack.UpAsync();

        Assert.Equal(["Delete", "Create"], stack.Provider.Methods("Delete", "Create"));
    }

    [Theory]
    [InlineData("'urn:pulumi:dev::proj::fake:index:Thing::former'")]
    [InlineData("{name: former}")]
    public async Task Aliases_keep_what_was_called_otherwise(string alias)
    {
        await using var stack = await YamlStack.StartAsync("resources: {former: {type: 'fake:Thing', properties: {name: a}}}");
        await stack.UpAsync();

        stack.Change($"resources: {{now: {{type: 'fake:Thing', properties: {{name: a}}, options: {{aliases: [{alias}]}}}}}}");
        await stack.UpAsync();

        Assert.Empty(stack.Provider.Methods("Create", "Delete"));
        Assert.Equal("former-1", stack.Entry("now").Id);
    }

    [Fact]
    public async Task Import_takes_an_object_over()
    {
        await using var stack = await YamlStack.StartAsync(
            "resources: {a: {type: 'fake:Thing', properties: {name: a}, options: {import: thing-7}}}");
        stack.Provider.OnRead = static request => new ReadResponse
        {
            Id = request.Id,
            Properties = Literal.Struct(new { name = "a" }),
            Inputs = Literal.Struct(new { name = "a" })
        };

        await stack.UpAsync();

        Assert.Equal(("thing-7", "thing-7"), (stack.Entry("a").Id, stack.Entry("a").ImportId));
        Assert.Empty(stack.Provider.Methods("Create"));
    }

    [Fact]
    public async Task A_child_has_its_parents_provider_and_protection()
    {
        await using var stack = await YamlStack.StartAsync("""
            resources:
              own: {type: 'pulumi:providers:fake', properties: {region: eu}}
              a: {type: 'fake:Thing', properties: {name: a}, options: {provider: '${own}', protect: true}}
              b: {type: 'fake:Thing', properties: {name: b}, options: {parent: '${a}'}}
              c: {type: 'fake:Thing', properties: {name: c}, options: {parent: '${a}', protect: false}}
            """);

        await stack.PreviewAsync();
        await stack.UpAsync();

        var provider = stack.Entry("own");
        Assert.All(["a", "b", "c"], name => Assert.Equal($"{provider.Urn}::{provider.Id}", stack.Entry(name).Provider));
        Assert.Equal((YamlStack.UrnOf("a"), true, false), (stack.Entry("b").Parent, stack.Entry("b").Protect, stack.Entry("c").Protect));
    }

    [Fact]
    public async Task A_default_provider_serves_what_names_none()
    {
        await using var stack = await YamlStack.StartAsync("""
            resources:
              a: {type: 'fake:Thing', properties: {name: '${said.text}'}}
              usual: {type: 'pulumi:providers:fake', defaultProvider: true, properties: {region: us}}
            variables:
              said: {fn::invoke: {function: 'fake:echo', arguments: {text: hi}}}
            """);

        await stack.UpAsync();

        Assert.StartsWith(stack.Entry("usual").Urn, stack.Entry("a").Provider, StringComparison.Ordinal);
        Assert.Single(stack.Provider.Requests<ConfigureRequest>("Configure"));
    }
}
