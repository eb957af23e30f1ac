using System.Collections.Immutable;
using Pulumi;

namespace OvhIplb.Components;

/// <summary>Whether a load balancer works.</summary>
[OutputType]
public sealed class GetInstancesStateResult
{
    /// <summary>The instances, by zone; empty where only the state of all is told.</summary>
    public readonly ImmutableArray<Outputs.InstanceState> Instances;

    /// <summary>
    /// Whether it serves as far as the API tells: all instances run or reload, or the status is <c>ok</c> or <c>warn</c>.
    /// </summary>
    public readonly bool IsServing;

    /// <summary>Which call told it.</summary>
    public readonly InstancesStateSource Source;

    /// <summary>
    /// The state of all: the worst among the instances, <c>running</c>, <c>reload</c>, <c>unknown</c> or <c>dead</c>; from <c>status</c> it
    /// is <c>ok</c>, <c>warn</c>, <c>error</c> or <c>unknown</c>.
    /// </summary>
    public readonly string State;

    [OutputConstructor]
    private GetInstancesStateResult(
        ImmutableArray<Outputs.InstanceState> instances,
        bool isServing,
        InstancesStateSource source,
        string state)
    {
        Instances = instances;
        IsServing = isServing;
        Source = source;
        State = state;
    }
}
