namespace Pulumi.Tests.Fixtures;

public sealed class ThingArgs : ResourceArgs
{
    [Input("names")]
    private InputList<string>? _names;

    [Input("tags")]
    private InputMap<string>? _tags;

    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    [Input("count")]
    public Input<int>? Count { get; set; }

    [Input("color")]
    public Input<Color>? Color { get; set; }

    [Input("part")]
    public Input<PartArgs>? Part { get; set; }

    [Input("either")]
    public InputUnion<string, int>? Either { get; set; }

    [Input("raw")]
    public InputJson? Raw { get; set; }

    [Input("of")]
    public Input<Resource>? Of { get; set; }

    [Input("anything")]
    public object? Anything { get; set; }

    [Input("json", json: true)]
    public InputMap<int>? Json { get; set; }

    public InputList<string> Names
    {
        get => _names ??= [];
        set => _names = value;
    }

    public InputMap<string> Tags
    {
        get => _tags ??= [];
        set => _tags = value;
    }
}
