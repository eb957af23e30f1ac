namespace Pulumi.Serialization;

/// <summary>An output of a resource that waits for the engine's answer.</summary>
internal interface IResourceOutput
{
    Type Type { get; }

    IOutput Output { get; }

    void Set(OutputData<object?> data);

    /// <summary>Sets the type's default if nothing has been set.</summary>
    void SetDefault(bool isKnown);

    /// <summary>Fails whoever waits, unless something has been set.</summary>
    void Fail(Exception exception);
}
