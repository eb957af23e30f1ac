using OvhIplb.Provider.WireTests.Engine;

namespace OvhIplb.Provider.WireTests.Ownership;

/// <summary>Two entries stand for one object, and the delete of one of them leaves it untouched.</summary>
public sealed class IdentityTests
{
    /// <summary>What is declared, and whether each command starts the plugin anew.</summary>
    public static TheoryData<string, bool> Cases => new()
    {
        { Declared.Attachment, false },
        { Declared.Attachment, true },
        { Declared.Certificate, false },
        { Declared.Own, false },
        { Declared.Own, true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Renamed_without_an_alias(string kind, bool startsAnew) => TakeOverAsync(kind, startsAnew, name: "new", parentType: null);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Moved_under_another_parent(string kind, bool startsAnew)
        => TakeOverAsync(kind, startsAnew, name: "one", parentType: "my:index:Web");

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Declared_twice_and_once_removed(string kind, bool startsAnew)
    {
        var declared = Declared.All[kind];
        await using var deployment = await declared.StartAsync(startsAnew);
        var first = await declared.CreatedAsync(deployment);
        var second = deployment.Entry(kind, "two");
        await second.CreateAsync(declared.Inputs);

        await deployment.NextCommandAsync();
        await second.RequireSettledAsync(declared.Inputs);
        await first.DeleteAsync();
        Declared.AssertUntouched(deployment);
        AssertOriginIsMourned(deployment, second);

        // The other way round it is the one that made it that stays.
        await deployment.NextCommandAsync();
        await first.RequireSettledAsync(declared.Inputs);
        await second.DeleteAsync();
        Declared.AssertUntouched(deployment);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Imported_under_a_second_name(string kind, bool startsAnew)
    {
        var declared = Declared.All[kind];
        await using var deployment = await declared.StartAsync(startsAnew);
        var first = await declared.CreatedAsync(deployment);
        var imported = deployment.Entry(kind, "imported");
        await imported.ImportAsync(first.Id);
        await imported.RequireSettledAsync(declared.Inputs);
        await first.DeleteAsync();
        Assert.Empty(deployment.World.Writes);
        Assert.Equal("imported", imported.State.Text("origin"));

        await deployment.NextCommandAsync();
        await imported.DeleteAsync();
        Assert.Equal(0, declared.Present(deployment.World));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Imported_over_itself(string kind, bool startsAnew)
    {
        var declared = Declared.All[kind];
        await using var deployment = await declared.StartAsync(startsAnew);
        var old = await declared.CreatedAsync(deployment);
        var imported = old.Replacement();
        await imported.ImportAsync(old.Id);
        await imported.RequireSettledAsync(declared.Inputs);
        await old.DeleteAsync();
        Assert.Empty(deployment.World.Writes);
    }

    private static async Task TakeOverAsync(string kind, bool startsAnew, string name, string? parentType)
    {
        var declared = Declared.All[kind];
        await using var deployment = await declared.StartAsync(startsAnew);
        var old = await declared.CreatedAsync(deployment);
        var taker = deployment.Entry(kind, name, parentType);
        await taker.CreateAsync(declared.Inputs);
        Assert.Equal(old.Id, taker.Id);
        Assert.NotEqual(old.Urn, taker.Urn);
        await old.DeleteAsync();
        Declared.AssertUntouched(deployment);
        AssertOriginIsMourned(deployment, taker);

        await deployment.NextCommandAsync();
        await taker.RequireSettledAsync(declared.Inputs);
        Assert.Equal(1, declared.Present(deployment.World));
    }

    /// <summary>That the new entry counts as adopted cannot be changed once it is made, so it is said.</summary>
    private static void AssertOriginIsMourned(Deployment deployment, Entry holder) => Assert.Contains(
        deployment.Log.Warnings,
        line => line.Contains(holder.Urn, StringComparison.Ordinal) && line.Contains("counts as adopted", StringComparison.Ordinal));
}
