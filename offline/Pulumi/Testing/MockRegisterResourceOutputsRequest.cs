using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A component or the stack that is finished.</summary>
public class MockRegisterResourceOutputsRequest
{
    /// <summary>The URN.</summary>
    public readonly string Urn;

    /// <summary>The outputs, each with its own secretness.</summary>
    public readonly ImmutableDictionary<string, Output<object?>> Outputs;

    public MockRegisterResourceOutputsRequest(string urn, ImmutableDictionary<string, Output<object?>> outputs)
    {
        Urn = urn;
        Outputs = outputs;
    }
}
