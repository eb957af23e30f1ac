using Engine.Secrets;

namespace Engine.Tests.Programs.PulumiYaml;

public sealed class ConfigTests
{
    private const string Declared = """
        config:
          greeting: hello
          proj:size: {type: integer, default: 3}
          region: {type: string}
          count: {default: 1}
          loud: {type: boolean}
          names: {type: array, items: {type: string}}
          tree: {type: object}
          hidden: {type: string, secret: true, default: hush}
          fake:region: {value: eu}
        outputs:
          greeting: ${greeting}
          size: ${size}
          region: ${region}
          count: ${count}
          loud: ${loud}
          name: ${names[1]}
          deep: ${tree.a[0].b}
          hidden: ${hidden}
        """;

    private const string Given = "config: {proj:region: 007, proj:count: 2, proj:loud: true, proj:names: [a, b], proj:tree: {a: [{b: 1}]}}";

    [Fact]
    public async Task Values_come_from_the_stacks_settings_or_the_default_in_their_declared_type()
    {
        await using var stack = await YamlStack.StartAsync(Declared);
        Settings(stack, Given);

        await stack.UpAsync();

        Assert.Equal(
            """
            {"count":2,"deep":1,"greeting":"hello",
            "hidden":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","value":"hush"},
            "loud":true,"name":"b","region":"007","size":3}
            """.ReplaceLineEndings(""),
            stack.Outputs());
    }

    [Fact]
    public async Task What_the_settings_keep_secret_is_secret()
    {
        await using var stack = await YamlStack.StartAsync("config: {password: {type: string}}\noutputs: {is: 'a ${password}'}");
        var cipher = PassphraseCipher.Create("pass");
        Settings(stack, $"encryptionsalt: {cipher.Salt}\nconfig:\n  proj:password:\n    secure: {cipher.Encrypt("hunter2")}\n");

        await stack.UpAsync();

        Assert.Equal(
            """{"is":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","value":"a hunter2"}}""",
            stack.Outputs());
        Assert.DoesNotContain("hunter2", stack.Printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("loud: nearly", ":8: config.loud: the value of proj:loud is not of type boolean")]
    [InlineData("count: 1.5", ":7: config.count: the value of proj:count is not of type integer")]
    [InlineData("count: 1.5x", ":7: config.count: the value of proj:count is not of type integer")]
    [InlineData("names: {a: 1}", ":9: config.names: the value of proj:names is not of type array of string")]
    [InlineData("names: [1]", ":9: config.names: the value of proj:names is not of type array of string")]
    public async Task Values_of_another_type_are_refused_without_being_shown(string setting, string said)
    {
        await using var stack = await YamlStack.StartAsync(Declared);
        Settings(stack, Given.Replace("proj:" + setting.Split(':')[0], "proj:other", StringComparison.Ordinal)
            .Replace("}}", $"}}, proj:{setting}}}", StringComparison.Ordinal));

        var printed = await stack.FailAsync();

        Assert.Contains(stack.File + said, printed, StringComparison.Ordinal);
        Assert.DoesNotContain("nearly", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_nobody_gives_is_asked_for()
    {
        await using var stack = await YamlStack.StartAsync("config: {region: {type: string}}");

        Assert.Contains(
            ":3: config.region: has no value: set proj:region in the configuration of the stack",
            await stack.FailAsync(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{secret: true}", "needs a type or a default")]
    [InlineData("{type: float}", "type float is not supported; what is: string, boolean, integer, array, object")]
    [InlineData("{type: array}", "an array needs the type of its items")]
    [InlineData("{type: string, pattern: a}", "'pattern' is not supported here; what is: type, items, default, value, secret, description")]
    public async Task Declarations_that_say_too_little_or_too_much_are_refused(string declaration, string said)
    {
        await using var stack = await YamlStack.StartAsync($"config:\n  region: {declaration}\n");

        Assert.Contains(said, await stack.FailAsync(), StringComparison.Ordinal);
    }

    private static void Settings(YamlStack stack, string text) => File.WriteAllText(Path.Combine(stack.Folder, "Pulumi.dev.yaml"), text);
}
