namespace Lifeguard.Organisation.Roster.Establishments;

/// <summary>What is read of the national register's file of establishments, by the names it gives its columns; it has a hundred more.</summary>
internal static class EstablishmentColumns
{
    public static readonly RosterColumns.Shape Shape = new(["urn", "name"], ["status", "authority", "type", "phase", "street", "locality", "address3", "town", "county", "postcode",
        "telephone", "website", "lowestAge", "highestAge", "headTitle", "headGiven", "headFamily"])
    {
        HasManyMore = true,
        Names = new Dictionary<string, string[]>
        {
            ["urn"] = ["URN"],
            ["name"] = ["EstablishmentName", "Establishment name", "School name"],
            ["status"] = ["EstablishmentStatus (name)", "Establishment status"],
            ["authority"] = ["LA (name)", "Local authority"],
            ["type"] = ["TypeOfEstablishment (name)", "Establishment type", "Type of establishment"],
            ["phase"] = ["PhaseOfEducation (name)", "Phase of education"],
            ["street"] = ["Street", "Address 1"],
            ["locality"] = ["Locality", "Address 2"],
            ["address3"] = ["Address3", "Address 3"],
            ["town"] = ["Town", "Town / city"],
            ["county"] = ["County (name)", "County"],
            ["postcode"] = ["Postcode", "Post code"],
            ["telephone"] = ["TelephoneNum", "Telephone", "Telephone number"],
            ["website"] = ["SchoolWebsite", "Website"],
            ["lowestAge"] = ["StatutoryLowAge", "Statutory low age"],
            ["highestAge"] = ["StatutoryHighAge", "Statutory high age"],
            ["headTitle"] = ["HeadTitle (name)", "HeadTitle", "Head title"],
            ["headGiven"] = ["HeadFirstName", "Head first name"],
            ["headFamily"] = ["HeadLastName", "Head last name"],
        },
    };
}
