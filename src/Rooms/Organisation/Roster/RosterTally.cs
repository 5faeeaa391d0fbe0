using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Roster;

/// <summary>Counts while a load is applied.</summary>
internal sealed class RosterTally
{
    public Counting Pupils { get; } = new();

    public Counting Staff { get; } = new();

    public Counting Guardians { get; } = new();

    public Counting Relations { get; } = new();

    public int Ended { get; set; }

    public Counting Of(PersonKind kind) => kind switch
    {
        PersonKind.Pupil => Pupils,
        PersonKind.Staff => Staff,
        _ => Guardians,
    };

    internal sealed class Counting
    {
        public int New { get; set; }

        public int Changed { get; set; }

        public int Same { get; set; }

        public RosterCount Count => new(New, Changed, Same);
    }
}
