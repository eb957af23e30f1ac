
namespace OvhIplb.Provider.Framework.Resources;

public enum DifferenceKind
{
    Add,
    Delete,
    Update,
}
