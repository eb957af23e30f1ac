
namespace OvhIplb.Provider.Framework.Schema;

/// <summary>The id of an existing object, as <c>pulumi import</c> takes it.</summary>
/// <param name="Form">What it is made of, in Markdown, for example <c>`serviceName/number`</c>.</param>
/// <param name="Example">A whole one.</param>
public sealed record ImportId(string Form, string Example)
{
    public override string ToString() => $"{Form}, such as {Example}";
}
