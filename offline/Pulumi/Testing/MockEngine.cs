using System.Collections.Immutable;
using Pulumi.Monitor;
using Pulumirpc;

namespace Pulumi.Testing;

/// <summary>Keeps the errors of a test run.</summary>
internal sealed class MockEngine : IEngine
{
    private ImmutableArray<string> _errors = [];

    public ImmutableArray<string> Errors => _errors;

    public Task LogAsync(LogRequest request)
    {
        if (request.Severity == LogSeverity.Error)
        {
            ImmutableInterlocked.Update(ref _errors, errors => errors.Add(request.Message));
        }

        return Task.CompletedTask;
    }
}
