using System.CommandLine;

namespace Engine.CommandLine;

/// <summary>The options of a command, as in the Pulumi CLI.</summary>
internal sealed class Flags
{
    private readonly Option<string> _directory = new("--cwd", "-C")
    {
        Description = "The project's folder.",
        DefaultValueFactory = _ => "."
    };
    private readonly Option<string> _stack = new("--stack", "-s") { Description = "The stack.", DefaultValueFactory = _ => "dev" };
    private readonly Option<string?> _state = new("--state") { Description = "The state file." };
    private readonly Option<bool> _details = new("--diff") { Description = "Show the properties of created and deleted resources too." };
    private readonly Option<string?> _markdown = new("--markdown")
    {
        Description = "Write the preview to a file as Markdown too, for a pull request."
    };
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Go on after the preview without asking." };
    private readonly Option<bool> _skipPreview = new("--skip-preview", "-f") { Description = "Do not preview before." };
    private readonly Option<bool> _previewOnly = new("--preview-only") { Description = "Only show what would be done." };
    private readonly Option<bool?> _refresh = new("--refresh", "-r") { Description = "Read every resource before." };
    private readonly Option<bool> _expectNoChanges = new("--expect-no-changes") { Description = "Exit with 7 if anything changes." };
    private readonly Option<bool> _continueOnError = new("--continue-on-error")
    {
        Description = "Work on what does not need a failed resource."
    };
    private readonly Option<bool> _clearPending = new("--clear-pending-creates") { Description = "Forget interrupted creations." };
    private readonly Option<int?> _parallel = new("--parallel", "-p")
    {
        Description = "How many operations run at once (default four times the cores)."
    };
    private readonly Option<bool> _nonInteractive = new("--non-interactive") { Description = "Never ask." };

    public void AddTo(Command command, EngineAction action)
    {
        Option[] common = [_directory, _stack, _state];
        Option[] running
            = [_details, _yes, _skipPreview, _previewOnly, _refresh, _expectNoChanges, _continueOnError, _parallel, _nonInteractive];
        foreach (var option in action == EngineAction.Export ? common : [.. common, .. running])
        {
            command.Add(option);
        }

        if (action == EngineAction.Refresh)
        {
            command.Add(_clearPending);
        }

        if (action == EngineAction.Preview)
        {
            command.Add(_markdown);
        }
    }

    public EngineOptions Read(ParseResult parsed, EngineAction action)
    {
        var options = new EngineOptions
        {
            Action = action,
            Directory = parsed.GetValue(_directory) ?? ".",
            Stack = parsed.GetValue(_stack) ?? "dev",
            StateFile = parsed.GetValue(_state),
            NonInteractive = Console.IsInputRedirected,
        };
        return action == EngineAction.Export ? options : options with
        {
            Details = parsed.GetValue(_details),
            Markdown = action == EngineAction.Preview ? parsed.GetValue(_markdown) : null,
            Yes = parsed.GetValue(_yes),
            SkipPreview = parsed.GetValue(_skipPreview),
            PreviewOnly = parsed.GetValue(_previewOnly),
            Refresh = parsed.GetValue(_refresh),
            ExpectNoChanges = parsed.GetValue(_expectNoChanges),
            ContinueOnError = parsed.GetValue(_continueOnError),
            ClearPendingCreates = action == EngineAction.Refresh && parsed.GetValue(_clearPending),
            Parallel = parsed.GetValue(_parallel) ?? options.Parallel,
            NonInteractive = options.NonInteractive || parsed.GetValue(_nonInteractive),
        };
    }
}
