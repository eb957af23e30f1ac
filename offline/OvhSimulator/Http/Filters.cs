namespace OvhSimulator.Http;

/// <summary>The comparisons of list filters. An absent filter lets everything pass.</summary>
internal static class Filters
{
    public static bool Is(string? filter, string? value) => filter is null || filter == value;

    /// <summary>OVH's "like": the value contains the filter, in which <c>%</c> stands for anything.</summary>
    public static bool Like(string? filter, string? value) => filter is null
        || (value is not null && Wildcard.Matches($"*{filter.Replace('%', '*')}*", value));
}
