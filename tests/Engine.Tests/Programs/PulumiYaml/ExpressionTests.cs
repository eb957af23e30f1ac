namespace Engine.Tests.Programs.PulumiYaml;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("3", "3")]
    [InlineData("'3'", "\"3\"")]
    [InlineData("true", "true")]
    [InlineData("1.5", "1.5")]
    [InlineData("${number}", "3")]
    [InlineData("no ${number} ${yes} ${text}", "\"no 3 true web\"")]
    [InlineData("$${text} costs $$5 or $6", "\"${text} costs $5 or $6\"")]
    [InlineData("${tree}", """{"a.b":["x",["y"]],"q\u0022k":{"deep":[1]}}""")]
    [InlineData("""${tree["a.b"][1][0]}""", "\"y\"")]
    [InlineData("""${tree["q\"k"].deep[0]}""", "1")]
    [InlineData("""${["dotted.name"].inner}""", "\"found\"")]
    [InlineData("[1, '${text}', {k: '${number}'}]", """[1,"web",{"k":3}]""")]
    [InlineData("${pulumi.project}/${pulumi.stack}/${pulumi.organization}", "\"proj/dev/organization\"")]
    [InlineData("${later}", "\"web later\"")]
    public async Task Values_are_what_they_are_written_as(string written, string value)
    {
        var program = $$"""
            outputs:
              is: {{(written.StartsWith('[') || written.Length < 5 ? written : $"'{written}'")}}
            variables:
              later: ${text} later
              text: web
              number: 3
              yes: true
              tree:
                a.b: [x, [y]]
                'q"k': {deep: [1]}
              dotted.name: {inner: found}
            """;

        Assert.Equal($$"""{"is":{{value}}}""", await YamlStack.OutputsAsync(program));
    }

    [Fact]
    public async Task The_working_directory_is_the_programs()
    {
        await using var stack = await YamlStack.StartAsync("outputs: {cwd: '${pulumi.cwd}'}");

        await stack.UpAsync();

        Assert.Contains(stack.Folder, stack.Outputs(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_absent_is_left_out_of_mappings()
    {
        Assert.Equal("""{"map":{"there":1}}""", await YamlStack.OutputsAsync("outputs: {gone: null, map: {there: 1, gone: ~}}"));
    }

    [Theory]
    [InlineData("${list[3]}", "there is no item 3 in a list of 2")]
    [InlineData("${list.x}", "there is no 'x' in a list")]
    [InlineData("${map.x}", "there is no 'x' in a mapping of a")]
    [InlineData("${map.a.b}", "there is no 'b' in a number")]
    [InlineData("a ${list}", "a list cannot be part of a text")]
    [InlineData("a ${map}", "a mapping of a cannot be part of a text")]
    [InlineData("${pulumi.cloud}", "there is no 'cloud' in a mapping of cwd, organization, project, stack")]
    [InlineData("${list[x]}", "does not begin with a reference such as")]
    [InlineData("${list", "does not begin with a reference such as")]
    [InlineData("${}", "does not begin with a reference such as")]
    [InlineData("${nobody.id}", "${nobody.id}: there is no resource, variable or configuration value 'nobody' in this program")]
    public async Task What_cannot_be_worked_out_says_where_it_stands(string written, string said)
    {
        await using var stack = await YamlStack.StartAsync($$"""
            variables:
              list: [a, b]
              map: {a: 1}
            outputs:
              wrong: '{{written}}'
            """);

        var printed = await stack.FailAsync();

        Assert.Contains($"{stack.File}:7: outputs.wrong: ", printed, StringComparison.Ordinal);
        Assert.Contains(said, printed, StringComparison.Ordinal);
    }
}
