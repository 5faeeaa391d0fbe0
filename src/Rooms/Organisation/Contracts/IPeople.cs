using Lifeguard.Kernel;

namespace Lifeguard.Organisation.Contracts;

/// <summary>Finds people. Searches stay inside the viewer's organisations; the others are for rooms at work behind the wall.</summary>
public interface IPeople
{
    /// <summary>People of one organisation whose name has a word beginning with each word typed; leavers last.</summary>
    Task<IReadOnlyList<PersonCard>> FindAsync(Viewer viewer, Guid org, string text, IReadOnlyCollection<PersonKind> kinds, int limit, CancellationToken stop);

    Task<IReadOnlyDictionary<Guid, PersonCard>> CardsAsync(IReadOnlyCollection<Guid> personIds, CancellationToken stop);

    /// <summary>Every person row of these human beings.</summary>
    Task<IReadOnlyList<PersonCard>> RowsOfAsync(IReadOnlyCollection<Guid> identities, CancellationToken stop);

    /// <summary>Organisations in which this human being has a record that has not ended by that day; none for somebody who has left everywhere.</summary>
    Task<IReadOnlyList<Guid>> PlacesOfAsync(Guid identity, DateOnly on, CancellationToken stop);

    /// <summary>Of these rows the ones that have ended by a day, with their last day; not those who are still there under another row.</summary>
    Task<IReadOnlyDictionary<Guid, DateOnly>> LeftOnAsync(IReadOnlyCollection<Guid> personIds, DateOnly on, CancellationToken stop);

    /// <summary>
    /// Adults of the organisation, and of those above it, whose full or family name fits a name written by hand: they are kept away from
    /// the record until somebody says who was meant.
    /// </summary>
    Task<IReadOnlyList<PersonCard>> MatchAdultsAsync(Guid org, string nameAsWritten, CancellationToken stop);

    /// <summary>Birthdays of these people, as far as they are known.</summary>
    Task<IReadOnlyDictionary<Guid, DateOnly>> BirthdaysAsync(IReadOnlyCollection<Guid> personIds, CancellationToken stop);

    /// <summary>People born on a day or before it, of the organisations that are open to this work.</summary>
    Task<IReadOnlyList<Guid>> BornByAsync(DateOnly day, CancellationToken stop);

    /// <summary>The names of everybody an organisation knows or has known, for taking them out of what is given away.</summary>
    Task<IReadOnlyList<KnownName>> NamesAsync(Guid org, CancellationToken stop);

    /// <summary>Human beings recorded as relatives of these.</summary>
    Task<IReadOnlySet<Guid>> RelativesOfAsync(IReadOnlyCollection<Guid> identities, CancellationToken stop);

    /// <summary>Human beings line-managed by these.</summary>
    Task<IReadOnlySet<Guid>> LineManagedByAsync(IReadOnlyCollection<Guid> identities, CancellationToken stop);
}

/// <param name="Given">The first name, and the one somebody is called by where that is another.</param>
public sealed record KnownName(Guid IdentityId, IReadOnlyList<string> Given, string Family, PersonKind Kind);
