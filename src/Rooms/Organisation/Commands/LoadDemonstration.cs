using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Organisation.Storage;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Commands;

/// <summary>
/// Fills an empty database with the demonstration: the tree, then the roster through the loader that schools use,
/// then what a roster cannot say. A second call finds everything there and changes nothing.
/// </summary>
public sealed class LoadDemonstration(Store store, OrganisationScope scope, IRoster roster, TimeProvider clock)
{
    /// <param name="folder">The folder <c>demo</c> of the product, with trust.json and the folder roster.</param>
    /// <returns>The people behind the demonstration accounts.</returns>
    /// <exception cref="InvalidOperationException">The database holds other organisations, or the data do not fit together.</exception>
    public async Task<IReadOnlyList<DemonstrationPerson>> RunAsync(string folder, CancellationToken stop)
    {
        var file = await DemonstrationFile.ReadAsync(Path.Combine(folder, "trust.json"), stop);
        scope.OpenTo("demonstration");
        var top = await PlantTreeAsync(file, stop);
        var report = await roster.LoadAsync(new RosterRequest(Path.Combine(folder, "roster"), top), null, stop);
        if (!report.IsTaken || report.RefusedRows > 0)
            throw new InvalidOperationException("The demonstration's roster was not taken whole." + Environment.NewLine + RosterReportText.InWords(report));

        await AddPeopleAsync(file, top, stop);
        return await AccountsAsync(file, stop);
    }

    /// <summary>The school year of the demonstration, for the room that keeps term dates. The same for each of its schools.</summary>
    public static async Task<IReadOnlyList<DemonstrationTerm>> TermsAsync(string folder, CancellationToken stop) =>
        [.. (await DemonstrationFile.ReadAsync(Path.Combine(folder, "trust.json"), stop)).Terms
            .Select(term => new DemonstrationTerm(term.Name, term.First, term.Last, term.Closed))];

    private async Task<Guid> PlantTreeAsync(DemonstrationFile file, CancellationToken stop)
    {
        var known = await store.Set<Model.Organisation>().AsNoTracking().ToListAsync(stop);
        var ids = file.Organisations.Select(place => place.Id).ToHashSet();
        if (known.Exists(one => one.SourceId is null || !ids.Contains(one.SourceId)))
            throw new InvalidOperationException("This database holds organisations that are not the demonstration's. The demonstration is only loaded into an empty one.");
        var top = known.Find(one => one.ParentId is null);
        if (top is not null) return top.Id;

        var now = clock.GetUtcNow();
        var places = new Dictionary<string, Model.Organisation>();
        foreach (var place in file.Organisations)
        {
            var one = new Model.Organisation
            {
                Id = Guid.CreateVersion7(now),
                Kind = place.Kind,
                Name = place.Name,
                Nation = place.Nation,
                Address = place.Address,
                Telephone = place.Telephone,
                Email = place.Email,
                Website = place.Website,
                Phase = place.Phase,
                EstablishmentType = place.EstablishmentType,
                ReportCode = ReportCode.New(),
                SourceId = place.Id,
            };
            one.PlaceUnder(place.Parent is null ? null : places[place.Parent].Id);
            places.Add(place.Id, one);
        }

        top = places.Values.Single(one => one.ParentId is null);
        await using var work = await store.BeginAsync(stop);
        store.AddRange(places.Values);
        await store.SaveChangesAsync(stop);
        await store.LetNewOrganisationsInAsync(stop);
        await store.CommitAsync(Deed(top.Id), new DemonstrationLoaded(About(top.Id), places.Count, 0, 0, 0, 0), stop);
        return top.Id;
    }

    private async Task AddPeopleAsync(DemonstrationFile file, Guid top, CancellationToken stop)
    {
        if (await store.Set<AgencyContact>().AnyAsync(stop)) return;
        var now = clock.GetUtcNow();
        var places = await store.Set<Model.Organisation>().ToDictionaryAsync(one => one.SourceId!, stop);
        foreach (var one in file.People)
        {
            var details = new PersonDetails(one.Kind, one.GivenName, one.FamilyName) { Email = one.Email, BornOn = one.BornOn };
            var person = Person.New(Guid.CreateVersion7(now), places[one.Org].Id, sourceId: null, details);
            if (one.LeftOn is { } left) person.End(left);
            store.Add(person);
        }

        var rows = ById(file, (await store.Set<Person>().ToListAsync(stop)).Concat(store.Set<Person>().Local).Distinct());
        foreach (var pair in file.SamePerson) Link(rows, pair[0], pair[1]);
        var news = new List<IHappened>();
        foreach (var post in file.Appointments) news.Add(Appoint(Only(rows, post.Person), post, places, now));
        foreach (var tie in file.Relations)
        {
            var (person, other) = (Only(rows, tie.Person), Only(rows, tie.Other));
            store.Add(new Relation { Id = Guid.CreateVersion7(now), Org = other.Org, PersonId = person.Id, OtherId = other.Id, Kind = tie.Kind });
        }

        foreach (var agency in file.Agencies)
        {
            store.Add(new AgencyContact
            {
                Id = Guid.CreateVersion7(now),
                Org = places[agency.Org].Id,
                Kind = agency.Kind,
                Name = agency.Name,
                Telephone = agency.Telephone,
                Email = agency.Email,
                WebForm = agency.WebForm,
                Hours = agency.Hours,
                VerifiedOn = agency.VerifiedOn,
            });
        }

        foreach (var setting in file.Settings)
            store.Add(new OrganisationSetting { Org = places[setting.Org].Id, Key = setting.Key, Value = setting.Value });
        news.Insert(0, new DemonstrationLoaded(About(top), 0, file.People.Count, file.Appointments.Count, file.Relations.Count, file.Agencies.Count));
        await store.CommitAsync(Deed(top), news, stop);
        store.ChangeTracker.Clear();
    }

    private RoleGiven Appoint(Person person, DemonstrationFile.Post post, Dictionary<string, Model.Organisation> places, DateTimeOffset now)
    {
        var organisation = places.Values.Single(one => one.Id == person.Org);
        var may = Appointing.May(organisation, person, post.Role, post.From, post.Until, []);
        if (!may.IsDone) throw new InvalidOperationException($"trust.json: {post.Person} as {post.Role}: {may.Refusals[0].Sentence}");
        var appointment = new Appointment
        {
            Id = Guid.CreateVersion7(now),
            Org = person.Org,
            PersonId = person.Id,
            Role = post.Role,
            From = post.From,
            AppointedBy = post.AppointedBy,
        };
        if (post.Until is { } until) appointment.EndAfter(until);
        store.Add(appointment);
        return new RoleGiven(new RecordRef("person", person.Id), person.IdentityId, person.Org, post.Role, post.From);
    }

    private async Task<IReadOnlyList<DemonstrationPerson>> AccountsAsync(DemonstrationFile file, CancellationToken stop)
    {
        var rows = ById(file, await store.Set<Person>().AsNoTracking().ToListAsync(stop));
        return [.. file.Accounts.Select(account => Account(account, Only(rows, account.Person)))];
    }

    private static DemonstrationPerson Account(DemonstrationFile.Account account, Person one) =>
        new(account.Key, one.Id, one.IdentityId, one.Org, one.Name, one.Email!, account.Says);

    // Governors and others written in trust.json came from no roster, so they have no id of one; their address tells them apart.
    private static ILookup<string, Person> ById(DemonstrationFile file, IEnumerable<Person> people)
    {
        var written = file.People.ToDictionary(one => one.Email, one => one.Id);
        return people.ToLookup(one => one.SourceId ?? written[one.Email!]);
    }

    private static void Link(ILookup<string, Person> rows, string kept, string other)
    {
        var identity = Only(rows, kept).IdentityId;
        foreach (var row in rows[other]) row.LinkTo(identity);
    }

    private static Person Only(ILookup<string, Person> rows, string sourceId) =>
        rows[sourceId].SingleOrDefault() ?? throw new InvalidOperationException($"trust.json: there is not one person with the id {sourceId}.");

    private static RecordRef About(Guid organisation) => new("organisation", organisation);

    private Deed Deed(Guid organisation) => Kernel.Deed.OfSystem(organisation, "Demonstration", clock.GetUtcNow());
}
