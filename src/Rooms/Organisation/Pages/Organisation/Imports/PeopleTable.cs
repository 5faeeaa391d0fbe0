using Lifeguard.Organisation.Roster;

namespace Lifeguard.Organisation.Pages.Organisation.Imports;

/// <summary>One list of a preview.</summary>
internal sealed record PeopleTable(string Heading, int Total, IReadOnlyList<PlannedPerson> People)
{
    public const int Shown = 100;

    /// <summary>A longer list is closed until somebody wants to read it.</summary>
    public const int OpenUpTo = 10;
}
