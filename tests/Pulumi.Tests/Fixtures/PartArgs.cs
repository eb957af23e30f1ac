namespace Pulumi.Tests.Fixtures;

public sealed class PartArgs : ResourceArgs
{
    [Input("label", required: true)]
    public Input<string> Label { get; set; } = null!;
}
