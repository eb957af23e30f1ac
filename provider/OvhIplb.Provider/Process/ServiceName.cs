using OvhIplb.Api.Errors;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Process;

/// <summary>The property that names a load balancer, the same in every resource and function.</summary>
internal static class ServiceName
{
    public static Property<string> Property { get; } = Framework.Schema.Property.String(
        "serviceName",
        "Name of the load balancer, such as `loadbalancer-0123456789abcdef`.") with
    {
        Required = true,
        Check = Check,
    };

    public static Property<string> ReplacingProperty { get; } = Property with
    {
        Description = Property.Description + " Changing it replaces the resource.",
        ReplaceOnChange = true,
    };

    /// <summary>Whether a text could be the name of a load balancer, as a part of an id has to be.</summary>
    public static bool IsPossible(string value) => Check(value) is null;

    /// <summary>What a user did who named a load balancer that the API does not know.</summary>
    public static InputException Unknown(string serviceName, NotFoundException notFound) =>
        new(Property.Name, $"there is no load balancer {serviceName} in this account. {notFound.Message}");

    /// <summary>The API takes any opaque name; what could never be one is refused before it ends up in a path.</summary>
    private static string? Check(string value)
    {
        if (value.Length == 0)
        {
            return "is empty; give the name of a load balancer, such as loadbalancer-0123456789abcdef";
        }

        return value is "." or ".."
            || value.Any(static character => character is '/' or '?' or '#' || char.IsWhiteSpace(character) || char.IsControl(character))
            ? $"'{value}' is not the name of a load balancer, such as loadbalancer-0123456789abcdef"
            : null;
    }
}
