namespace Engine.Display.Markdown;

/// <summary>A part of the page, made of items of which some may be left out.</summary>
/// <param name="Before">What stands before the items.</param>
/// <param name="Items">The items, each with the line end that belongs to it.</param>
/// <param name="After">What stands after them.</param>
/// <param name="LeftOut">Says of how many items there was no room for.</param>
internal sealed record Section(string Before, IReadOnlyList<string> Items, string After, Func<int, string> LeftOut)
{
    /// <summary>
    /// The section with the items that there is room for; what it takes is gone for the next one. Notes are short and not counted.
    /// </summary>
    public string Fit(ref int room)
    {
        if (Items.Count == 0)
        {
            return "";
        }

        var left = room - Before.Length - After.Length;
        var shown = new List<string>();
        foreach (var item in Items)
        {
            if (item.Length <= left)
            {
                left -= item.Length;
                shown.Add(item);
            }
        }

        var missing = Items.Count - shown.Count;
        var note = missing > 0 ? $"\n_{LeftOut(missing)}_\n" : "";
        if (shown.Count == 0)
        {
            return note;
        }

        room = left;
        return Before + string.Concat(shown) + After + note;
    }
}
