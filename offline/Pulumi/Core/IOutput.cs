namespace Pulumi;

/// <summary>An <see cref="Output{T}"/> whose type is not known where it is handled.</summary>
internal interface IOutput
{
    Task<OutputData<object?>> GetUntypedDataAsync();
}
