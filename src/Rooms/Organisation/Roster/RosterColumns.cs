namespace Lifeguard.Organisation.Roster;

/// <summary>The columns of OneRoster 1.1, file by file: those it cannot be read without, and those it may have.</summary>
internal static class RosterColumns
{
    public static readonly IReadOnlyDictionary<string, (string[] Needed, string[] Known)> Of =
        new Dictionary<string, (string[], string[])>
        {
            ["orgs.csv"] = (["sourcedId", "name", "type"], ["status", "dateLastModified", "identifier", "parentSourcedId"]),
            ["users.csv"] = (["sourcedId", "orgSourcedIds", "role", "givenName", "familyName"],
                ["status", "dateLastModified", "enabledUser", "username", "userIds", "middleName", "identifier", "email", "sms", "phone",
                    "agentSourcedIds", "grades", "password", "preferredFirstName"]),
            ["classes.csv"] = (["sourcedId", "title"],
                ["status", "dateLastModified", "grades", "courseSourcedId", "classCode", "classType", "location", "schoolSourcedId",
                    "termSourcedIds", "subjects", "subjectCodes", "periods"]),
            ["enrollments.csv"] = (["classSourcedId", "userSourcedId", "role"],
                ["sourcedId", "status", "dateLastModified", "schoolSourcedId", "primary", "beginDate", "endDate"]),
            ["demographics.csv"] = (["sourcedId", "birthDate"],
                ["status", "dateLastModified", "sex", "americanIndianOrAlaskaNative", "asian", "blackOrAfricanAmerican",
                    "nativeHawaiianOrOtherPacificIslander", "white", "demographicRaceTwoOrMoreRaces", "hispanicOrLatinoEthnicity",
                    "countryOfBirthCode", "stateOfBirthAbbreviation", "cityOfBirth", "publicSchoolResidenceStatus"]),
            ["manifest.csv"] = (["propertyName", "value"], []),
        };

    /// <summary>A name without what exports vary: capitals, spaces, underscores, and the s of a list.</summary>
    public static string Loose(string name)
    {
        var plain = string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant()
            .Replace("sourceid", "sourcedid", StringComparison.Ordinal);
        return plain.EndsWith("ids", StringComparison.Ordinal) || plain is "grades" or "subjects" or "periods" ? plain[..^1] : plain;
    }
}
