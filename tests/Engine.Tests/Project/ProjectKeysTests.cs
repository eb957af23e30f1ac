using Engine.Project;

namespace Engine.Tests.Project;

/// <summary>No key of a Pulumi.yaml is passed over in silence.</summary>
public sealed class ProjectKeysTests : IDisposable
{
    private readonly ProjectFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("description: a\nauthor: b\nwebsite: c\nlicense: d\ntemplate: {description: e, config: {}}")]
    [InlineData("main: src\nstackConfigDir: stacks")]
    [InlineData("config: stacks")]
    [InlineData("options: {refresh: always}")]
    [InlineData("options:\nbackend:\nplugins:\npackages:\nconfig:\nrequiredPulumiVersion:")]
    [InlineData("requiredPulumiVersion: '>=3.100.0'")]
    [InlineData("packages: {fake: ./plugin}\nplugins: {providers: [{name: other, path: bin}], languages: [], analyzers: []}")]
    public void What_is_done_or_of_no_account_is_not_mentioned(string text) => Assert.Empty(_folder.Read(text).Notices);

    [Theory]
    [InlineData("backend: {url: 's3://state'}", "backend: is not used; the embedded engine keeps the state in a file of its own")]
    [InlineData(
        "plugins: {languages: [{name: dotnet, path: bin}]}",
        "plugins.languages: is not done; the embedded engine starts plugins of providers only")]
    [InlineData("plugins: {analyzers: [{name: policy, path: bin}]}", "plugins.analyzers: is not done")]
    [InlineData(
        "plugins: {providers: [{name: fake, path: bin, version: 1.0.0}]}",
        "plugins.providers: 'fake' has a version, which is not compared")]
    [InlineData("packages: {fake: fake@1.0.0}", "packages.fake: is not downloaded; the embedded engine looks for the plugin on the PATH")]
    [InlineData("packages: {fake: {source: github.com/a/b, version: 1.0.0}}", "packages.fake: is not downloaded")]
    [InlineData("plugin: {providers: []}", "plugin: is no key that Pulumi knows; it is passed over")]
    [InlineData("resources: {}", "resources: is no key that Pulumi knows")]
    public void What_is_not_done_is_named(string text, string notice) =>
        Assert.StartsWith($"{_folder.File}: {notice}", Assert.Single(_folder.Read(text).Notices), StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "{name: dotnet, options: {buildTarget: x}}",
        "runtime.options.buildTarget: is not done by the embedded engine; what is: binary")]
    [InlineData("{name: nodejs, options: {virtualenv: x, packagemanager: pnpm}}", "runtime.options.virtualenv: is not done")]
    public void Options_of_the_runtime_too(string runtime, string notice) =>
        Assert.StartsWith($"{_folder.File}: {notice}", Assert.Single(_folder.Read("", runtime).Notices), StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "requiredPulumiVersion: '>=4.0.0'",
        "requiredPulumiVersion: the project requires >=4.0.0, and the embedded engine does what version 3.259.0 does")]
    [InlineData("requiredPulumiVersion: newest", "requiredPulumiVersion: 'newest' is no range of versions, such as >=3.200.0")]
    [InlineData("options: {refresh: never}", "options.refresh: is 'never'; the one value it may have is 'always'")]
    [InlineData("options: {refersh: always}", "options: refersh: is no key there; there may be refresh")]
    [InlineData("options: [refresh]", "options: must be a mapping of keys to values")]
    [InlineData("plugins: {provider: []}", "plugins: provider: is no key there; there may be providers, languages, analyzers")]
    [InlineData("plugins: {providers: {name: a}}", "plugins: providers: must be a list")]
    [InlineData("plugins: {providers: [a]}", "plugins.providers: an entry is no mapping with a name and a path")]
    [InlineData("packages: {fake: {version: 1.0.0}}", "packages.fake: must be the source of a package, or a mapping with a source")]
    [InlineData(
        "packages: {fake: {source: ./plugin, parameters: [a]}}",
        "packages.fake: has parameters; the embedded engine runs no parameterized packages")]
    [InlineData("config: stacks\nstackConfigDir: stacks", "config: names a folder, and so does stackConfigDir; keep stackConfigDir")]
    [InlineData("main: {[a]: b}", "line 3: a key must be text")]
    public void What_no_engine_takes_is_refused(string text, string said)
        => Assert.StartsWith($"{_folder.File}: {said}", Refused(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("{name: dotnet, version: 10}", "runtime: version: is no key there; there may be name, options")]
    [InlineData("{name: dotnet, options: fast}", "runtime: options: must be a mapping of keys to values")]
    public void So_is_a_runtime(string runtime, string said)
        => Assert.StartsWith($"{_folder.File}: {said}", Refused("", runtime), StringComparison.Ordinal);

    [Theory]
    [InlineData("my project", "name: a project name may only contain letters of the English alphabet, digits, hyphens, underscores and "
        + "periods: 'my project' has ' ' at position 3")]
    [InlineData("''", "name: a project name may not be empty")]
    public void So_is_a_name(string name, string said)
    {
        File.WriteAllText(_folder.File, $"name: {name}\nruntime: dotnet\n");

        Assert.StartsWith(
            $"{_folder.File}: {said}",
            Assert.Throws<UserException>(() => ProjectFile.Find(_folder.Path)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_under_packages_is_where_the_plugin_is()
    {
        var project = _folder.Read("packages: {fake: ../plugin, other: {source: ./bin/other}, third: ./nowhere}\nplugins: {providers: "
            + "[{name: third, path: third}]}");

        Assert.Equal(Path.GetFullPath(Path.Combine(_folder.Path, "../plugin")), project.Plugins["fake"]);
        Assert.Equal(Path.Combine(_folder.Path, "bin", "other"), project.Plugins["other"]);
        Assert.Equal(Path.Combine(_folder.Path, "third"), project.Plugins["third"]);
    }

    [Fact]
    public void A_project_may_always_be_refreshed()
    {
        Assert.True(_folder.Read("options: {refresh: always}").AlwaysRefreshes);
        Assert.False(_folder.Read("").AlwaysRefreshes);
    }

    private string Refused(string text, string runtime = "dotnet")
        => Assert.Throws<UserException>(() => _folder.Read(text, runtime)).Message;
}
