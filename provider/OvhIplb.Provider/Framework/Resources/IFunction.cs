using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Framework.Resources;

/// <summary>A function of the package: reads, never changes.</summary>
public interface IFunction
{
    FunctionDeclaration Declaration { get; }

    /// <param name="arguments">The checked arguments; never unknown.</param>
    /// <param name="preview">Whether this is a preview.</param>
    /// <param name="cancellationToken">Cancelled when the engine cancels.</param>
    /// <exception cref="InputException">An argument is wrong; said to the program as a failure of that argument.</exception>
    Task<PropertyBag> InvokeAsync(PropertyBag arguments, bool preview, CancellationToken cancellationToken);
}
