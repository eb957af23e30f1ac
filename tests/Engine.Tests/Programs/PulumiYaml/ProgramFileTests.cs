namespace Engine.Tests.Programs.PulumiYaml;

public sealed class ProgramFileTests
{
    [Fact]
    public async Task A_project_with_a_main_has_its_program_there()
    {
        await using var stack = await YamlStack.StartAsync("main: program\nconfig: {size: 3}");
        Write(stack, "outputs: {size: '${size}', cwd: '${pulumi.cwd}'}");

        await stack.UpAsync();

        Assert.Contains("\"size\":3", stack.Outputs(), StringComparison.Ordinal);
        Assert.Contains($"{Path.DirectorySeparatorChar}program", stack.Outputs(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_says_nothing_of_the_project_and_the_project_nothing_of_the_program()
    {
        await using var stack = await YamlStack.StartAsync("main: program");
        Assert.Contains($"{stack.File}:3: main: there is no ", await stack.FailAsync(), StringComparison.Ordinal);

        Write(stack, "outputs: {}\nconfig: {size: 3}");
        Assert.Contains(
            "Main.yaml:2: config: 'config' is not supported here; what is: resources, variables, outputs",
            await stack.FailAsync(),
            StringComparison.Ordinal);

        stack.Change("main: program\noutputs: {}");
        Assert.Contains($"{stack.File}:4: outputs: 'outputs' is not supported here", await stack.FailAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_of_the_runtime_are_refused()
    {
        await using var stack = await YamlStack.StartAsync("");
        await File.WriteAllTextAsync(
            stack.File,
            "name: proj\nruntime:\n  name: yaml\n  options: {compiler: cue}\n",
            TestContext.Current.CancellationToken);

        Assert.Contains(
            $"{stack.File}:4: runtime.options: 'options' is not supported here; what is: name",
            await stack.FailAsync(),
            StringComparison.Ordinal);
    }

    private static void Write(YamlStack stack, string program)
    {
        var folder = Directory.CreateDirectory(Path.Combine(stack.Folder, "program")).FullName;
        File.WriteAllText(Path.Combine(folder, "Main.yaml"), program);
    }
}
