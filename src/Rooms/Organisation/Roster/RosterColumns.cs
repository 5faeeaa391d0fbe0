namespace Lifeguard.Organisation.Roster;

/// <summary>The columns of OneRoster, file by file: those it cannot be read without, and those it may have.</summary>
internal static class RosterColumns
{
    public static readonly IReadOnlyDictionary<string, Shape> Of =
        new Dictionary<string, Shape>
        {
            ["orgs.csv"] = new(["sourcedId", "name", "type"], ["status", "dateLastModified", "identifier", "parentSourcedId"]),
            ["users.csv"] = new(["sourcedId", "orgSourcedIds", "role", "givenName", "familyName"],
                ["status", "dateLastModified", "enabledUser", "username", "userIds", "middleName", "identifier", "email", "sms", "phone",
                    "agentSourcedIds", "grades", "password", "preferredFirstName"]),
            ["classes.csv"] = new(["sourcedId", "title"],
                ["status", "dateLastModified", "grades", "courseSourcedId", "classCode", "classType", "location", "schoolSourcedId",
                    "termSourcedIds", "subjects", "subjectCodes", "periods"]),
            ["enrollments.csv"] = new(["classSourcedId", "userSourcedId", "role"],
                ["sourcedId", "status", "dateLastModified", "schoolSourcedId", "primary", "beginDate", "endDate"]),
            ["demographics.csv"] = new(["sourcedId", "birthDate"],
                ["status", "dateLastModified", "sex", "americanIndianOrAlaskaNative", "asian", "blackOrAfricanAmerican",
                    "nativeHawaiianOrOtherPacificIslander", "white", "demographicRaceTwoOrMoreRaces", "hispanicOrLatinoEthnicity",
                    "countryOfBirthCode", "stateOfBirthAbbreviation", "cityOfBirth", "publicSchoolResidenceStatus"]),
            ["manifest.csv"] = new(["propertyName", "value"], []),
            ["roles.csv"] = new(["userSourcedId", "role", "orgSourcedId"],
                ["sourcedId", "status", "dateLastModified", "roleType", "beginDate", "endDate", "userProfileSourcedId"], "1.2"),
        };

    /// <summary>In version 1.2 role and organisation of a person stand in roles.csv.</summary>
    public static readonly Shape UsersOfOneTwo = new(["sourcedId", "givenName", "familyName"],
        ["status", "dateLastModified", "enabledUser", "username", "userIds", "middleName", "identifier", "email", "sms", "phone", "agentSourcedIds", "grades",
            "password", "userMasterIdentifier", "resourceSourcedIds", "preferredGivenName", "preferredMiddleName", "preferredFamilyName",
            "primaryOrgSourcedId", "pronouns"], "1.2");

    /// <summary>A name without what exports vary: capitals, spaces, underscores, and the s of a list.</summary>
    public static string Loose(string name)
    {
        var plain = string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant()
            .Replace("sourceid", "sourcedid", StringComparison.Ordinal);
        return plain.EndsWith("ids", StringComparison.Ordinal) || plain is "grades" or "subjects" or "periods" ? plain[..^1] : plain;
    }

    public sealed record Shape(string[] Needed, string[] Known, string Version = "1.1")
    {
        public IEnumerable<string> All => Needed.Concat(Known);

        /// <summary>For a plain file: the names that each of these columns goes by, the best first.</summary>
        public IReadOnlyDictionary<string, string[]>? Names { get; init; }

        /// <summary>True for a file with a hundred columns more than are needed: they are counted and not named.</summary>
        public bool HasManyMore { get; init; }

        /// <summary>Columns that are left alone on purpose, by their loose name, each with the reason.</summary>
        public IReadOnlyDictionary<string, string> NotRead { get; init; } = new Dictionary<string, string>();
    }
}
