using Lifeguard.Incidents.Contracts;
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

namespace Lifeguard.Tests.Incidents.Pages.Print;

/// <summary>A school with one record about two pupils that has something in every block of the form.</summary>
internal sealed class PrintedCase
{
    public const string Story = "Pavel sent it round the class. polly upwood cried; Miss Upwood was told.";

    public required World World { get; init; }

    public required Cast Cast { get; init; }

    public required Guid Id { get; init; }

    public required RandomReference Reference { get; init; }

    public string Address => $"/incidents/{Reference}";

    /// <summary>Polly was harmed and is the first on the record; Pavel is said to have done it and is the second.</summary>
    public static async Task<PrintedCase> MakeAsync(World world)
    {
        var cast = await Cast.GatherAsync(world);
        var reference = await RaiseAsync(world, cast,
            [new(cast["pupil"].PersonId, cast["pupil"].Name, NamedAs.Pupil, Part.Harmed), new(cast["pupil2"].PersonId, cast["pupil2"].Name, NamedAs.Pupil, Part.SaidToHaveDoneIt)]);
        var made = new PrintedCase { World = world, Cast = cast, Id = reference.Id, Reference = reference.Reference };
        await made.WorkAsync();
        return made;
    }

    public static async Task<(Guid Id, RandomReference Reference)> RaiseAsync(World world, Cast cast, IReadOnlyList<Named> people)
    {
        var reporter = await world.ViewerAsync(cast["teacher"]);
        var answers = new RaiseAnswers
        {
            Danger = Danger.No,
            People = people,
            WhatHappened = Story,
            ChildsWords = "Pavel O. said he would post it",
            ImageryConcerned = false,
            WhoLooksAfterTheChild = "The year head",
            Address = "https://example.org/u/pavelunderhill",
            WhereAndWhen = "In the bus",
            HappenedAt = world.Clock.GetUtcNow().AddHours(-3),
            DoneAlready = "Told Pavel's mother",
        };
        var draft = Guid.CreateVersion7(world.Clock.GetUtcNow());
        await world.DoAsync(services => services.GetRequiredService<RaiseConcern>().RunAsync(draft, cast.School, reporter, answers, CancellationToken.None), reporter);
        var raised = await world.DoAsync(services => services.GetRequiredService<Store>().Set<Receipt>().Where(one => one.DraftId == draft).Select(one => one.IncidentId).SingleAsync());
        return (raised, await world.DoAsync(services => services.GetRequiredService<Store>().Set<Incident>().Where(one => one.Id == raised).Select(one => one.Reference).SingleAsync()));
    }

    /// <summary>How the record was read, by this person, oldest first.</summary>
    public async Task<IReadOnlyList<string>> ReadingsOfAsync(Someone someone)
    {
        var rows = await World.DoAsync(services => services.GetRequiredService<Store>().Set<JournalRow>()
            .Where(row => row.Act == nameof(RecordRead) && row.RecordId == Id && row.ByIdentity == someone.IdentityId).OrderBy(row => row.At).ThenBy(row => row.Id).Select(row => row.Payload).ToListAsync());
        return [.. rows.Select(payload => (string)System.Text.Json.Nodes.JsonNode.Parse(payload!)!["How"]!)];
    }

    private Task WorkAsync() => World.DoAsync(async services =>
    {
        var store = services.GetRequiredService<Store>();
        var at = World.Clock.GetUtcNow();
        var incident = await store.Set<Incident>().SingleAsync(one => one.Id == Id);
        var people = await store.Set<Involvement>().Where(one => one.IncidentId == Id).OrderBy(one => one.Part).ToListAsync();
        incident.TakeOn(Cast["dsl"].IdentityId, at).IsDone.ShouldBeTrue();
        incident.Complete(new IncidentForm { Intent = Intent.Deliberate, Place = "to-or-from-school", HowFound = "child-told", Material = ["shown"], ConsideredAs = ["bullying"], ChildActions = [new("told-head", new DateOnly(2026, 11, 17))], HowFoundWords = "Polly told her form tutor" }, null).IsDone.ShouldBeTrue();
        store.Add(Notice(people[0], "Her aunt, Petra Upwood", at));
        store.Add(Notice(people[1], "His mother, Dana Fieldgate", at));
        store.Add(new Referral
        {
            Id = Guid.CreateVersion7(at),
            Org = incident.Org,
            IncidentId = Id,
            Agency = "social-care",
            AgencyName = "Children's social care",
            What = nameof(ReferralKind.Advice),
            SpokenTo = "The duty worker",
            At = at,
            TheirReference = "SC-4471",
            Advice = "No further action, ring again if Pavel does",
            Reasons = "To be sure",
            ByIdentity = Cast["dsl"].IdentityId,
            ByName = Cast["dsl"].Name,
        });
        var news = new ParentsTold(incident.Ref, Guid.CreateVersion7(at), people[1].Name, "His mother, Dana Fieldgate", "By telephone", "She was shocked", at);
        (await store.CommitAsync(new Deed(incident.Org, Cast["dsl"].IdentityId, Cast["dsl"].Name, at), [new IncidentTakenOn(incident.Ref, Cast["dsl"].IdentityId), news], CancellationToken.None)).IsDone.ShouldBeTrue();
    });

    private ParentsNotice Notice(Involvement child, string who, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        Org = child.Org,
        IncidentId = Id,
        InvolvementId = child.Id,
        Told = true,
        WhoWasTold = who,
        How = "By telephone",
        Said = "She will talk at home",
        At = at,
        EnteredAt = at,
        ByName = Cast["dsl"].Name,
    };
}
