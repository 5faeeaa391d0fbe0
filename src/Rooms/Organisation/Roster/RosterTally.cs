using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Roster;

/// <summary>Counts while an export is compared.</summary>
internal sealed class RosterTally
{
    private readonly Dictionary<(Guid Org, PersonKind Kind), (int Leaving, int Today)> _places = [];

    public Counting Pupils { get; } = new();

    public Counting Staff { get; } = new();

    public Counting Guardians { get; } = new();

    public Counting Relations { get; } = new();

    public int Returned { get; set; }

    public LeaverCount Leavers => new()
    {
        Pupils = Sum(PersonKind.Pupil, one => one.Leaving),
        OfPupils = Sum(PersonKind.Pupil, one => one.Today),
        Staff = Sum(PersonKind.Staff, one => one.Leaving),
        OfStaff = Sum(PersonKind.Staff, one => one.Today),
        Family = Sum(null, one => one.Leaving),
        OfFamily = Sum(null, one => one.Today),
    };

    public Counting Of(PersonKind kind) => kind switch
    {
        PersonKind.Pupil => Pupils,
        PersonKind.Staff => Staff,
        _ => Guardians,
    };

    public void Today(Guid org, PersonKind kind)
    {
        var (leaving, today) = _places.GetValueOrDefault((org, kind));
        _places[(org, kind)] = (leaving, today + 1);
    }

    public void Leaves(Guid org, PersonKind kind)
    {
        var (leaving, today) = _places.GetValueOrDefault((org, kind));
        _places[(org, kind)] = (leaving + 1, today);
    }

    /// <summary>The schools of which at least one pupil would leave, with the share in hundredths.</summary>
    public IEnumerable<(Guid Org, double Percent)> PupilShares() =>
        _places.Where(one => one.Key.Kind is PersonKind.Pupil && one.Value.Leaving > 0).Select(one => (one.Key.Org, 100.0 * one.Value.Leaving / one.Value.Today));

    private int Sum(PersonKind? kind, Func<(int Leaving, int Today), int> what) =>
        _places.Where(one => kind is null ? one.Key.Kind is not (PersonKind.Pupil or PersonKind.Staff) : one.Key.Kind == kind).Sum(one => what(one.Value));

    internal sealed class Counting
    {
        public int New { get; set; }

        public int Changed { get; set; }

        public int Same { get; set; }

        public RosterCount Count => new(New, Changed, Same);
    }
}
