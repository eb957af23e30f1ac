using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Authentication;
using OvhSimulator.Control;
using OvhSimulator.Tasks;

namespace OvhIplb.Provider.WireTests.Reliability;

/// <summary>Something that goes wrong with the first call of a kind in an operation, or with the task that the call starts.</summary>
/// <param name="Words">What, as the user is told.</param>
internal sealed record Mishap(string Words)
{
    /// <summary>As often as the plugin's client sends a call that may be repeated.</summary>
    private const int EachTry = 4;

    private static readonly string Repeated = Wire.Quoted(
        $"Not now, {Credential.DefaultApplicationKey} {Credential.DefaultApplicationSecret} {Credential.DefaultConsumerKey} "
            + $"{OwnCertificate.Sample.Key}");

    /// <summary>The calls that it can happen to.</summary>
    public Func<ApiCall, bool> Concerns { get; private init; } = static _ => true;

    /// <summary>Sees to it that it will happen.</summary>
    public Action<Controls, ApiCall> Let { get; private init; } = static (_, _) => { };

    /// <summary>What happens once the call has taken effect, while the task that it starts runs; null where nothing does.</summary>
    public Func<Deployment, Task>? Interrupt { get; private init; }

    /// <summary>What happens before the next run.</summary>
    public Action<Controls> Afterwards { get; private init; } = static _ => { };

    /// <summary>Every one. Whatever is answered repeats what the client told in confidence.</summary>
    public static IReadOnlyList<Mishap> All { get; } =
    [
        Answered("refused (403)", 403, "Client::Forbidden"),
        Answered("expired (460)", 460, "Client::Expired") with { Concerns = static call => call.IsOfService },
        Answered("429 once", 429, "Client::TooManyRequests"),
        Answered("429 at every try", 429, "Client::TooManyRequests", EachTry),
        Answered("500 once", 500, "Server::InternalServerError"),

        // A request that starts something is sent once, so that "once" is "at every try".
        Answered("500 at every try", 500, "Server::InternalServerError", EachTry) with { Concerns = static call => call.Method != "POST" },
        new("connection lost before it took effect") { Let = static (world, call) => world.Inject(Fault(call, drop: true)) },
        new("connection lost after it took effect")
        {
            // Reading has no effect to come before or after.
            Concerns = static call => call.IsWrite,
            Let = static (world, call) => world.Inject(Fault(call, drop: true, afterEffect: true)),
        },
        TaskEnds("cancelled"),
        TaskEnds("customerError"),
        TaskEnds("ovhError"),
        TaskEnds("error"),
        TaskEnds("blocked") with
        {
            Words = "its task is blocked, and cancelled by OVHcloud later",
            Afterwards = static world => world.Change(static all =>
                all.LoadBalancers.SelectMany(static balancer => balancer.Tasks).Where(static task => task.Status == "blocked").ToList()
                    .ForEach(static task => task.Status = "cancelled")),
        },
        Interrupted("plugin killed once it took effect", static deployment => deployment.CrashAsync()) with { Concerns = StartsNothing },
        Interrupted("cancelled (Ctrl-C) once it took effect", CancelAsync) with { Concerns = StartsNothing },
        Interrupted("plugin killed while its task runs", static deployment => deployment.CrashAsync()),
        Interrupted("plugin killed, its task ends meanwhile", static deployment => deployment.CrashAsync()) with { Afterwards = LetEnd },
        Interrupted("cancelled (Ctrl-C) while its task runs", CancelAsync),
        Interrupted("cancelled (Ctrl-C), its task ends meanwhile", CancelAsync) with { Afterwards = LetEnd },
    ];

    private static Mishap Answered(string words, int status, string @class, int count = 1) => new(words)
    {
        Let = (world, call) => world.Inject(new Fault
        {
            Method = call.Method,
            Path = call.Pattern,
            Count = count,
            Status = status,
            Body = $$"""{ "class": "{{@class}}", "message": {{Repeated}} }""",
            RetryAfterSeconds = status == 429 ? 0 : null,
        }),
    };

    private static Fault Fault(ApiCall call, bool drop, bool afterEffect = false) =>
        new() { Method = call.Method, Path = call.Pattern, Drop = drop, AfterEffect = afterEffect };

    private static Mishap TaskEnds(string status) => new($"its task ends as `{status}`")
    {
        Concerns = call => call.Starts is not null && EndingsOf(call).Contains(status),
        Let = (world, call) => world.FailNextTask(new ForcedFailure(call.Starts, status, "The vMac must be deleted first")),
    };

    private static string[] EndingsOf(ApiCall call)
        => call.IsOfIp ? ["cancelled", "customerError", "ovhError"] : ["error", "blocked", "cancelled"];

    private static Mishap Interrupted(string words, Func<Deployment, Task> interrupt) =>
        new(words) { Concerns = static call => call.Starts is not null, Interrupt = interrupt };

    private static async Task CancelAsync(Deployment deployment) => await deployment.Provider.CancelAsync(new Empty());

    private static bool StartsNothing(ApiCall call) => call.IsWrite && call.Starts is null;

    private static void LetEnd(Controls world) => world.Advance(TaskClock.TaskLength);
}
