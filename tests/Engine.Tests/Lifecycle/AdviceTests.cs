using Engine.Plugins;
using Engine.Tests.Fakes;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace Engine.Tests.Lifecycle;

/// <summary>What messages advise, this engine has: no command of the Pulumi CLI that is missing here.</summary>
public sealed class AdviceTests
{
    [Fact]
    public async Task Protection_is_taken_off_in_the_program()
    {
        await using var stack = await Stack.StartAsync();
        await stack.UpAsync(static program => program.ThingAsync("a", new { name = "alpha" }, static request => request.Protect = true));
        stack.NextCommand();

        await stack.DestroyAsync();
        await stack.UpAsync(static program => program.ThingAsync("a", new { name = "beta" }, static request => request.Protect = true));

        Assert.Contains(
            "remove the `protect` flag from the resource in your Pulumi program and run `up`",
            stack.Printed,
            StringComparison.Ordinal);
        Assert.DoesNotContain("`pulumi ", stack.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_configuration_is_written_into_the_file_of_the_stack()
    {
        var missing = new ConfigureErrorMissingKeys();
        missing.MissingKeys.Add(new ConfigureErrorMissingKeys.Types.MissingKey { Name = "fake:region", Description = "where" });
        var status = new Google.Rpc.Status { Code = (int)StatusCode.InvalidArgument, Details = { Any.Pack(missing) } };

        Assert.Equal(
            "1 error occurred:\n\t* missing required configuration key \"fake:region\": where\nSet it under `config` in the stack's "
                + "Pulumi.<stack>.yaml.",
            ProviderException.From(status.ToRpcException()).Message);
    }
}
