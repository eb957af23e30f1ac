using OvhIplb.Api.Errors;

namespace OvhIplb.Provider.Process;

/// <summary>For lookups to which "there is none" is an answer like any other.</summary>
internal static class Absence
{
    /// <summary>What was looked up; null where the API says that it does not exist.</summary>
    public static async Task<T?> OrNullAsync<T>(this Task<T> lookup)
        where T : class
    {
        try
        {
            return await lookup;
        }
        catch (NotFoundException)
        {
            return null;
        }
    }
}
