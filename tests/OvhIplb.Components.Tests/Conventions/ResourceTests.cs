using System.Reflection;
using Pulumi;

namespace OvhIplb.Components.Tests.Conventions;

/// <summary>A resource tells the engine its type, its plugin and what of it is secret.</summary>
public sealed class ResourceTests
{
    private static readonly PackageSchema Schema = PackageSchema.Own;

    public static TheoryData<string> Resources => [.. Schema.Resources.Select(one => Names.Member(one.Token))];

    public static TheoryData<string> ResourcesAndProvider => [.. Schema.Resources.Select(one => Names.Member(one.Token)), "Provider"];

    [Theory]
    [MemberData(nameof(ResourcesAndProvider))]
    public void The_class_carries_its_type_token_and_the_version(string name)
    {
        var token = Token(name);
        var found = Sdk.Type(name).GetCustomAttributes<ResourceTypeAttribute>(inherit: false).ToArray();
        Assert.True(
            found is [var one] && one.Type == token,
            $"Put [OvhIplbResourceType(\"{token}\")] on {name}: references to it are made into objects by that.");
        Assert.True(
            found[0].Version == Schema.Version,
            $"{name} carries version {found[0].Version} and the schema is of {Schema.Version}.");
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void There_is_the_private_constructor_that_get_uses(string name)
    {
        var found = Sdk.Type(name).GetConstructor(
            BindingFlags.NonPublic | BindingFlags.Instance, [typeof(string), typeof(Input<string>), typeof(CustomResourceOptions)]);
        Assert.True(
            found is { IsPrivate: true },
            $"{name} needs a private constructor (string name, Input<string> id, CustomResourceOptions? options = null).");
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void Every_output_can_be_set_by_the_deserialiser_only(string name)
    {
        foreach (var property in Sdk.Type(name).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            Assert.True(property.SetMethod is { IsPrivate: true }, $"{name}.{property.Name}: give it a private setter.");
        }
    }

    [Theory]
    [MemberData(nameof(ResourcesAndProvider))]
    public void The_options_name_the_plugin(string name)
    {
        var options = Sdk.Options(name);
        Assert.True(options.Version == Schema.Version, $"{name}: MakeResourceOptions must set Version to Utilities.Version.");
        Assert.True(
            options.PluginDownloadURL == Schema.PluginDownloadUrl,
            $"{name}: MakeResourceOptions must set PluginDownloadURL to the schema's {Schema.PluginDownloadUrl}.");
    }

    [Theory]
    [MemberData(nameof(ResourcesAndProvider))]
    public void The_options_name_what_is_secret_and_what_replaces(string name)
    {
        // The provider has no outputs in the schema; its secret inputs are named so that its state keeps them secret in any engine.
        var spec = name == "Provider" ? Schema.Provider : Schema.Resources.Single(one => Names.Member(one.Token) == name).Spec;
        var properties = name == "Provider" ? Arguments.Inputs(spec) : SchemaProperty.Read(spec, "properties", "required");
        string[] secret = [.. properties.Where(one => one.Secret).Select(one => one.Name)];
        var replacing = properties.Where(one => one.ReplaceOnChanges).Select(one => one.Name);
        var options = Sdk.Options(name);
        Assert.True(
            secret.SequenceEqual(options.AdditionalSecretOutputs.Order(StringComparer.Ordinal)),
            $"{name}: AdditionalSecretOutputs must be {{ {string.Join(", ", secret)} }} and not {{ "
                + $"{string.Join(", ", options.AdditionalSecretOutputs)} }}.");
        Assert.Equal(replacing, options.ReplaceOnChanges.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ResourcesAndProvider))]
    public void The_options_of_the_caller_come_first(string name)
    {
        var given = new CustomResourceOptions
        {
            Version = "9.9.9",
            PluginDownloadURL = "https://example.com",
            Protect = true,
            Id = "theirs"
        };
        var options = Sdk.Options(name, given);
        Assert.True(
            options.Version == "9.9.9" && options.PluginDownloadURL == "https://example.com",
            $"{name}: merge the caller's options over the SDK's, not the other way round.");
        Assert.True(options.Protect, $"{name}: MakeResourceOptions loses options of the caller.");
        Assert.Equal("9.9.9", given.Version);
    }

    [Theory]
    [MemberData(nameof(ResourcesAndProvider))]
    public async Task An_id_that_is_given_is_the_id(string name)
    {
        var options = Sdk.Options(name, new CustomResourceOptions { Id = "theirs" }, "ours");
        Assert.Equal("ours", await Pulumi.Utilities.OutputUtilities.GetValueAsync(options.Id.ToOutput()));
    }

    private static string Token(string name)
        => name == "Provider" ? $"pulumi:providers:{Schema.Name}" : Schema.Resources.Single(one => Names.Member(one.Token) == name).Token;
}
