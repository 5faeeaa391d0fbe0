using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Model;

/// <summary>An agency as an organisation reaches it, so that no route depends on a name in a document.</summary>
internal sealed class AgencyContact
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required string Kind { get; init; }

    public required string Name { get; set; }

    public required string Telephone { get; set; }

    public string? Email { get; set; }

    public string? WebForm { get; set; }

    /// <summary>As written, such as <c>Mon-Thu 08:00-17:30; Fri 08:00-16:30</c>; empty means at any hour.</summary>
    public string Hours { get; set; } = "";

    public DateOnly? VerifiedOn { get; set; }

    public AgencyCard Card() => new(Kind, Name, Telephone, Email, WebForm, Hours, VerifiedOn);
}
