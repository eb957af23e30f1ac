using System.Collections.Concurrent;
using Google.Protobuf;
using Pulumirpc;

namespace Pulumi;

/// <summary>Registers parameterised packages, each once.</summary>
internal sealed class PackageReferences(DeploymentInstance deployment)
{
    private readonly ConcurrentDictionary<(string Name, string Version, string? Parameterized), Lazy<Task<string>>> _references = new();

    /// <summary>The engine's name for the package; empty for none.</summary>
    public Task<string> GetAsync(RegisterPackageRequest? package)
    {
        if (package == null)
        {
            return Task.FromResult("");
        }

        var key = (package.Name, package.Version, package.Parameterization is { } with ? $"{with.Name} {with.Version}" : null);
        return _references.GetOrAdd(key, _ => new Lazy<Task<string>>(() => RegisterAsync(package))).Value;
    }

    private async Task<string> RegisterAsync(RegisterPackageRequest package)
    {
        await deployment.Features.RequireAsync(Features.Parameterization, "package parameterization").ConfigureAwait(false);
        var request = new Pulumirpc.RegisterPackageRequest
        {
            Name = package.Name,
            Version = package.Version,
            DownloadUrl = package.DownloadUrl,
            Parameterization = ToMessage(package.Parameterization),
            Extension = ToMessage(package.Extension),
        };
        foreach (var (name, checksum) in package.Checksums)
        {
            request.Checksums.Add(name, ByteString.CopyFrom(checksum));
        }

        return await deployment.Monitor.RegisterPackageAsync(request).ConfigureAwait(false);
    }

    private static Parameterization? ToMessage(RegisterPackageRequest.PackageParameterization? parameterization)
        => parameterization is { } given
            ? new Parameterization { Name = given.Name, Version = given.Version, Value = ByteString.CopyFrom(given.Value) }
            : null;
}
