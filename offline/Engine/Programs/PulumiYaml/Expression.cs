using Engine.Values;
using Google.Protobuf.WellKnownTypes;

namespace Engine.Programs.PulumiYaml;

/// <summary>A value of a program that is worked out when it runs.</summary>
internal abstract record Expression(Place Place)
{
    /// <summary>Every reference in this expression.</summary>
    public IEnumerable<Reference> References => All.OfType<Reference>();

    /// <summary>This expression and everything inside it.</summary>
    public IEnumerable<Expression> All => Parts.SelectMany(static part => part.All).Prepend(this);

    private protected virtual IEnumerable<Expression> Parts => [];

    /// <summary>Text, a number, a boolean or nothing.</summary>
    internal sealed record Constant(Place Place, Value Value) : Expression(Place);

    internal sealed record List(Place Place, IReadOnlyList<Expression> Items) : Expression(Place)
    {
        private protected override IEnumerable<Expression> Parts => Items;
    }

    internal sealed record Map(Place Place, IReadOnlyList<KeyValuePair<string, Expression>> Entries) : Expression(Place)
    {
        private protected override IEnumerable<Expression> Parts => Entries.Select(static entry => entry.Value);
    }

    /// <summary><c>${web.tags["a.b"][0]}</c>: a resource, a variable, a configuration value, or something in one.</summary>
    /// <param name="Path">The name, and what is looked for in it.</param>
    /// <param name="Text">What stands between the braces.</param>
    internal sealed record Reference(Place Place, PropertyPath Path, string Text) : Expression(Place)
    {
        public string Root => Path.Root;

        /// <summary>The parts behind the name.</summary>
        public IEnumerable<object> Rest => Path.Parts.Skip(1);
    }

    /// <summary>References with text around them.</summary>
    internal sealed record Interpolation(Place Place, IReadOnlyList<Expression> Pieces) : Expression(Place)
    {
        private protected override IEnumerable<Expression> Parts => Pieces;
    }

    /// <summary>A function of the language, such as <c>fn::join</c>.</summary>
    internal sealed record Call(Place Place, string Function, Expression Argument) : Expression(Place)
    {
        private protected override IEnumerable<Expression> Parts => [Argument];
    }

    /// <summary>A function of a provider.</summary>
    /// <param name="Return">The one property of the result that is wanted; null for all.</param>
    internal sealed record Invoke(Place Place, string Token, Map Arguments, InvokeOptions Options, string? Return) : Expression(Place)
    {
        private protected override IEnumerable<Expression> Parts => [Arguments, .. Options.References];
    }
}
