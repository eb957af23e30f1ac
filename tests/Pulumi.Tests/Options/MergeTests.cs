using System.Reflection;
using CsCheck;
using Pulumi.Testing;
using Pulumi.Tests.Fixtures;
using Pulumi.Utilities;

namespace Pulumi.Tests.Options;

public sealed class MergeTests
{
    [Fact]
    public void Nothing_merged_with_nothing_is_new_and_empty()
    {
        Assert.NotNull(CustomResourceOptions.Merge(null, null));
        Assert.NotNull(ComponentResourceOptions.Merge(null, null));
    }

    [Fact]
    public void Single_values_of_the_second_win_and_absent_ones_leave_the_first()
        => Gen.Select(Gen.String.Null(), Gen.String.Null(), Gen.Bool.Nullable(), Gen.Bool.Nullable())
            .Sample((first, second, protectFirst, protectSecond) =>
                {
                    var one = new CustomResourceOptions
                    {
                        Version = first,
                        ImportId = first,
                        Protect = protectFirst,
                        DeleteBeforeReplace = protectFirst
                    };
                    var two = new CustomResourceOptions
                    {
                        Version = second,
                        ImportId = second,
                        Protect = protectSecond,
                        DeleteBeforeReplace = protectSecond
                    };
                    var merged = CustomResourceOptions.Merge(one, two);
                    Assert.Equal(second ?? first, merged.Version);
                    Assert.Equal(second ?? first, merged.ImportId);
                    Assert.Equal(protectSecond ?? protectFirst, merged.Protect);
                    Assert.Equal(protectSecond ?? protectFirst, merged.DeleteBeforeReplace);
                    Assert.Equal(first, one.Version);
                });

    [Fact]
    public void Lists_are_appended_and_the_originals_stay()
    {
        var one = new CustomResourceOptions
        {
            IgnoreChanges = { "a" },
            AdditionalSecretOutputs = { "x" },
            EnvVarMappings = { ["A"] = "1" }
        };
        var two = new CustomResourceOptions
        {
            IgnoreChanges = { "b" },
            AdditionalSecretOutputs = { "y" },
            EnvVarMappings = { ["A"] = "2", ["B"] = "3" }
        };
        var merged = CustomResourceOptions.Merge(one, two);
        Assert.Equal(["a", "b"], merged.IgnoreChanges);
        Assert.Equal(["x", "y"], merged.AdditionalSecretOutputs);
        Assert.Equal(new Dictionary<string, string> { ["A"] = "2", ["B"] = "3" }, merged.EnvVarMappings);
        Assert.Equal(["a"], one.IgnoreChanges);
        Assert.Equal(["b"], two.IgnoreChanges);
    }

    [Fact]
    public async Task No_option_is_forgotten()
    {
        // Fills every option there is, so that one added later is noticed here. The stand-in leaves two out.
        await Deployment.TestAsync(new Mocks(), new TestOptions(), () =>
        {
            var resource = new Thing("other");
            var provider = new TestProvider("provider");
            foreach (var full in new ResourceOptions[] { new CustomResourceOptions(), new ComponentResourceOptions() })
            {
                var properties = full.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(property => property.Name is not ("Hooks" or "ResourceTransforms"))
                    .ToArray();
                foreach (var property in properties)
                {
                    property.SetValue(full, Sample(property.PropertyType, resource, provider));
                }

                ResourceOptions[] merged = full is CustomResourceOptions custom
                    ? [CustomResourceOptions.Merge(custom, null), CustomResourceOptions.Merge(null, custom)]
                    : [ComponentResourceOptions.Merge((ComponentResourceOptions)full, null), ComponentResourceOptions.Merge(
                        null,
                        (ComponentResourceOptions)full)];
                foreach (var property in properties.Where(property => !property.PropertyType.IsGenericType
                    || property.PropertyType.GetGenericTypeDefinition() != typeof(InputList<>)))
                {
                    Assert.All(merged, options => Assert.Equal(property.GetValue(full), property.GetValue(options)));
                }
            }
        });
    }

    [Fact]
    public void Options_that_are_set_to_null_are_empty()
    {
        var custom = new CustomResourceOptions
        {
            AdditionalSecretOutputs = null!,
            EnvVarMappings = null!,
            DependsOn = null!,
            IgnoreChanges = null!,
            ReplaceOnChanges = null!,
            ResourceTransformations = null!,
            HideDiffs = null!,
        };
        Assert.Empty(custom.AdditionalSecretOutputs);
        Assert.Empty(custom.EnvVarMappings);
        Assert.NotNull(custom.DependsOn);
        Assert.Empty(CustomResourceOptions.Merge(custom, custom).IgnoreChanges);
        Assert.Empty(ComponentResourceOptions.Merge(new ComponentResourceOptions { Providers = null! }, null).Providers);
    }

    [Fact]
    public async Task Dependencies_of_both_are_kept()
    {
        await Deployment.TestAsync(new Mocks(), new TestOptions(), async () =>
        {
            var (a, b) = (new Thing("a"), new Thing("b"));
            var merged = CustomResourceOptions.Merge(
                new CustomResourceOptions { DependsOn = { a } }, new CustomResourceOptions { DependsOn = { Output.Create<Resource>(b) } });
            Assert.Equal([a, b], await OutputUtilities.GetValueAsync(merged.DependsOn.ToOutput()));
        });
    }

    [Fact]
    public async Task Of_several_providers_of_a_package_the_last_one_is_kept()
    {
        await Deployment.TestAsync(new Mocks(), new TestOptions(), () =>
        {
            var (one, two) = (new TestProvider("one"), new TestProvider("two"));
            var merged = ComponentResourceOptions.Merge(
                new ComponentResourceOptions { Providers = { one } }, new ComponentResourceOptions { Providers = { two } });
            Assert.Equal([two], merged.Providers);
        });
    }

    private static object? Sample(Type type, Resource resource, ProviderResource provider) => type switch
    {
        _ when type == typeof(string) => (object)"text",
        _ when type == typeof(bool?) => true,
        _ when type == typeof(Resource) => resource,
        _ when type == typeof(ProviderResource) => provider,
        _ when type == typeof(Input<string>) => (Input<string>)"text",
        _ when type == typeof(Input<object>) => (Input<object>)Output.Create<object>("text"),
        _ when type == typeof(CustomTimeouts) => new CustomTimeouts { Create = TimeSpan.FromMinutes(1) },
        _ when type == typeof(List<string>) => new List<string> { "text" },
        _ when type == typeof(Dictionary<string, string>) => new Dictionary<string, string> { ["a"] = "b" },
        _ when type == typeof(List<ProviderResource>) => new List<ProviderResource> { provider },
        _ when type == typeof(List<Input<Alias>>) => new List<Input<Alias>> { new Alias { Name = "old" } },
        _ when type == typeof(List<ResourceTransformation>) => new List<ResourceTransformation> { _ => null },
        _ when type == typeof(InputList<Resource>) => new InputList<Resource> { resource },
        _ => throw new NotSupportedException($"This test has no sample of {type}."),
    };
}
