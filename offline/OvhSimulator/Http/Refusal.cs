namespace OvhSimulator.Http;

/// <summary>How a call is refused where no source says which status OVH chose.</summary>
public enum Refusal
{
    /// <summary>400, Client::BadRequest.</summary>
    BadRequest = 400,

    /// <summary>403, Client::Forbidden.</summary>
    Forbidden = 403,

    /// <summary>409, Client::Conflict.</summary>
    Conflict = 409,
}
