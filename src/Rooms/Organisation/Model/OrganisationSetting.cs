namespace Lifeguard.Organisation.Model;

/// <summary>One setting of one organisation, as text; the room that owns it knows its type.</summary>
internal sealed class OrganisationSetting
{
    public required Guid Org { get; init; }

    public required string Key { get; init; }

    public required string Value { get; set; }
}
