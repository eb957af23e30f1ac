using OvhSimulator.Http;

namespace OvhSimulator.Authentication;

/// <summary>One right of a consumer key.</summary>
/// <param name="Method">GET, POST, PUT or DELETE.</param>
/// <param name="Path">A path below the API's root in which <c>*</c> stands for anything, such as <c>/ip/*</c>.</param>
public sealed record AccessRule(string Method, string Path)
{
    internal bool Grants(string method, string path) => method == Method && Wildcard.Matches(Path, path);
}
