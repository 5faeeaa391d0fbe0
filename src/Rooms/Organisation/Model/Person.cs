using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Model;

/// <summary>A human being as one organisation knows them. Rows of one human share <see cref="IdentityId"/>.</summary>
internal sealed class Person
{
    public const int NameLength = 100;

    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    /// <summary>The name of this record in addresses.</summary>
    public RandomReference Reference { get; private init; } = RandomReference.New();

    public Guid IdentityId { get; private set; }

    public PersonKind Kind { get; private set; }

    public string GivenName { get; private set; } = "";

    public string FamilyName { get; private set; } = "";

    public string? KnownAs { get; private set; }

    /// <summary>The names in lower case without accents, made here so that search needs nothing of the database.</summary>
    public string Folded { get; private set; } = "";

    public string? YearGroup { get; private set; }

    public string? Class { get; private set; }

    public DateOnly? BornOn { get; private set; }

    public string? Email { get; private set; }

    public string? SourceId { get; init; }

    public DateOnly? EndedOn { get; private set; }

    public string Name => $"{(string.IsNullOrEmpty(KnownAs) ? GivenName : KnownAs)} {FamilyName}".Trim();

    public static Person New(Guid id, Guid org, string? sourceId, PersonDetails details, Guid? identity = null)
    {
        var person = new Person { Id = id, Org = org, SourceId = sourceId, IdentityId = identity ?? id };
        person.Take(details);
        return person;
    }

    /// <summary>Takes over what is known now; answers whether anything differs from before.</summary>
    public bool Take(PersonDetails details)
    {
        if (details == Details()) return false;
        Kind = details.Kind;
        GivenName = details.GivenName;
        FamilyName = details.FamilyName;
        KnownAs = details.KnownAs;
        YearGroup = details.YearGroup;
        Class = details.Class;
        BornOn = details.BornOn;
        Email = details.Email;
        Folded = Folding.Fold($"{GivenName} {FamilyName} {KnownAs}");
        return true;
    }

    public void LinkTo(Guid identity) => IdentityId = identity;

    /// <summary>The person has left; their records stay. Answers false when they had left already.</summary>
    public bool End(DateOnly on)
    {
        if (EndedOn is not null) return false;
        EndedOn = on;
        return true;
    }

    public bool Return()
    {
        if (EndedOn is null) return false;
        EndedOn = null;
        return true;
    }

    public PersonCard Card(string? jobTitle) => new(Id, IdentityId, Org, Name, Kind, YearGroup, Class, jobTitle);

    public PersonDetails Details() => new(Kind, GivenName, FamilyName)
    {
        KnownAs = KnownAs,
        YearGroup = YearGroup,
        Class = Class,
        BornOn = BornOn,
        Email = Email,
    };
}
