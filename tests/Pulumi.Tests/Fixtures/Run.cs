using Pulumi.Testing;

namespace Pulumi.Tests.Fixtures;

/// <summary>Runs a piece of a program against mocks.</summary>
internal static class Run
{
    public static async Task<Mocks> PreviewAsync(Func<Task> declare, Mocks? mocks = null)
    {
        mocks ??= new Mocks();
        await Deployment.TestAsync(mocks, new TestOptions(), declare);
        return mocks;
    }

    public static async Task<Mocks> UpdateAsync(Func<Task> declare, Mocks? mocks = null)
    {
        mocks ??= new Mocks();
        await Deployment.TestAsync(mocks, new TestOptions { IsPreview = false }, declare);
        return mocks;
    }

    /// <summary>What an argument arrives as at the provider's side.</summary>
    public static async Task<object?> ArgumentAsync(string name, ThingArgs args)
    {
        args.Name ??= "x";
        var mocks = await UpdateAsync(() =>
        {
            _ = new Thing("thing", args);
            return Task.CompletedTask;
        });
        return mocks.Resources["thing"].Inputs.GetValueOrDefault(name);
    }
}
