namespace OvhSimulator.Http;

/// <summary>One method of one path of the API.</summary>
/// <param name="Method">GET, POST, PUT or DELETE.</param>
/// <param name="Path">Its path, a parameter in braces taking a whole segment: <c>/ip/{ip}/task</c>.</param>
/// <param name="Action">The IAM action a service account needs; null for none.</param>
/// <param name="Handler">Answers an object, or null for OVH's void.</param>
internal sealed record Route(string Method, string Path, string? Action, Func<Call, object?> Handler)
{
    private readonly string[] _segments = Path.Split('/');

    /// <summary>
    /// Which segments are parameters. Of two routes that match, the one whose text here sorts first is meant: literals go before.
    /// </summary>
    public string Precedence => string.Concat(_segments.Select(segment => IsParameter(segment) ? '1' : '0'));

    /// <summary>
    /// Whether a path as sent is one of this route's: in its letter case, no slash more or less, those inside a segment encoded.
    /// </summary>
    public bool Matches(string path)
    {
        var given = path.Split('/');
        return given.Length == _segments.Length
            && _segments.Zip(given).All(pair => IsParameter(pair.First) ? pair.Second.Length > 0 : pair.First == pair.Second);
    }

    /// <summary>What a path of this route's gives for a parameter, its percent-encoding undone once.</summary>
    public string Parameter(string path, string name) =>
        Uri.UnescapeDataString(path.Split('/')[Array.IndexOf(_segments, $"{{{name}}}")]);

    private static bool IsParameter(string segment) => segment.StartsWith('{');
}
