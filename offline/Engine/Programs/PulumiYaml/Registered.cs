using Engine.Values;
using Google.Protobuf.WellKnownTypes;

namespace Engine.Programs.PulumiYaml;

/// <summary>A resource as the engine answered it.</summary>
/// <param name="Urn">Its URN; empty where it could not be read yet.</param>
/// <param name="Id">Its id; null where it is not known yet.</param>
/// <param name="Outputs">Its properties.</param>
/// <param name="Provider">The reference of the provider it was registered with; empty where the engine chose one.</param>
/// <param name="Protect">Whether it, and what has it as parent, is protected.</param>
internal sealed record Registered(string Urn, string? Id, Struct Outputs, string Provider, bool? Protect)
{
    /// <summary>How registrations name it where it is a provider.</summary>
    public string Reference => $"{Urn}::{Id ?? Sentinels.Unknown}";

    /// <summary>The resource itself as a value.</summary>
    public Value Value => Value.ForStruct(new Struct
    {
        Fields =
        {
            [Sentinels.Signature] = Value.ForString(Sentinels.ResourceReference),
            ["urn"] = Value.ForString(Urn),
            ["id"] = Value.ForString(Id ?? ""),
            ["packageVersion"] = Value.ForString(""),
        },
    });

    /// <summary>Its properties, and <c>id</c> and <c>urn</c> among them.</summary>
    public Value Properties
    {
        get
        {
            var properties = Outputs.Clone();
            properties.Fields["urn"] = Urn.Length > 0 ? Value.ForString(Urn) : Evaluated.Unknown;
            properties.Fields["id"] = Id is null ? Evaluated.Unknown : Value.ForString(Id);
            return Value.ForStruct(properties);
        }
    }
}
