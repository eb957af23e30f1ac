namespace OvhIplb.Provider.Resources;

public enum DifferenceKind
{
    Add,
    Delete,
    Update,
}
