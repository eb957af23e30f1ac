namespace Engine.Display;

/// <summary>Hides texts that are never shown, whatever they are part of.</summary>
internal sealed class Mask
{
    private readonly string[] _hidden;

    public Mask(IEnumerable<string> texts)
    {
        // Inside of quotes a text stands as JSON writes it.
        _hidden =
        [
            .. texts.Where(text => text.Length > 0).SelectMany(text => new[] { text, ValueText.Quoted(text)[1..^1] })
                .Distinct().OrderByDescending(text => text.Length),
        ];
    }

    public static Mask None { get; } = new([]);

    public string Hide(string text) =>
        _hidden.Aggregate(text, (shown, hidden) => shown.Replace(hidden, "[secret]", StringComparison.Ordinal));
}
