namespace Engine.Tests.Programs.PulumiYaml;

/// <summary>What is not of the language, or not supported, is said with its place before anything is registered.</summary>
public sealed class RefusedTests
{
    [Theory]
    [InlineData("imports: {}", 3, "imports: 'imports' is not supported here; what is: name, runtime,")]
    [InlineData("configuration: {}", 3, "configuration: 'configuration' is not supported here")]
    [InlineData("plugins: {languages: []}", 3, "plugins.languages: 'languages' is not supported here; what is: providers")]
    [InlineData("resources: [a]", 3, "resources: must be a mapping of keys to values")]
    [InlineData("resources: {a: {}}", 3, "resources.a: type: is missing")]
    [InlineData("resources:\n  a:\n    type: fake:Thing\n    component: {}", 6, "resources.a.component: 'component' is not supported here")]
    [InlineData(
        "resources:\n  a:\n    type: pulumi:pulumi:StackReference",
        5,
        "resources.a.type: pulumi:pulumi:StackReference is not supported")]
    [InlineData(
        "resources: {a: {type: 'fake:Thing', defaultProvider: true}}",
        3,
        "resources.a.defaultProvider: only a provider can be one")]
    [InlineData("resources: {a: {type: 'fake:Thing', get: {}}}", 3, "resources.a.get: id: is missing")]
    [InlineData(
        "resources: {a: {type: 'fake:Thing', get: {id: x}, properties: {name: a}}}",
        3,
        "resources.a.properties: a resource that is read with get has no properties")]
    [InlineData(
        "resources: {a: {type: 'fake:Thing', options: {hooks: {}}}}",
        3,
        "resources.a.options.hooks: 'hooks' is not supported here; what is: additionalSecretOutputs,")]
    [InlineData(
        "resources: {a: {type: 'fake:Thing', options: {protect: '${b}'}}}",
        3,
        "resources.a.options.protect: must be true or false")]
    [InlineData(
        "resources: {a: {type: 'fake:Thing', options: {version: '${b}'}}}",
        3,
        "resources.a.options.version: must be text as it stands; ${…} is not evaluated here")]
    [InlineData(
        "resources: {a: {type: 'fake:Thing', options: {ignoreChanges: note}}}",
        3,
        "resources.a.options.ignoreChanges: must be a list")]
    [InlineData(
        "resources: {a: {type: 'fake:Thing', options: {customTimeouts: {create: soon}}}}",
        3,
        "resources.a.options.customTimeouts.create: must be a duration such as 10m")]
    [InlineData(
        "resources: {a: {type: 'fake:Thing', options: {aliases: [former]}}}",
        3,
        "resources.a.options.aliases[0]: must be a URN, or a mapping such as name: former")]
    [InlineData(
        "resources: {a: {type: 'fake:Thing', options: {dependsOn: [b]}}}",
        3,
        "resources.a.options.dependsOn[0]: must name a resource, such as ${web}")]
    [InlineData(
        "resources: {a: {type: 'fake:Thing', options: {parent: '${v}'}}}\nvariables: {v: 1}",
        3,
        "resources.a.options.parent: 'v' is no resource")]
    [InlineData(
        "resources:\n  a: {type: 'fake:Thing'}\n  b: {type: 'fake:Thing', options: {provider: '${a}'}}",
        5,
        "resources.b.options.provider: 'a' is no provider")]
    [InlineData("resources: {x: {type: 'fake:Thing'}}\nvariables: {x: 1}", 3, "resources.x: the name 'x' is taken")]
    [InlineData("variables: {pulumi: 1}", 3, "variables.pulumi: the name 'pulumi' is taken")]
    [InlineData(
        "variables:\n  v:\n    fn::stackReference: [a, b]",
        5,
        "variables.v.fn::stackReference: fn::stackReference is not supported; what is: fn::secret, fn::toJSON,")]
    [InlineData("variables: {v: {'fn::fake:echo': {text: hi}}}", 3, "variables.v.fn::fake:echo: fn::fake:echo is not supported")]
    [InlineData("variables: {v: {'Fn::Join': [a, []]}}", 3, "variables.v.Fn::Join: Fn::Join is not supported")]
    [InlineData("variables: {v: {'fn::secret': a, other: b}}", 3, "variables.v.fn::secret: a call stands alone in its mapping")]
    [InlineData("variables: {v: {'fn::invoke': {arguments: {}}}}", 3, "variables.v.fn::invoke: function: is missing")]
    [InlineData(
        "variables: {v: {'fn::invoke': {function: 'fake:echo', options: {depends: []}}}}",
        3,
        "variables.v.fn::invoke.options.depends: 'depends' is not supported here")]
    [InlineData("variables:\n  a: ${b}\n  b: x ${c}\n  c: ['${a}']", 4, "variables.a: needs itself: a → b → c → a")]
    [InlineData(
        "resources:\n  a: {type: 'fake:Thing', options: {dependsOn: ['${b}']}}\n  b: {type: 'fake:Thing', properties: {name: '${a.name}'}}",
        4,
        "resources.a: needs itself: a → b → a")]
    [InlineData(
        "resources: {a: {type: 'fake:Thin'}}",
        3,
        "resources.a: the package fake has no resource fake:Thin; it has fake:index:Group, fake:index:Thing, fake:net/cable:Cable")]
    [InlineData(
        "resources: {a: {type: 'fake:Group'}}",
        3,
        "resources.a: fake:Group is a remote component, which the embedded engine does not construct")]
    [InlineData(
        "variables: {v: {'fn::invoke': {function: 'fake:shout'}}}",
        3,
        "variables.v.fn::invoke: the package fake has no function fake:shout; it has fake:index:echo")]
    [InlineData(
        "variables: {v: {'fn::invoke': {function: 'fake:echo', return: texts}}}",
        3,
        "variables.v.fn::invoke: the result of fake:echo has no 'texts'; it has list, note, text")]
    [InlineData(
        "resources: {a: {type: 'fake:Thing'}}\noutputs: {o: 'x ${a.serail}'}",
        4,
        "outputs.o: ${a.serail}: a has no 'serail'; it has any, id, list, name, note, parts, serial, tags, urn")]
    [InlineData(
        "resources: {a: {type: 'fake:Thing'}}\noutputs: {o: '${a.parts[0].size.x}'}",
        4,
        "outputs.o: ${a.parts[0].size.x}: a.parts[0].size is of type integer, which has no 'x'")]
    [InlineData(
        "resources: {a: {type: 'fake:Thing'}}\noutputs: {o: '${a.list.first}'}",
        4,
        "outputs.o: ${a.list.first}: a.list is a list, which has no 'first'")]
    [InlineData(
        "variables: {v: {'fn::invoke': {function: 'fake:echo'}}, w: '${v}'}\noutputs: {o: '${w.textt}'}",
        4,
        "outputs.o: ${w.textt}: w has no 'textt'; it has list, note, text")]
    [InlineData("resources: {a: {type: 'fake:Thing'}}\noutputs: {o: 'x ${a}'}", 4, "outputs.o: a resource cannot be part of a text")]
    [InlineData(
        "resources: {a: {type: 'fake:Thing'}}\noutputs: {o: {'fn::toJSON': {r: '${a}'}}}",
        4,
        "outputs.o.fn::toJSON: takes no resource; name one of its properties")]
    public async Task With_file_line_and_key(string program, int line, string said)
    {
        await using var stack = await YamlStack.StartAsync(program);

        Assert.Contains($"{stack.File}:{line}: {said}", await stack.FailAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_is_no_yaml_is_refused_with_its_place()
    {
        await using var stack = await YamlStack.StartAsync("outputs: {a: 1, a: 2}");

        Assert.Contains($"{stack.File}: ", await stack.FailAsync(), StringComparison.Ordinal);
    }
}
