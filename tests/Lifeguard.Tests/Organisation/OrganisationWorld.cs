using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Organisation.Storage;

namespace Lifeguard.Tests.Organisation;

/// <summary>Makes organisations and people as they are in real life, through the store like everybody else.</summary>
internal static class OrganisationWorld
{
    private sealed record Made(RecordRef About) : IHappened;

    public static async Task<Guid> OrganisationAsync(this Desk desk, OrganisationKind kind, string name, Guid? parent = null)
    {
        var now = desk.Get<TimeProvider>().GetUtcNow();
        var one = new Lifeguard.Organisation.Model.Organisation { Id = Guid.CreateVersion7(now), Kind = kind, Name = name, ReportCode = ReportCode.New() };
        one.PlaceUnder(parent);
        await using var work = await desk.Store.BeginAsync(default);
        desk.Store.Add(one);
        await desk.Store.SaveChangesAsync();
        await desk.Store.LetNewOrganisationsInAsync(default);
        await desk.Store.CommitAsync(Kernel.Deed.OfSystem(one.Id, "test", now), new Made(new RecordRef("organisation", one.Id)), default);
        return one.Id;
    }

    public static async Task<Guid> PersonAsync(this Desk desk, Guid org, PersonKind kind, string given, string family, string? knownAs = null)
    {
        var now = desk.Get<TimeProvider>().GetUtcNow();
        var person = Person.New(Guid.CreateVersion7(now), org, null, new PersonDetails(kind, given, family) { KnownAs = knownAs });
        desk.Store.Add(person);
        await desk.CommitAsync(org, person.Id);
        return person.Id;
    }

    public static async Task CommitAsync(this Desk desk, Guid org, Guid about)
    {
        var outcome = await desk.Store.CommitAsync(desk.Deed(org), new Made(new RecordRef("person", about)), default);
        if (!outcome.IsDone) throw new InvalidOperationException(outcome.Refusals[0].Sentence);
    }

    public static Deed Deed(this Desk desk, Guid org) => Kernel.Deed.OfSystem(org, "test", desk.Get<TimeProvider>().GetUtcNow());

    public static Viewer Viewer(params IReadOnlyList<Guid> organisations) => new()
    {
        AccountId = Guid.Empty,
        IdentityId = Guid.Empty,
        Name = "Ruth Okoro",
        Seats = [],
        Organisations = organisations,
        Below = new Dictionary<Guid, IReadOnlyList<Guid>>(),
        Permissions = new HashSet<string>(),
        Home = organisations[0],
    };
}
