using Grpc.Core;
using Pulumirpc;

namespace Engine.Plugins;

/// <summary>A provider's answer that it could not do what was asked, in the words the engine shows.</summary>
internal sealed class ProviderException : Exception
{
    public ProviderException(string message, ErrorResourceInitFailed? partial = null, bool unimplemented = false)
        : base(message)
    {
        Partial = partial;
        Unimplemented = unimplemented;
    }

    /// <summary>Whether the provider does not know the call at all.</summary>
    public bool Unimplemented { get; }

    /// <summary>What exists although the call failed; null where the call left nothing behind.</summary>
    public ErrorResourceInitFailed? Partial { get; }

    /// <summary>Reads the status and its details.</summary>
    public static ProviderException From(RpcException error)
    {
        foreach (var detail in error.GetRpcStatus()?.Details ?? [])
        {
            if (detail.TryUnpack(out ErrorResourceInitFailed partial))
            {
                return new ProviderException(Several(partial.Reasons), partial);
            }

            if (detail.TryUnpack(out ConfigureErrorMissingKeys missing))
            {
                return new ProviderException(Several(missing.MissingKeys.Select(key =>
                    $"missing required configuration key \"{key.Name}\": {key.Description}\n"
                    + $"Set it under `config` in the stack's Pulumi.<stack>.yaml.")));
            }
        }

        return new ProviderException(error.Status.Detail, unimplemented: error.StatusCode == StatusCode.Unimplemented);
    }

    private static string Several(IEnumerable<string> reasons)
    {
        string[] list = [.. reasons];
        return $"{list.Length} error{(list.Length == 1 ? "" : "s")} occurred:\n"
            + string.Join('\n', list.Select(reason => $"\t* {reason}"));
    }
}
