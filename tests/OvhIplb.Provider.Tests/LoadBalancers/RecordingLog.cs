using OvhIplb.Provider.Framework.Resources;

namespace OvhIplb.Provider.Tests.LoadBalancers;

internal sealed class RecordingLog : IOperationLog
{
    public List<string> Warnings { get; } = [];

    public List<string> Infos { get; } = [];

    public List<string> Statuses { get; } = [];

    public void Status(string text) => Statuses.Add(text);

    public void Wait(string text, TimeSpan elapsed, string detail = "") => Statuses.Add($"{text}, {DurationText.InWords(elapsed)}{detail}");

    public void Info(string text) => Infos.Add(text);

    public void Warning(string text) => Warnings.Add(text);
}
