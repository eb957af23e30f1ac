namespace Pulumi.Tests.Fixtures;

[OutputType]
public sealed class Part
{
    public readonly string Label;
    public readonly int? Size;

    [OutputConstructor]
    private Part(string label, [OutputConstructorParameter("size-in-mm")] int? size)
    {
        Label = label;
        Size = size;
    }
}
