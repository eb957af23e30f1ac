using Engine.Tests.Fakes;

namespace Engine.Tests.Recordings;

/// <summary>
/// Recorded conversations of the real engine, replayed: the program asks what it asked then, the provider answers what it
/// answered then, and what the embedded engine asks and answers in between is what the real one did.
/// </summary>
public sealed class ReplayTests
{
    [Theory(Timeout = 60_000)]
    [InlineData(0, 99, "01-preview-first", "02-up-first", "03-up-nochange", "04-up-update", "05-up-replace", "07-up-remove-resource",
        "08-refresh-nochange", "09-refresh-drift", "10-refresh-gone")]
    [InlineData(0, 5, "06-up-replace-dbr")]
    [InlineData(5, 99, "06-up-replace-dbr")]
    [InlineData(0, 6, "11-import")]
    [InlineData(6, 8, "11-import")]
    [InlineData(8, 10, "11-import")]
    [InlineData(10, 13, "11-import")]
    [InlineData(0, 2, "13-create-fails-plainly")]
    [InlineData(2, 99, "13-create-fails-plainly")]
    [InlineData(0, 99, "14-check-failures")]
    [InlineData(0, 99, "17-delete-fails")]
    [InlineData(0, 99, "19-protect")]
    [InlineData(0, 99, "20-ignoreChanges")]
    [InlineData(0, 2, "22-up-refresh")]
    public async Task The_engine_asks_and_answers_what_the_real_one_did(int first, int end, params string[] scenarios)
    {
        Command[] commands = [.. scenarios.SelectMany(Command.Of).Skip(first).Take(end - first)];
        var provider = new RecordedProvider();
        await using var stack = await Stack.StartAsync(provider, "recstack");
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var command in commands)
        {
            var conversation = new Conversation(command);
            provider.Now = conversation;
            var words = command.Text.Split(' ');
            var options = new EngineOptions
            {
                Action = EngineAction.Up,
                Refresh = words.Contains("--refresh"),
                ContinueOnError = words.Contains("--continue-on-error"),
            };
            var session = stack.Running(new RecordedProgram(conversation, ids), options, TestContext.Current.CancellationToken);

            var result = words.Contains("refresh") ? await session.RefreshAsync(words.Contains("--preview-only"))
                : words.Contains("destroy") ? await session.DestroyAsync(words.Contains("--preview-only"))
                : await session.UpdateAsync(words.Contains("preview"));

            // A scenario's state is that after its last command; those that ended on another stack or with other calls have none here.
            var state = command.Scenario is { } scenario ? RecordedState.Differences(scenario, stack.Store.State) : [];
            string[] differences = [.. conversation.Differences, .. conversation.Missing(), .. state];
            Assert.True(differences.Length == 0, $"{command.Text}\n{string.Join('\n', differences)}\n{stack.Printed}");
            Assert.Equal(command.ExitCode == 0, result.Good);
            stack.NextCommand();
        }
    }
}
