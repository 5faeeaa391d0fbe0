namespace Lifeguard.Organisation.Contracts;

/// <summary>What a file holds.</summary>
public enum RosterForm
{
    /// <summary>OneRoster 1.1 or 1.2: a zip or a folder.</summary>
    OneRoster,

    /// <summary>One CSV file of all pupils of a school.</summary>
    Pupils,

    /// <summary>One CSV file of all staff of a school.</summary>
    Staff,

    /// <summary>One CSV file of parents, a row for each child.</summary>
    Parents,

    /// <summary>One CSV file of establishments as the national register gives it: the school's own details, and nobody.</summary>
    School,
}
