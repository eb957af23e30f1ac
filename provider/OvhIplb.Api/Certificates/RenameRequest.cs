using System.Text.Json.Serialization;

namespace OvhIplb.Api.Certificates;

/// <param name="DisplayName">Sent also where it is null: that takes the name away.</param>
internal sealed record RenameRequest([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? DisplayName);
