using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Model;

/// <summary>Somebody involved: a person of the roster, or a name as it was written.</summary>
internal sealed class Involvement
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid IncidentId { get; init; }

    public Guid? PersonId { get; private set; }

    public required string Name { get; init; }

    public required NamedAs NamedAs { get; set; }

    public required Part Part { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public DateTimeOffset? RemovedAt { get; private set; }

    public NpgsqlTypes.NpgsqlTsVector Search { get; private set; } = null!;

    public static Involvement Of(Guid incident, Guid org, Guid? person, string name, NamedAs namedAs, Part part, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        Org = org,
        IncidentId = incident,
        PersonId = person,
        Name = name,
        NamedAs = namedAs,
        Part = part,
        AddedAt = at,
    };

    /// <summary>Says which person of the roster the written name meant; what the reporter took them for no longer routes the record.</summary>
    public void Identify(Guid person, NamedAs namedAs)
    {
        PersonId = person;
        NamedAs = namedAs;
    }

    /// <summary>The same person on another record: of the roster where both are matched, else the name as written.</summary>
    public bool IsSamePersonAs(Involvement other) =>
        PersonId is { } one && other.PersonId is { } two ? one == two : string.Equals(Name.Trim(), other.Name.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Named by mistake: the row stays, the routing is decided again.</summary>
    public Outcome Remove(DateTimeOffset at)
    {
        if (RemovedAt is not null) return Refusals.AlreadyRemoved;
        RemovedAt = at;
        return Outcome.Done;
    }
}
