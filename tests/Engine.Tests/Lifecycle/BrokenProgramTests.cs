using Engine.Programs;
using Engine.Tests.Fakes;
using Pulumirpc;

namespace Engine.Tests.Lifecycle;

public sealed class BrokenProgramTests
{
    [Fact]
    public async Task What_a_program_began_before_it_broke_off_is_finished_and_stored()
    {
        await using var stack = await Stack.StartAsync();
        var created = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var broken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        stack.Provider.OnCreate = _ =>
        {
            created.SetResult();
            broken.Task.Wait(TestContext.Current.CancellationToken);
            return null;
        };

        var result = await stack.Running(new BreakingOff(created.Task, broken), cancellation: TestContext.Current.CancellationToken)
            .UpdateAsync(dryRun: false);

        Assert.False(result.Good);
        Assert.Equal("a-1", stack.Store.Entry("a").Id);
        Assert.Empty(stack.Store.State.Pending);
        Assert.Contains("error: the program ended with exit code 3", stack.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_the_program_has_reported_itself_is_told_once()
    {
        await using var stack = await Stack.StartAsync();

        var result = await stack.Running(new Reporting(), cancellation: TestContext.Current.CancellationToken).UpdateAsync(dryRun: false);

        Assert.False(result.Good);
        Assert.Contains("error: it gave up", stack.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain("exit code", stack.Printed, StringComparison.Ordinal);
    }

    private sealed class BreakingOff(Task created, TaskCompletionSource broken) : IProgram
    {
        public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public async Task<int> RunAsync(RunRequest request, CancellationToken cancellationToken)
        {
            using var channel = Plugins.Channel.To(request.EngineAddress);
            var client = new FakeProgram.Client(channel, request, cancellationToken);
            await client.StartAsync();
            _ = client.ThingAsync("a", new { name = "alpha" });
            await created;
            broken.SetResult();
            return 3;
        }
    }

    private sealed class Reporting : IProgram
    {
        public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public async Task<int> RunAsync(RunRequest request, CancellationToken cancellationToken)
        {
            using var channel = Plugins.Channel.To(request.EngineAddress);
            await new Pulumirpc.Engine.EngineClient(channel).LogAsync(
                new LogRequest { Severity = LogSeverity.Error, Message = "it gave up" }, cancellationToken: cancellationToken);
            return 32;
        }
    }
}
