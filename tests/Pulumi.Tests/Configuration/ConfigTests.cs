using Pulumi.Testing;
using Pulumi.Tests.Fixtures;
using Pulumi.Utilities;

namespace Pulumi.Tests.Configuration;

public sealed class ConfigTests
{
    static ConfigTests() => Environment.SetEnvironmentVariable("PULUMI_CONFIG", """
        {
          "project:text": "hello", "project:yes": "true", "project:number": "42", "project:share": "0.5",
          "project:object": "{\"a\":[1,2]}", "project:odd": "perhaps", "other:text": "from another",
          "project:plain": 3, "project:list": [1, 2], "project:config:old": "as it was",
          "project:nothing": "null"
        }
        """);

    [Fact]
    public Task Values_are_read_as_what_they_are() => ReadAsync(config =>
    {
        Assert.Equal("hello", config.Get("text"));
        Assert.Equal("hello", config.Require("text"));
        Assert.True(config.GetBoolean("yes"));
        Assert.True(config.RequireBoolean("yes"));
        Assert.Equal(42, config.GetInt32("number"));
        Assert.Equal(42, config.RequireInt32("number"));
        Assert.Equal(0.5, config.GetDouble("share"));
        Assert.Equal(0.5, config.RequireDouble("share"));
        Assert.Equal([1, 2], config.GetObject<Dictionary<string, int[]>>("object")!["a"]);
        Assert.Equal([1, 2], config.RequireObject<Dictionary<string, int[]>>("object")["a"]);
    });

    [Fact]
    public Task A_test_may_set_plain_json_and_old_keys() => ReadAsync(config =>
    {
        Assert.Equal(3, config.RequireInt32("plain"));
        Assert.Equal([1, 2], config.RequireObject<int[]>("list"));
        Assert.Equal("as it was", config.Require("old"));
    });

    [Fact]
    public Task Absent_values_are_null() => ReadAsync(config =>
    {
        Assert.Null(config.Get("none"));
        Assert.Null(config.GetSecret("none"));
        Assert.Null(config.GetBoolean("none"));
        Assert.Null(config.GetSecretBoolean("none"));
        Assert.Null(config.GetInt32("none"));
        Assert.Null(config.GetDouble("none"));
        Assert.Null(config.GetObject<string[]>("none"));
        Assert.Null(config.GetSecretObject<string[]>("none"));
    });

    [Fact]
    public Task Secrets_are_secret() => ReadAsync(async config =>
    {
        Assert.True(await Output.IsSecretAsync(config.RequireSecret("text")));
        Assert.True(await Output.IsSecretAsync(config.GetSecret("text")!));
        Assert.True(await Output.IsSecretAsync(config.RequireSecretInt32("number")));
        Assert.True(await Output.IsSecretAsync(config.RequireSecretObject<Dictionary<string, int[]>>("object")));
        Assert.Equal("hello", await OutputUtilities.GetValueAsync(config.RequireSecret("text")));
    });

    [Fact]
    public Task A_secret_object_that_is_json_s_null_is_absent_where_options_are_given() => ReadAsync(async config =>
    {
        var options = new JsonSerializerOptions();
        Assert.Null(config.GetSecretObject<string[]>("nothing", options));
        Assert.Null(config.GetSecretObject<string[]>("none", options));
        var numbers = await OutputUtilities.GetValueAsync(config.GetSecretObject<int[]>("list", options)!);
        Assert.Equal([1, 2], numbers);
        Assert.Null(await OutputUtilities.GetValueAsync(config.GetSecretObject<string[]>("nothing")!));
    });

    [Fact]
    public Task Another_name_is_another_bag() => ReadAsync(_ =>
    {
        Assert.Equal("from another", new Config("other").Get("text"));
        Assert.Equal("from another", new Config("other:config").Get("text"));
        Assert.Null(new Config("other").Get("number"));
    });

    [Fact]
    public Task A_missing_value_says_how_to_set_it() => ReadAsync(config =>
    {
        var missing = Assert.ThrowsAny<RunException>(() => config.Require("none"));
        Assert.Contains("'project:none'", missing.Message, StringComparison.Ordinal);
        Assert.Contains(
            "\n\tplease set a value using the command `pulumi config set project:none <value>`",
            missing.Message,
            StringComparison.Ordinal);
        Assert.ThrowsAny<RunException>(() => config.RequireObject<string[]>("none"));
        Assert.ThrowsAny<RunException>(() => config.RequireSecretBoolean("none"));
    });

    [Fact]
    public Task A_value_of_another_type_says_so() => ReadAsync(config =>
    {
        Assert.Contains(
            "'project:odd' value 'perhaps' is not a valid Boolean",
            Assert.ThrowsAny<RunException>(() => config.GetBoolean("odd")).Message,
            StringComparison.Ordinal);
        Assert.Contains("Int32", Assert.ThrowsAny<RunException>(() => config.GetInt32("odd")).Message, StringComparison.Ordinal);
        Assert.Contains("Double", Assert.ThrowsAny<RunException>(() => config.GetDouble("odd")).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<RunException>(() => config.GetObject<string[]>("odd"));
    });

    private static Task ReadAsync(Action<Config> read) => ReadAsync(config =>
    {
        read(config);
        return Task.CompletedTask;
    });

    private static Task ReadAsync(Func<Config, Task> read)
        => Deployment.TestAsync(new Mocks(), new TestOptions(), () => read(new Config()));
}
