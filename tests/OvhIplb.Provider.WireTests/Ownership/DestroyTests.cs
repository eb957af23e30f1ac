using OvhIplb.Provider.WireTests.Engine;

namespace OvhIplb.Provider.WireTests.Ownership;

/// <summary>A destroy removes what was created and keeps what was adopted.</summary>
public sealed class DestroyTests
{
    [Theory]
    [MemberData(nameof(IdentityTests.Cases), MemberType = typeof(IdentityTests))]
    public async Task Takes_what_was_created_and_leaves_what_was_adopted(string kind, bool startsAnew)
    {
        var declared = Declared.All[kind];
        await using var deployment = await declared.StartAsync(startsAnew);
        await declared.CreatedAsync(deployment, "somebody-elses");
        var adopted = deployment.Entry(kind, "adopted");
        Entry[] created = [deployment.Entry(kind, "one"), deployment.Entry(kind, "two")];
        await Task.WhenAll(
            adopted.CreateAsync(declared.Of(0)),
            created[0].CreateAsync(declared.Of(1)),
            created[1].CreateAsync(declared.Of(2)));
        Assert.Equal(3, declared.Present(deployment.World));

        await deployment.NextCommandAsync();
        await Task.WhenAll(adopted.DeleteAsync(), created[0].DeleteAsync(), created[1].DeleteAsync());
        Assert.Equal(1, declared.Present(deployment.World));
        Assert.DoesNotContain(
            deployment.World.Writes,
            call => call.Method == "DELETE" && call.Path.Contains(adopted.Id, StringComparison.Ordinal));
        await adopted.RefreshAsync();
        Assert.NotEmpty(adopted.Id);
        Assert.Equal("live", adopted.State.Text("phase"));
    }

    /// <summary>A refresh compares what it read, which makes nothing of it declared.</summary>
    [Theory]
    [InlineData(Declared.Attachment, false)]
    [InlineData(Declared.Attachment, true)]
    [InlineData(Declared.Certificate, false)]
    [InlineData(Declared.Certificate, true)]
    [InlineData(Declared.Own, false)]
    [InlineData(Declared.Own, true)]
    public async Task Takes_what_was_refreshed_just_before(string kind, bool isChecked)
    {
        var declared = Declared.All[kind];
        await using var deployment = await declared.StartAsync(startsAnew: false);
        var entry = await declared.CreatedAsync(deployment);
        await entry.RefreshAsync();
        if (isChecked)
        {
            await entry.CheckAsync(declared.Inputs);
        }

        await entry.DeleteAsync();
        Assert.Equal(0, declared.Present(deployment.World));
    }

    [Fact]
    public async Task Takes_a_certificate_that_two_entries_held()
    {
        var declared = Declared.All[Declared.Certificate];
        await using var deployment = await declared.StartAsync(startsAnew: false);
        var first = await declared.CreatedAsync(deployment);
        var second = deployment.Entry(Declared.Certificate, "two");
        await second.CreateAsync(declared.Inputs.With("onDelete", $"\"{declared.Removing}\""));

        await deployment.NextCommandAsync();
        await first.RefreshAsync();
        await second.RefreshAsync();
        await first.DeleteAsync();
        await second.DeleteAsync();
        Assert.Equal(0, declared.Present(deployment.World));
    }

    /// <summary>Such an engine checks what it is about to delete.</summary>
    [Theory]
    [MemberData(nameof(IdentityTests.Cases), MemberType = typeof(IdentityTests))]
    public async Task Takes_what_the_program_still_declares_twice_where_the_program_runs_first(string kind, bool startsAnew)
    {
        var declared = Declared.All[kind];
        await using var deployment = await declared.StartAsync(startsAnew);
        var first = await declared.CreatedAsync(deployment);
        var second = deployment.Entry(kind, "two");
        var inputs = declared.Inputs.With("onDelete", $"\"{declared.Removing}\"");
        await second.CreateAsync(inputs);

        await deployment.NextCommandAsync();
        await first.CheckAsync(declared.Inputs);
        await second.CheckAsync(inputs);
        await first.DeleteAsync();
        await second.DeleteAsync();
        Assert.Equal(0, declared.Present(deployment.World));
    }
}
