using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;

namespace Lifeguard.Organisation.Roster;

/// <summary>
/// Fits the organisations of an export into the tree. Two things are the same when their roster ids are, or when their names are
/// and nothing contradicts it; where that leaves a choice, the load is refused and the choice named.
/// </summary>
internal sealed class RosterPlaces(RosterDraft draft, IReadOnlyList<Model.Organisation> known, RosterNotes notes, DateTimeOffset now)
{
    private readonly Dictionary<string, Model.Organisation> _places = new(StringComparer.Ordinal);
    private readonly HashSet<Model.Organisation> _new = [];
    private readonly HashSet<Model.Organisation> _changed = [];

    /// <summary>Roster id to organisation, for those whose people are taken.</summary>
    public IReadOnlyDictionary<string, Model.Organisation> Places => _places;

    public IReadOnlyCollection<Model.Organisation> New => _new;

    /// <summary>Organisations known before that take the id of the export.</summary>
    public IReadOnlyCollection<Model.Organisation> Adopted => _changed;

    public RosterCount Count => new(_new.Count, _changed.Count, _places.Values.Distinct().Count() - _new.Count - _changed.Count);

    /// <summary>Everybody of the file belongs here.</summary>
    public void Only(string source, Model.Organisation target) => _places[source] = target;

    public void IntoSchool(Model.Organisation target, string? school)
    {
        FindKnown();
        var schools = draft.Organisations.Values.Where(one => one.IsSchool).ToList();
        if (schools.Count == 0) throw new RosterUnreadable("The export holds no school.");
        var chosen = school is null ? schools : [.. schools.Where(one => IsCalled(one, school))];
        if (chosen.Count != 1)
        {
            var names = string.Join(", ", schools.Take(20).Select(one => one.Name));
            throw new RosterUnreadable(school is null
                ? $"The export holds {schools.Count} schools, and {target.Name} is one. Say which is meant: {names}."
                : $"{(chosen.Count == 0 ? "No school" : "More than one school")} of the export is called {school}. It holds: {names}.");
        }

        Adopt(target, chosen[0]);
        if (schools.Count > 1) return;
        // The only school there is: people whom the export keeps at its district belong here too.
        foreach (var above in draft.Organisations.Values.Where(one => one.Kind is not null && !one.IsSchool)) _places[above.SourceId] = target;
    }

    public void Under(Model.Organisation? target)
    {
        FindKnown();
        var districts = draft.Organisations.Values.Where(one => one.Kind is OrganisationKind.Trust or OrganisationKind.LocalAuthority).ToList();
        if (target?.Kind is OrganisationKind.Trust)
        {
            if (districts.Count > 1)
                throw new RosterUnreadable($"The export holds {districts.Count} districts, and {target.Name} is one trust. Load it into the partnership or authority above.");
            foreach (var district in districts.Where(one => one.KnownId is null)) Adopt(target, district);
        }

        // Parents before children, whatever their order in the file.
        foreach (var one in draft.Organisations.Values.Where(one => one.Kind is not null && !_places.ContainsKey(one.SourceId)).OrderBy(Depth))
            Place(one, Above(one) ?? target);
    }

    private void FindKnown()
    {
        foreach (var one in draft.Organisations.Values.Where(one => one.KnownId is not null)) _places[one.SourceId] = known.First(other => other.Id == one.KnownId);
    }

    private void Place(DraftOrganisation one, Model.Organisation? parent)
    {
        var siblings = known.Concat(_new).Where(other => other.ParentId == parent?.Id && other.Kind == one.Kind).ToList();
        if (siblings.Find(other => other.SourceId == one.SourceId) is { } same)
        {
            if (!Same(same.Name, one.Name))
                throw new RosterUnreadable($"The id of {one.Name} in the export is that of {same.Name} here. If the name changed, change it here first; if they are two, the export belongs elsewhere.");
            _places.Add(one.SourceId, same);
        }
        else if (siblings.Where(other => other.SourceId is null && Same(other.Name, one.Name)).ToList() is [var named])
        {
            notes.Notice($"{named.Name} was known by name already. The export's school or trust of that name was taken to be the same.");
            Adopt(named, one);
        }
        else if (!one.IsEnded) Create(one, parent);
        else notes.Notice($"orgs.csv: {one.Name} is marked as to be deleted and was not taken.");
    }

    private void Create(DraftOrganisation one, Model.Organisation? parent)
    {
        var created = new Model.Organisation
        {
            Id = Guid.CreateVersion7(now),
            Kind = one.Kind!.Value,
            Name = one.Name,
            ReportCode = ReportCode.New(),
            SourceId = one.SourceId,
            Nation = parent?.Nation ?? "England",
        };
        created.PlaceUnder(parent?.Id);
        _new.Add(created);
        _places.Add(one.SourceId, created);
    }

    private void Adopt(Model.Organisation target, DraftOrganisation one)
    {
        if (target.SourceId is not null && target.SourceId != one.SourceId)
            throw new RosterUnreadable($"{target.Name} was loaded from another export, in which it has another id. {one.Name} cannot be put into it.");
        if (target.SourceId is null) _changed.Add(target);
        target.SourceId = one.SourceId;
        _places[one.SourceId] = target;
        if (!Same(target.Name, one.Name)) notes.Notice($"The export calls {target.Name} by the name {one.Name}. The name here was kept.");
    }

    private Model.Organisation? Above(DraftOrganisation one)
    {
        var above = one.ParentSourceId;
        for (var steps = 0; above is not null && steps < 20; steps++)
        {
            if (_places.TryGetValue(above, out var place)) return place.IsSetting ? null : place;
            above = draft.Organisations.GetValueOrDefault(above)?.ParentSourceId;
        }

        return null;
    }

    // A ring of parents ends at twenty; its members are then placed under the target.
    private int Depth(DraftOrganisation one)
    {
        var depth = 0;
        for (var at = one; at?.ParentSourceId is { } above && depth < 20; depth++) at = draft.Organisations.GetValueOrDefault(above);
        return depth;
    }

    private static bool IsCalled(DraftOrganisation one, string name) =>
        Same(one.Name, name) || one.SourceId == name || one.Identifier == name;

    private static bool Same(string one, string other) => Folding.Fold(one) == Folding.Fold(other);
}
