namespace Pulumi.Tests.Surface;

/// <summary>A public surface as text: the declarations of each type's members, by the type's full name.</summary>
internal sealed class PublicApi
{
    private readonly Dictionary<string, TypeSurface> _types = [];

    public IReadOnlyDictionary<string, TypeSurface> Types => _types;

    public TypeSurface Add(string type, string header)
    {
        var surface = new TypeSurface(header);
        _types.Add(type, surface);
        return surface;
    }

    /// <summary>One type's surface.</summary>
    internal sealed class TypeSurface(string header)
    {
        private readonly List<Declaration> _members = [];

        public string Header { get; } = header;

        public IReadOnlyList<Declaration> Members => _members;

        public void Add(string declaration) => _members.Add(new Declaration(Declaration.NameIn(declaration), declaration));
    }
}
