using OvhIplb.Provider.WireTests.Engine;

namespace OvhIplb.Provider.WireTests.Ownership;

/// <summary>
/// A resource that is replaced although nothing of it changed: its old and its new entry stand for one object, which stays
/// untouched and goes when the resource goes.
/// </summary>
public sealed class ForcedReplacementTests
{
    /// <summary>
    /// What is declared, whether each command starts the plugin anew, and whether the engine asks for the difference:
    /// <c>replaceOnChanges</c> follows from one, <c>--replace</c> does not.
    /// </summary>
    public static TheoryData<string, bool, bool> Cases => new()
    {
        { Declared.Attachment, false, false },
        { Declared.Attachment, false, true },
        { Declared.Attachment, true, true },
        { Declared.Certificate, false, false },
        { Declared.Certificate, false, true },
        { Declared.Own, false, false },
        { Declared.Own, false, true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Created_and_then_deleted(string kind, bool startsAnew, bool asksForDiff)
    {
        var declared = Declared.All[kind];
        await using var deployment = await declared.StartAsync(startsAnew);
        var old = await declared.CreatedAsync(deployment);
        await AnnounceAsync(old, declared, asksForDiff);
        var replacement = old.Replacement();
        await replacement.CreateAsync(declared.Inputs);
        await old.DeleteAsync();
        Declared.AssertUntouched(deployment);

        // Without a difference the plugin is not shown how the object came to be until it is too late, and says so.
        Assert.Equal(asksForDiff ? "created" : "adopted", replacement.State.Text("origin"));
        Assert.Equal(
            !asksForDiff,
            deployment.Log.Warnings.Any(static line => line.Contains("counts as adopted", StringComparison.Ordinal)));
        await AssertGoesWithItsResourceAsync(deployment, declared, replacement, goes: asksForDiff);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Deleted_and_then_created(string kind, bool startsAnew, bool asksForDiff)
    {
        var declared = Declared.All[kind];
        await using var deployment = await declared.StartAsync(startsAnew);
        var old = await declared.CreatedAsync(deployment);
        await AnnounceAsync(old, declared, asksForDiff);
        var replacement = old.Replacement();
        Assert.Empty((await replacement.CheckAsync(declared.Inputs)).Failures);
        await old.DeleteAsync();
        await replacement.CreateAsync(declared.Inputs);
        Declared.AssertUntouched(deployment);
        Assert.Equal("created", replacement.State.Text("origin"));
        await AssertGoesWithItsResourceAsync(deployment, declared, replacement, goes: true);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Created_and_deleted_only_by_the_next_command(string kind, bool startsAnew, bool asksForDiff)
    {
        var declared = Declared.All[kind];
        await using var deployment = await declared.StartAsync(startsAnew);
        var old = await declared.CreatedAsync(deployment);
        await AnnounceAsync(old, declared, asksForDiff);
        var replacement = old.Replacement();
        await replacement.CreateAsync(declared.Inputs);

        // Interrupted in between, the engine keeps the old entry and deletes it at the end of the next update.
        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        await AnnounceAsync(replacement, declared, asksForDiff: true);
        await old.DeleteAsync();
        Assert.Empty(deployment.World.Writes);
        Assert.Equal(1, declared.Present(deployment.World));
    }

    private static async Task AnnounceAsync(Entry old, Declared declared, bool asksForDiff)
    {
        var inputs = (await old.CheckAsync(declared.Inputs)).Inputs;
        if (asksForDiff)
        {
            await old.DiffAsync(inputs);
        }
    }

    private static async Task AssertGoesWithItsResourceAsync(Deployment deployment, Declared declared, Entry entry, bool goes)
    {
        await deployment.NextCommandAsync();
        await entry.DeleteAsync();
        Assert.Equal(goes ? 0 : 1, declared.Present(deployment.World));
    }
}
