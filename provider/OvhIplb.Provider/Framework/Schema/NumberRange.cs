using System.Globalization;

namespace OvhIplb.Provider.Framework.Schema;

/// <summary>Which numbers a property may have.</summary>
/// <param name="Least">The smallest.</param>
/// <param name="Most">The largest.</param>
/// <param name="Unit">What they count, as it follows a number: seconds, calls a second.</param>
public sealed record NumberRange(double Least, double Most, string Unit)
{
    /// <summary>For example 0.05 to 300 seconds.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Least} to {Most} {Unit}");
}
