using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Guards;

/// <summary>One page opened once.</summary>
internal sealed record Step(Role? Role, HousePage Page, WalkedHouse.Which Record, Answer Answer)
{
    public override string ToString() => $"{Role?.ToString() ?? "Nobody"} {Answer.Address} ({Record}): {(int)Answer.Status} {Answer.Location}";
}

/// <summary>One walk for all that is asked of it.</summary>
[CollectionDefinition(Name)]
public sealed class WalkedTogether : ICollectionFixture<WalkedHouse>
{
    public const string Name = "the walked house";
}

/// <summary>Every page of the house, opened once by one person of every role and by nobody, and everything that came back.</summary>
public sealed class WalkedHouse : IAsyncLifetime
{
    private readonly World _world = new();
    private readonly List<Step> _steps = [];

    internal IReadOnlyList<HousePage> Pages { get; private set; } = [];

    internal IReadOnlyList<Step> Steps => _steps;

    /// <summary>Everything that was logged on the way, at the finest level.</summary>
    internal CapturedLog Log { get; } = new();

    internal World World => _world;

    internal FilledRecord Record { get; private set; } = null!;

    /// <summary>Which record stands in the address of a page about one.</summary>
    public enum Which
    {
        None,
        Concern,
        Incident,
        Closed,

        /// <summary>Handed over to the teacher.</summary>
        HandedOver,
        Unknown,
    }

    public async ValueTask InitializeAsync()
    {
        await _world.InitializeAsync();
        Pages = await HousePages.OfAsync(_world);
        var (people, records) = await FurnishAsync();
        Record = records[Which.Incident];
        Log.Listen(_world);
        foreach (var (role, someone) in people)
        {
            Log.IsHearing = role is Role.DesignatedSafeguardingLead or Role.Technician or Role.Teacher;
            await WalkAsync(role, await Visitor.SignedInAsync(_world, someone), records);
        }

        await WalkAsync(null, Visitor.Stranger(_world), records);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    internal bool SitsAtTheDesk(Role role) => DeskRoles.DeskOf(role) == Desk.SafeguardingTeam;

    private async Task WalkAsync(Role? role, Visitor visitor, IReadOnlyDictionary<Which, FilledRecord> records)
    {
        // A file takes seconds to make: it is asked for by one who may, one who may not, and nobody.
        foreach (var page in Pages.Where(page => !page.IsFile || role is null or Role.DesignatedSafeguardingLead or Role.Administrator))
        {
            IEnumerable<Which> tried = page.IsOfARecord ? records.Keys.Where(which => which is Which.Incident or Which.Unknown || role is Role.DesignatedSafeguardingLead || (role is Role.Teacher && which is Which.HandedOver) || AudienceSample.IsFull) : Addresses.IsPlain(page) ? [Which.None] : [Which.Unknown];
            foreach (var which in tried)
            {
                // A draft, a receipt or a task of a record that nobody of them may know.
                var record = records[which == Which.None ? Which.Unknown : which];
                if (page.Template is "sign-out" && role is null && which == Which.None) await visitor.GetAsync("/");
                _steps.Add(new Step(role, page, page.IsOpen && !page.IsOfARecord ? Which.None : which, await visitor.GetAsync(Addresses.Of(page, record))));
            }
        }
    }

    private async Task<(IReadOnlyDictionary<Role, Someone> People, IReadOnlyDictionary<Which, FilledRecord> Records)> FurnishAsync()
    {
        var trust = await _world.TrustAsync();
        var school = await _world.SchoolAsync(trust);
        var people = new Dictionary<Role, Someone>();
        foreach (var role in Enum.GetValues<Role>())
        {
            var above = role is Role.TrustStaff or Role.TrustSafeguardingLead or Role.GovernanceOfficer or Role.ChiefExecutive;
            var place = role == Role.PartnershipOfficer ? await AuthorityAsync() : above ? trust : school;
            people[role] = await _world.PersonAsync(place, $"{role} Ashworth", PersonKind.Staff, role);
        }

        var records = new Dictionary<Which, FilledRecord>();
        foreach (var which in new[] { Which.Concern, Which.Incident, Which.Closed, Which.HandedOver })
        {
            var record = await RaiseAsync(school, which, people);
            records[which] = await FilledRecord.FillAsync(_world, record, people[Role.DesignatedSafeguardingLead].IdentityId);
        }

        var elsewhere = await _world.SchoolAsync(name: "Larkhollow Primary School");
        records[Which.Unknown] = await FilledRecord.FillAsync(_world, await RaiseAsync(elsewhere, Which.Incident, people), people[Role.Teacher].IdentityId);
        return (people, records);
    }

    private Task<Guid> AuthorityAsync() => _world.DoAsync(async services =>
    {
        var store = services.GetRequiredService<Store>();
        var at = _world.Clock.GetUtcNow();
        var authority = new Lifeguard.Organisation.Model.Organisation { Id = Guid.CreateVersion7(at), Kind = OrganisationKind.LocalAuthority, Name = "Sallowfield Council", ReportCode = ReportCode.New() };
        store.Add(authority);
        (await store.CommitAsync(Deed.OfSystem(Guid.Empty, "Test", at), new RosterLoaded(new RecordRef("organisation", authority.Id), 1, 0, 0, 0), CancellationToken.None)).IsDone.ShouldBeTrue();
        return authority.Id;
    });

    private Task<Guid> RaiseAsync(Guid school, Which state, IReadOnlyDictionary<Role, Someone> people) => _world.DoAsync(async services =>
    {
        var store = services.GetRequiredService<Store>();
        var at = _world.Clock.GetUtcNow();
        var incident = Incident.Raise(school, urgent: false, imagery: false, at, at);
        var ours = state != Which.Unknown && people.Values.Any(one => one.Org == school);
        incident.Place(new Route(RecordKind.Concern, ours ? Desk.SafeguardingTeam : Desk.Head, null, new HashSet<Guid>(), false));
        if (ours)
        {
            foreach (var one in people.Values) incident.Join(one.IdentityId);
        }

        if (state != Which.Concern) incident.TakeOn(people[Role.DesignatedSafeguardingLead].IdentityId, at);
        if (state == Which.HandedOver) incident.HandOver(people[Role.Teacher].IdentityId).IsDone.ShouldBeTrue();
        store.Add(incident);
        store.Add(new Report { IncidentId = incident.Id, Org = school, ReporterName = "Somebody", Danger = Danger.No, WhatHappened = "Something", RaisedAt = at });
        store.Add(new Receipt { Id = Guid.CreateVersion7(at), Org = school, Reference = RandomReference.New(), IncidentId = incident.Id, Author = Guid.CreateVersion7(at), DraftId = Guid.CreateVersion7(at), MadeAt = at });
        if (state == Which.Closed) typeof(Incident).GetProperty(nameof(Incident.Closure))!.SetValue(incident, new Closure("settled", "x", "y", people[Role.DesignatedSafeguardingLead].IdentityId, "Somebody", at));
        (await store.CommitAsync(Deed.OfSystem(school, "Test", at), new Lifeguard.Incidents.Contracts.ConcernOpened(incident.Ref), CancellationToken.None)).IsDone.ShouldBeTrue();
        return incident.Id;
    });
}
