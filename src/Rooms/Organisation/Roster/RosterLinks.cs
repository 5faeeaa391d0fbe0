using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Roster;

/// <summary>After all rows are read: who belongs where, and who is whose parent or relative.</summary>
internal sealed class RosterLinks(RosterDraft draft, RosterNotes notes)
{
    private const string File = "users.csv";

    public void Settle()
    {
        foreach (var person in draft.People.Values) Place(person);
        foreach (var person in draft.People.Values.Where(person => person.Organisations.Count == 0).ToList())
        {
            notes.Refuse(File, person.Line, "The pupil, parent or relative belongs to no school of the export.");
            draft.People.Remove(person.SourceId);
        }

        var seen = new HashSet<(string, string)>();
        foreach (var person in draft.People.Values)
        {
            foreach (var agent in person.Agents) Relate(person, agent, seen);
        }

        SharedEmails();
    }

    private void Place(DraftPerson person)
    {
        var places = person.Organisations.Select(Settled).OfType<DraftOrganisation>().Distinct().ToList();
        var schools = places.Where(place => place.IsSchool).ToList();
        // Many exports name the district with every school; a person of a school is no member of the trust's own staff for that.
        var taken = schools.Count > 0 || person.Role.Kind is not PersonKind.Staff ? schools : places;
        person.Organisations.Clear();
        person.Organisations.AddRange(taken.Select(place => place.SourceId));
    }

    // Departments and levels that Lifeguard does not keep: the people belong to the next organisation above that it does.
    private DraftOrganisation? Settled(string sourceId)
    {
        var place = draft.Organisations.GetValueOrDefault(sourceId);
        for (var steps = 0; place is { Kind: null } && steps < 20; steps++)
            place = place.ParentSourceId is { } above ? draft.Organisations.GetValueOrDefault(above) : null;
        return place is { Kind: null } ? null : place;
    }

    private void Relate(DraftPerson person, string agentId, HashSet<(string, string)> seen)
    {
        if (!draft.People.TryGetValue(agentId, out var agent))
        {
            if (draft.IsWholeFor.Count == 0)
            {
                draft.Ties.Add(new DraftTie(person, agentId));
                return;
            }

            notes.Refuse(File, person.Line, "The person was taken, but a parent or relative named in agentSourcedIds was not taken from users.csv.");
            return;
        }

        var (adult, child) = person.Role.Kind is PersonKind.Pupil ? (agent, person) : (person, agent);
        if (child.Role.Kind is not PersonKind.Pupil || adult.Role.Kind is PersonKind.Pupil)
        {
            notes.Tally("users.csv: links that do not join a pupil and an adult were left out: {n}.");
            return;
        }

        if (!seen.Add((adult.SourceId, child.SourceId))) return;
        if (adult.Role.Relation is null)
            notes.Tally("users.csv: pupils who name a member of staff as their own: {n}. The two were recorded as relatives.");
        draft.Relations.Add(new DraftRelation(adult, child, adult.Role.Relation ?? RelationKind.RelativeOf));
        foreach (var school in child.Organisations.Except(adult.Organisations).ToList())
        {
            adult.Organisations.Add(school);
            adult.AsFamily.Add(school);
            notes.Tally("users.csv: parents or relatives placed in the school of their child, which the row did not name: {n}.");
        }
    }

    private void SharedEmails()
    {
        var shared = draft.People.Values
            .Where(person => person.Email is not null && !person.IsEnded && person.Role.Kind is not PersonKind.Pupil)
            .GroupBy(person => person.Email!, StringComparer.OrdinalIgnoreCase)
            .Count(group => group.Any(one => one.Role.Kind is PersonKind.Staff) && group.Any(one => one.Role.Kind is not PersonKind.Staff));
        if (shared > 0)
            notes.Notice($"Email addresses shared by a member of staff and a parent or relative: {shared}. Lifeguard does not join two people by an address; link them by hand if they are one.");
    }
}
