using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Raise;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Incidents.Pages;

/// <summary>One record in a school with everybody in it, told by a teacher.</summary>
internal sealed class RecordCase
{
    public const string Story = "Polly showed me messages from an account she does not know.";
    public const string ChildsWords = "He said he would send it to everyone.";
    public const string Address = "https://harm.example.test/picture?id=7";

    public required World World { get; init; }

    public required Cast Cast { get; init; }

    public required RandomReference Reference { get; init; }

    public string Page => $"/incidents/{Reference}";

    /// <summary>A concern about a pupil who was harmed; further people as given.</summary>
    public static async Task<RecordCase> RaiseAsync(World world, params string[] accused)
    {
        var cast = await Cast.GatherAsync(world);
        var reporter = await world.ViewerAsync(cast["teacher"]);
        var people = accused.Select(part => Named(cast[part], part is "pupil2" ? NamedAs.Pupil : NamedAs.AdultHere, Part.SaidToHaveDoneIt))
            .Prepend(Named(cast["pupil"], NamedAs.Pupil, Part.Harmed)).ToList();
        await world.DoAsync(services => services.GetRequiredService<RaiseConcern>().RunAsync(
            Guid.CreateVersion7(world.Clock.GetUtcNow()), cast.School, reporter, new RaiseAnswers
            {
                Danger = Danger.No,
                People = people,
                WhatHappened = Story,
                ChildsWords = ChildsWords,
                ImageryConcerned = true,
                Address = Address,
                WhereAndWhen = "On a phone at home, last night",
                DoneAlready = "I told her that she did the right thing.",
                WhoLooksAfterTheChild = accused.Length > 0 ? "Her form tutor is with her until lunch." : null,
            }, CancellationToken.None));
        return await OfKindAsync(world, cast, RecordKind.Welfare, isKind: false);
    }

    /// <summary>The child's welfare beside this allegation.</summary>
    public Task<RecordCase> WelfareAsync() => OfKindAsync(World, Cast, RecordKind.Welfare, isKind: true);

    public Task<Browser> AsAsync(string part) => World.SignedInAsync(Cast[part]);

    public Task<T> InStoreAsync<T>(Func<Store, Incident, Task<T>> look) => World.DoAsync(async services =>
    {
        var store = services.GetRequiredService<Store>();
        return await look(store, await store.Set<Incident>().AsNoTracking().SingleAsync(one => one.Reference == Reference));
    });

    public Task<List<string>> ActsAsync() => InStoreAsync((store, incident) => store.Set<JournalRow>().AsNoTracking()
        .Where(row => row.RecordId == incident.Id).OrderBy(row => row.At).ThenBy(row => row.Id).Select(row => row.Act).ToListAsync());

    private static Named Named(Someone one, NamedAs namedAs, Part part) => new(one.PersonId, one.Name, namedAs, part);

    private static Task<RecordCase> OfKindAsync(World world, Cast cast, RecordKind kind, bool isKind) => world.DoAsync(async services => new RecordCase
    {
        World = world,
        Cast = cast,
        Reference = await services.GetRequiredService<Store>().Set<Incident>()
            .Where(one => one.Org == cast.School && (one.RecordKind == kind) == isKind).Select(one => one.Reference).SingleAsync(),
    });
}
