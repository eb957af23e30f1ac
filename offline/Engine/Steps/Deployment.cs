using System.Collections.Concurrent;
using Engine.Configuration;
using Engine.Display;
using Engine.Plugins;
using Engine.State;
using Google.Protobuf.WellKnownTypes;

namespace Engine.Steps;

/// <summary>One phase of a command - a preview, an update, a refresh, a destroy - and what its steps share.</summary>
internal sealed class Deployment
{
    public required string Project { get; init; }

    public required string Stack { get; init; }

    /// <summary>Whether nothing may change: a preview.</summary>
    public required bool DryRun { get; init; }

    /// <summary>Whether resources that do not need a failed one are still worked on.</summary>
    public bool ContinueOnError { get; init; }

    public required StackSettings Settings { get; init; }

    public required Journal Journal { get; init; }

    public required ProviderRegistry Providers { get; init; }

    public required Report Report { get; init; }

    public required TimeProvider Time { get; init; }

    public required Random Random { get; init; }

    /// <summary>Cancelled when the user will not wait any more.</summary>
    public CancellationToken Abort { get; init; }

    public Gate Gate { get; } = new();

    /// <summary>The URNs of resources that failed, or were skipped because of one that did.</summary>
    public ConcurrentDictionary<string, byte> Failed { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether anything went wrong.</summary>
    public bool HasFailed => !Failed.IsEmpty;

    /// <summary>The stack outputs this run has registered; null before it did.</summary>
    public Struct? StackOutputs { get; set; }

    /// <summary>What happened to the stack's own entry.</summary>
    public StepKind StackStep { get; set; } = StepKind.Same;

    public string StackUrn => StackUrnOf(Stack, Project);

    /// <summary>The time steps are recorded with.</summary>
    public DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>An entry that is in the state from this moment on: created and last changed at the same time.</summary>
    public ResourceEntry Dated(ResourceEntry entry)
    {
        var now = Now;
        return entry with { Created = now, Modified = now };
    }

    public static string StackUrnOf(string stack, string project) => Urn.Create(stack, project, null, Urn.StackType, $"{project}-{stack}");

    public byte[] NewSeed()
    {
        var seed = new byte[32];
        lock (Random)
        {
            Random.NextBytes(seed);
        }

        return seed;
    }

    public string NewId()
    {
        var bytes = new byte[16];
        lock (Random)
        {
            Random.NextBytes(bytes);
        }

        // The bits that make it a random (version 4) UUID.
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    public Task<Provider> ProviderAsync(string reference) => Providers.GetAsync(reference, Journal.Start.Resources, Abort);

    /// <summary>Reports a failure and, unless the user wants to continue, lets nothing new begin.</summary>
    public void Fail(StepException failure)
    {
        var urn = failure.Urn.Length == 0 ? StackUrn : failure.Urn;
        var first = Failed.IsEmpty;
        // A provider that failed fails everything that uses it, and is told about once.
        var known = !Failed.TryAdd(urn, 0);
        if (!known)
        {
            Say(failure, first);
        }

        if (!ContinueOnError)
        {
            Gate.Close();
        }
    }

    /// <summary>Reports a failure that nothing else follows from.</summary>
    /// <param name="first">Whether the stack is said to have failed too.</param>
    public void Say(StepException failure, bool first = true)
    {
        var urn = failure.Urn.Length == 0 ? StackUrn : failure.Urn;
        foreach (var reason in failure.Reasons)
        {
            Report.Error(urn, reason);
        }

        if (failure.Operation && first && urn != StackUrn)
        {
            Report.Error(StackUrn, DryRun ? "preview failed" : "update failed");
        }
    }
}
