using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Model;

/// <summary>A partnership, authority, trust, school or other setting. Names and public contact details only: it stands before the second wall.</summary>
internal sealed class Organisation
{
    public required Guid Id { get; init; }

    public Guid? ParentId { get; private set; }

    public required OrganisationKind Kind { get; init; }

    public required string Name { get; set; }

    public string? Phase { get; set; }

    public string? EstablishmentType { get; set; }

    public string? Address { get; set; }

    public string? Telephone { get; set; }

    public string? Email { get; set; }

    public string? Website { get; set; }

    public string Nation { get; set; } = "England";

    /// <summary>The number in the national register of schools.</summary>
    public string? Urn { get; set; }

    /// <summary>The authority in whose area it lies, by name.</summary>
    public string? LocalAuthority { get; set; }

    public int? LowestAge { get; set; }

    public int? HighestAge { get; set; }

    public required string ReportCode { get; init; }

    /// <summary>The id of this organisation in the roster it came from.</summary>
    public string? SourceId { get; set; }

    public bool IsSetting => Kind is OrganisationKind.School or OrganisationKind.OtherSetting;

    public void PlaceUnder(Guid? parent) => ParentId = parent;

    public SchoolDetails Details() => new(Name)
    {
        Urn = Urn,
        LocalAuthority = LocalAuthority,
        Phase = Phase,
        EstablishmentType = EstablishmentType,
        Address = Address,
        Telephone = Telephone,
        Website = Website,
        LowestAge = LowestAge,
        HighestAge = HighestAge,
    };

    public void Take(SchoolDetails details)
    {
        Name = details.Name;
        Urn = details.Urn;
        LocalAuthority = details.LocalAuthority;
        Phase = details.Phase;
        EstablishmentType = details.EstablishmentType;
        Address = details.Address;
        Telephone = details.Telephone;
        Website = details.Website;
        LowestAge = details.LowestAge;
        HighestAge = details.HighestAge;
    }

    public OrganisationCard Card() => new(Id, ParentId, Kind, Name, Phase, Address, Telephone, Email, Nation, ReportCode);
}
