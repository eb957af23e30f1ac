using System.Text;

namespace OvhIplb.Provider.Tests.Rpc;

/// <summary>Stands for the process's standard output and keeps what was written there.</summary>
internal sealed class PortWriter : TextWriter
{
    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _text = new();

    public override Encoding Encoding => Encoding.UTF8;

    public Task<int> Port => _port.Task;

    public string Text => _text.ToString();

    public override void Write(char value)
    {
        _text.Append(value);
        if (value == '\n')
        {
            _port.TrySetResult(int.Parse(_text.ToString(), System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
