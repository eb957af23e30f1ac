namespace Engine;

/// <summary>An existing object to take into the state.</summary>
/// <param name="Type">Its resource type, such as <c>ovh-iplb:index:FailoverAttachment</c>.</param>
/// <param name="Name">The name it is to have in the program.</param>
/// <param name="Id">Its id, as the provider's import takes it.</param>
public sealed record ImportRequest(string Type, string Name, string Id);
