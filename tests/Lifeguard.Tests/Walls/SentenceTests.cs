using Lifeguard.Incidents;
using Lifeguard.Incidents.Pages.Incidents.Timeline;
using Lifeguard.Kernel;
using Lifeguard.Tests.House;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Walls;

public sealed class SentenceTests(World world) : IClassFixture<World>
{
    [Fact]
    public void EveryEventOfTheRoom_HasASentenceInItsChronology()
    {
        var events = typeof(IncidentsModule).Assembly.GetTypes().Where(type => typeof(IHappened).IsAssignableFrom(type) && !type.IsAbstract).Select(type => type.Name);

        var told = world.Services.GetRequiredService<Sentences>().Acts;

        told.ShouldNotBeEmpty();
        events.Except(told).ShouldBeEmpty();
    }
}
