using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.WireTests.Engine;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Lifecycle;

/// <content>Inputs that are secret, unknown, absent, and ignored.</content>
public abstract partial class LifecycleTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lives_with_what_is_required_alone_and_with_everything(bool isEverything)
    {
        await using var deployment = await Deployment.StartAsync();
        Arrange(deployment.World);
        var schema = await PackageResource.OfAsync(deployment, Type);
        var inputs = isEverything ? Wire.Of(AllInputs) : schema.OnlyRequired(Wire.Of(AllInputs));
        Assert.Equal(isEverything ? schema.Inputs : schema.RequiredInputs, inputs.Fields.Keys.Order(StringComparer.Ordinal));

        var entry = deployment.Entry(Type);
        AssertKeepsWhatIsGiven((await entry.PreviewCreateAsync(inputs)).Properties, inputs);
        await entry.CreateAsync(inputs);
        Assert.Empty(entry.InitErrors);
        Assert.Equal(Id, entry.Id);
        AssertKeepsWhatIsGiven(entry.State, inputs);
        await deployment.NextCommandAsync();
        await entry.RequireSettledAsync(inputs);
        await AssertReadsSilentlyAsync(entry);

        void AssertKeepsWhatIsGiven(Struct state, Struct given) => Assert.Equal(
            given, new Struct { Fields = { state.Fields.Where(member => schema.Inputs.Contains(member.Key)).ToDictionary() } });
    }

    [Fact]
    public async Task Previews_with_unknown_inputs()
    {
        await using var deployment = await Deployment.StartAsync();
        foreach (var name in Wire.Of(AllInputs).Fields.Keys)
        {
            var inputs = Wire.Of(AllInputs).With(name, $"\"{Wire.Unknown}\"");
            var preview = await deployment.Entry(Type).PreviewCreateAsync(inputs);
            AssertUnknown(preview.Properties, name);
        }

        Assert.Empty(deployment.World.Writes);
    }

    [Fact]
    public async Task Previews_an_update_with_unknown_inputs()
    {
        await using var deployment = await Deployment.StartAsync();
        Arrange(deployment.World);
        var entry = deployment.Entry(Type);
        await entry.CreateAsync(Wire.Of(AllInputs));
        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        foreach (var name in Wire.Of(AllInputs).Fields.Keys)
        {
            var inputs = Wire.Of(AllInputs).With(name, $"\"{Wire.Unknown}\"");
            var diff = await entry.DiffAsync(inputs);
            Assert.Equal([name], diff.DetailedDiff.Keys);
            var promised = diff.Replaces.Count > 0
                ? (await entry.Replacement().PreviewCreateAsync(inputs)).Properties
                : (await entry.PreviewUpdateAsync(inputs)).Properties;
            AssertUnknown(promised, name);
        }

        Assert.Empty(deployment.World.Writes);
    }

    [Fact]
    public async Task Previews_while_the_provider_is_not_configured_yet()
    {
        await using var deployment = await Deployment.StartUnconfiguredAsync();
        deployment.Configuration = deployment.Configuration.With("applicationSecret", $"\"{Wire.Unknown}\"");
        await deployment.ConfigureAsync();
        var preview = await deployment.Entry(Type).PreviewCreateAsync(Wire.Of(Inputs));
        Assert.Equal(Wire.Of(Inputs).Text("serviceName"), preview.Properties.Text("serviceName"));
        Assert.Empty(deployment.World.Calls);
    }

    [Fact]
    public async Task Secret_inputs_stay_secret_in_the_state()
    {
        await using var deployment = await Deployment.StartAsync();
        Arrange(deployment.World);
        var entry = deployment.Entry(Type);
        var plain = Wire.Of(AllInputs);
        var inputs = plain.Fields.Aggregate(plain, static (made, member) => made.With(member.Key, Wire.Secret(member.Value.ToString())));

        AssertSecret((await entry.PreviewCreateAsync(inputs)).Properties);
        await entry.CreateAsync(inputs);
        Assert.Equal(Id, entry.Id);
        AssertSecret(entry.State);
        await AssertReadsSilentlyAsync(entry);
        await entry.RequireSettledAsync(inputs);
        // Whether it is secret is no difference.
        await entry.RequireSettledAsync(plain);

        void AssertSecret(Struct state) =>
            Assert.All(plain.Fields.Keys, name => Assert.True(Wire.IsSecret(state.Fields[name]), $"{name} is no longer secret"));
    }

    [Fact]
    public async Task Ignored_changes_are_no_difference_and_leave_the_old_value()
    {
        await using var deployment = await Deployment.StartAsync();
        Arrange(deployment.World);
        var entry = deployment.Entry(Type);
        var old = Wire.Of(AllInputs);
        var other = Wire.Of(OtherInputs);
        await entry.CreateAsync(old);
        await deployment.NextCommandAsync();
        Assert.Equal(old.Fields.Keys, other.Fields.Keys);
        foreach (var name in old.Fields.Keys)
        {
            var changed = old.With(name, other.Fields[name].ToString());
            Assert.Equal(DiffResponse.Types.DiffChanges.DiffSome, (await entry.DiffAsync(changed)).Changes);
            var ignored = await entry.DiffAsync(changed, name);
            Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, ignored.Changes);
            Assert.Empty(ignored.DetailedDiff);
        }

        var updated = ChangedPath.Split('.')[0];
        string[] rest = [.. old.Fields.Keys.Where(name => name != updated)];
        await entry.UpdateAsync(other, ignoreChanges: rest);
        Assert.Empty(entry.InitErrors);
        Assert.All(rest, name => Assert.Equal(old.Fields[name], entry.State.Fields[name]));
        Assert.Equal(other.Fields[updated], entry.State.Fields[updated]);
    }

    private static void AssertUnknown(Struct promised, string name) => Assert.True(
        promised.Fields.GetValueOrDefault(name) is null || promised.Text(name) == Wire.Unknown,
        $"a preview claims to know {name}: {promised.Fields.GetValueOrDefault(name)}");
}
