namespace Engine.Tests.Programs.PulumiYaml;

public sealed class FunctionTests
{
    [Theory]
    [InlineData("fn::join: [', ', [a, '${b}']]", "\"a, b\"")]
    [InlineData("fn::join: ['', []]", "\"\"")]
    [InlineData("fn::split: [', ', 'a, b']", """["a","b"]""")]
    [InlineData("fn::split: ['', ab]", """["a","b"]""")]
    [InlineData("fn::select: [1, [v1, v1.1]]", "\"v1.1\"")]
    [InlineData("fn::select: ['${one}', '${many}']", "\"y\"")]
    [InlineData(
        "fn::toJSON: {z: 1, a: ['${b}', true, '<&>']}",
        "\"{\\u0022a\\u0022:[\\u0022b\\u0022,true,\\u0022\\u003C\\u0026\\u003E\\u0022],\\u0022z\\u0022:1}\"")]
    [InlineData("fn::toBase64: Hello, ${b}", "\"SGVsbG8sIGI=\"")]
    [InlineData("fn::fromBase64: SGVsbG8sIGI=", "\"Hello, b\"")]
    [InlineData("fn::join: ['-', {fn::split: [',', 'a,b']}]", "\"a-b\"")]
    [InlineData("fn::readFile: ./note.txt", "\"from a file\"")]
    [InlineData("fn::readFile: '${pulumi.cwd}/note.txt'", "\"from a file\"")]
    public async Task Functions_answer_what_the_language_says(string call, string value)
    {
        await using var stack = await YamlStack.StartAsync($$"""
            variables: {b: b, one: 1, many: [x, y]}
            outputs:
              is:
                {{call}}
            """);
        await File.WriteAllTextAsync(Path.Combine(stack.Folder, "note.txt"), "from a file", TestContext.Current.CancellationToken);

        await stack.UpAsync();

        Assert.Equal($$"""{"is":{{value}}}""", stack.Outputs());
    }

    [Theory]
    [InlineData("fn::join: [',']", "its argument must be a list of two")]
    [InlineData("fn::join: [1, [a]]", "the delimiter must be text")]
    [InlineData("fn::join: [',', [a, 2]]", "item 1 must be text")]
    [InlineData("fn::join: [',', a]", "what is joined must be a list")]
    [InlineData("fn::split: [',', 2]", "what is split must be text")]
    [InlineData("fn::select: [2, [a, b]]", "there is no item 2 in a list of 2")]
    [InlineData("fn::select: [-1, [a]]", "there is no item -1 in a list of 1")]
    [InlineData("fn::select: [a, [a]]", "the index must be a number")]
    [InlineData("fn::toBase64: [a]", "its argument must be text")]
    [InlineData("fn::fromBase64: '?'", "its argument is not the Base64 of UTF-8 text")]
    [InlineData("fn::fromBase64: /w==", "its argument is not the Base64 of UTF-8 text")]
    [InlineData("fn::readFile: ../other/note.txt", "../other/note.txt is not in the folder of the program")]
    [InlineData("fn::readFile: '${outside}'", "/etc/hostname is not in the folder of the program")]
    [InlineData("fn::readFile: absent.txt", "absent.txt cannot be read")]
    public async Task What_a_function_does_not_take_is_said_where_it_is_called(string call, string said)
    {
        await using var stack = await YamlStack.StartAsync($$"""
            variables: {outside: /etc/hostname}
            outputs:
              is:
                {{call}}
            """);

        var printed = await stack.FailAsync();

        Assert.Contains($"{stack.File}:6: outputs.is.{call.Split(": ")[0]}: {said}", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_stay_secret_through_functions_and_texts()
    {
        var outputs = await YamlStack.OutputsAsync("""
            variables:
              password: {fn::secret: hunter2}
              pair: {a: {fn::secret: {b: x}}}
            outputs:
              text: pass ${password}
              joined: {fn::join: [' ', [a, '${password}']]}
              inside: ${pair.a.b}
              plain: ok
            """);

        Assert.Equal(
            """
            {"inside":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","value":"x"},
            "joined":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","value":"a hunter2"},
            "plain":"ok",
            "text":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","value":"pass hunter2"}}
            """.ReplaceLineEndings(""),
            outputs);
    }
}
