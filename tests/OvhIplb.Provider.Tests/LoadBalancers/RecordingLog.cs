using OvhIplb.Provider.Resources;

namespace OvhIplb.Provider.Tests.LoadBalancers;

internal sealed class RecordingLog : IOperationLog
{
    public List<string> Warnings { get; } = [];

    public void Status(string text)
    {
    }

    public void Info(string text)
    {
    }

    public void Warning(string text) => Warnings.Add(text);
}
