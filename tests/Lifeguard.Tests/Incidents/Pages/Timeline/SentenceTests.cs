using Lifeguard.DataProtection.Contracts;
using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Pages.Incidents.Timeline;
using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;
using Lifeguard.Tests.House;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Incidents.Pages.Timeline;

public sealed class SentenceTests(World world) : IClassFixture<World>
{
    // What another room says of a record stands in its chronology too. That a day of the week has passed is no news to anybody.
    private static readonly string[] OfRetention = [nameof(HoldPlaced), nameof(HoldLifted), nameof(RecordKeptLonger), nameof(PurgeProposed), nameof(PurgeConfirmed), nameof(PurgeStopped)];

    [Fact]
    public void EveryEventOfTheRoom_HasASentence()
    {
        var events = typeof(ConcernRaised).Assembly.GetTypes().Where(type => typeof(IHappened).IsAssignableFrom(type) && !type.IsInterface).Select(type => type.Name).Concat(OfRetention).Order();

        var told = new Sentences(world.Services.GetRequiredService<IReference>()).Acts.Order();

        told.ShouldBe(events);
    }

    [Fact]
    public void AudienceDecided_NamesNobodyAndNoKey()
    {
        var sentences = new Sentences(world.Services.GetRequiredService<IReference>());
        const string Payload = """{"Desks":["Chair"],"Barred":["0198f000-0000-7000-8000-000000000001"],"Because":"a conflict was declared","ByName":"Dalia Sandford"}""";

        var told = sentences.Of(nameof(AudienceDecided), Payload);

        told.ShouldBe(new Told("Who can read this was decided again.") { Unnamed = true, Facts = told.Facts });
        told.Facts.ShouldBeEmpty();
    }
}
