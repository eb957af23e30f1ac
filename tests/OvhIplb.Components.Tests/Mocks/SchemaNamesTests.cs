using OvhIplb.Components.Tests.Conventions;
using Pulumi;

namespace OvhIplb.Components.Tests.Mocks;

/// <summary>Whatever the schema declares travels under the schema's token and names.</summary>
public sealed class SchemaNamesTests
{
    private static readonly PackageSchema Schema = PackageSchema.Own;

    public static TheoryData<string> Resources => [.. Schema.Resources.Select(one => one.Token)];

    public static TheoryData<string> Functions => [.. Schema.Functions.Select(one => one.Token)];

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task A_resource_is_declared_with_all_its_inputs(string token)
    {
        var account = new Account();
        var type = Sdk.Type(Names.Member(token));
        await account.UpdateAsync(() =>
        {
            Activator.CreateInstance(type, "it", Samples.Arguments(Sdk.Type($"{type.Name}Args")), null);
        });
        var inputs = SchemaProperty.Read(Schema.Resources.Single(one => one.Token == token).Spec, "inputProperties", "requiredInputs");
        Assert.Equal(token, account.Resources["it"].Type);
        Assert.Equal(inputs.Select(one => one.Name), account.Resources["it"].Inputs.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task A_resource_is_read_by_its_id_alone(string token)
    {
        var account = new Account();
        await account.UpdateAsync(() =>
        {
            Sdk.Type(Names.Member(token)).GetMethod("Get")!.Invoke(null, ["it", (Input<string>)"the id", null]);
        });
        Assert.Equal((token, "the id"), (account.Resources["it"].Type, account.Resources["it"].Id));
        Assert.Empty(account.Resources["it"].Inputs);
    }

    [Fact]
    public async Task A_provider_is_declared_with_all_its_inputs_and_all_are_text()
    {
        var account = new Account();
        await account.UpdateAsync(() => { _ = new Provider("it", (ProviderArgs)Samples.Arguments(typeof(ProviderArgs))); });
        Assert.Equal(
            Arguments.Inputs(Schema.Provider).Select(one => one.Name),
            account.Resources["it"].Inputs.Keys.Order(StringComparer.Ordinal));
        Assert.All(account.Resources["it"].Inputs.Values, value => Assert.IsType<string>(value));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task A_function_is_called_with_all_its_inputs_in_every_form(string token)
    {
        var name = Names.Member(token);
        var arguments = Arguments.All(Schema).SingleOrDefault(one => one.Class == $"{Schema.Namespace}.{name}InvokeArgs");
        string[] inputs = [.. arguments?.Properties.Select(one => one.Name) ?? []];
        foreach (var form in Sdk.Type(name).GetMethods().Where(one => one.Name is "Invoke" or "InvokeAsync"))
        {
            var account = new Account();
            await account.UpdateAsync(() =>
            {
                form.Invoke(null, [.. form.GetParameters().Select(one => Argument(one.ParameterType))]);
            });
            var call = Assert.Single(account.Calls);
            Assert.Equal(token, call.Token);
            Assert.Equal(inputs, call.Args.Keys.Order(StringComparer.Ordinal));
        }
    }

    private static object? Argument(Type type) => type == typeof(InvokeOptions) ? null
        : type == typeof(InvokeOutputOptions) ? new InvokeOutputOptions()
        : Samples.Arguments(type);
}
