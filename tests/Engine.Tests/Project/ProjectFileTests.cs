using Engine.Configuration;
using Engine.Project;
using Engine.Secrets;

namespace Engine.Tests.Project;

public sealed class ProjectFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("engine-project-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Paths_are_taken_from_the_projects_folder()
    {
        Write("Pulumi.yaml", """
            name: quick
            runtime:
              name: dotnet
              options:
                binary: bin/app.dll
            main: src
            stackConfigDir: stacks
            plugins:
              providers:
                - name: fake
                  path: ../plugin
            """);

        var project = ProjectFile.Find(Directory.CreateDirectory(Path.Combine(_folder, "src")).FullName);

        Assert.Equal(
            ("quick", Path.Combine(_folder, "src"), Path.Combine(_folder, "bin", "app.dll"), Path.Combine(_folder, "stacks")),
            (project.Name, project.Main, project.Binary, project.SettingsDirectory));
        Assert.Equal(Path.GetFullPath(Path.Combine(_folder, "../plugin")), project.Plugins["fake"]);
    }

    [Fact]
    public void A_program_in_yaml_is_the_project_itself()
    {
        Write("Pulumi.yaml", "name: quick\nruntime: {name: yaml}\n");

        var project = ProjectFile.Find(_folder);

        Assert.Equal(("yaml", _folder, null), (project.Runtime, project.Main, project.Binary));
    }

    [Fact]
    public void A_program_for_node_is_compiled_from_typescript_unless_the_project_says_otherwise()
    {
        Write("Pulumi.yaml", "name: quick\nruntime: nodejs\n");
        var plain = ProjectFile.Find(_folder);
        Assert.Equal(("nodejs", true, null), (plain.Runtime, plain.Node.TypeScript, plain.Node.TypeScriptConfiguration));
        Assert.Empty(plain.Node.Arguments);

        Write("Pulumi.yaml", """
            name: quick
            runtime:
              name: nodejs
              options:
                typescript: false
                tsconfig: tsconfig.pulumi.json
                nodeargs: --trace-warnings --max-old-space-size=512
            """);
        var options = ProjectFile.Find(_folder).Node;
        Assert.Equal((false, "tsconfig.pulumi.json"), (options.TypeScript, options.TypeScriptConfiguration));
        Assert.Equal(["--trace-warnings", "--max-old-space-size=512"], options.Arguments);

        Write("Pulumi.yaml", """
            name: quick
            runtime: {name: nodejs, options: {nodeargs: "--require \"./my hooks.js\"  --title='a b' -r ./c.js"}}
            """);
        Assert.Equal(["--require", "./my hooks.js", "--title=a b", "-r", "./c.js"], ProjectFile.Find(_folder).Node.Arguments);
    }

    [Fact]
    public void Other_runtimes_are_refused()
    {
        Write("Pulumi.yaml", "name: quick\nruntime: python\n");

        Assert.Contains("'python'", Assert.Throws<UserException>(() => ProjectFile.Find(_folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_override_defaults_and_structures_become_json()
    {
        Write("Pulumi.yaml", """
            name: quick
            runtime: dotnet
            config:
              region:
                type: string
                default: eu
              fake:size: 3
            """);
        Write("Pulumi.dev.yaml", """
            config:
              quick:tag: one
              fake:size: 4
              fake:labels:
                team: net
                big: true
                list: [1, "2"]
            """);

        var settings = StackSettings.Read(ProjectFile.Find(_folder), "dev", "");

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["quick:region"] = "eu",
                ["quick:tag"] = "one",
                ["fake:size"] = "4",
                ["fake:labels"] = """{"team":"net","big":true,"list":[1,"2"]}""",
            },
            settings.Values.ToDictionary());
        Assert.Empty(settings.SecretKeys);
    }

    [Fact]
    public void Secure_values_are_decrypted_and_known_as_secret()
    {
        var cipher = PassphraseCipher.Create("pass");
        Write("Pulumi.yaml", "name: quick\nruntime: dotnet\n");
        Write("Pulumi.dev.yaml", $"encryptionsalt: {cipher.Salt}\nconfig:\n  quick:password:\n    secure: {cipher.Encrypt("hunter2")}\n");

        var settings = StackSettings.Read(ProjectFile.Find(_folder), "dev", "pass");

        Assert.Equal("hunter2", settings.Values["quick:password"]);
        Assert.Equal(["quick:password"], settings.SecretKeys);
    }

    [Fact]
    public void A_secret_inside_of_a_value_is_hidden_by_itself_too()
    {
        var cipher = PassphraseCipher.Create("pass");
        Write("Pulumi.yaml", "name: quick\nruntime: dotnet\n");
        Write("Pulumi.dev.yaml", $"encryptionsalt: {cipher.Salt}\nconfig:\n  quick:users:\n    - name: root\n      password:\n        "
            + $"secure: {cipher.Encrypt("hunter2")}\n");

        var settings = StackSettings.Read(ProjectFile.Find(_folder), "dev", "pass");

        Assert.Equal("""[{"name":"root","password":"hunter2"}]""", settings.Values["quick:users"]);
        Assert.Contains("hunter2", settings.Secrets);
    }

    [Fact]
    public void Secure_values_without_a_salt_are_refused_with_the_reason()
    {
        Write("Pulumi.yaml", "name: quick\nruntime: dotnet\n");
        Write("Pulumi.dev.yaml", "config:\n  quick:password:\n    secure: v1:a:b\n");

        var error = Assert.Throws<UserException>(() => StackSettings.Read(ProjectFile.Find(_folder), "dev", ""));

        Assert.Contains("no encryptionsalt", error.Message, StringComparison.Ordinal);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
