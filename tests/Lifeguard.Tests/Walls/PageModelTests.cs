using System.Reflection;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;
using Lifeguard.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifeguard.Tests.Walls;

public sealed class PageModelTests
{
    private static readonly IReadOnlyList<Assembly> Houses = [.. Floors.Rooms.Select(Floors.AssemblyOf), typeof(PageCheck).Assembly];

    [Fact]
    public void EveryPageModel_IsARoomPage_ThatSaysOnceWhoMayOpenIt()
    {
        Houses.SelectMany(PageCheck.Faults).ShouldBeEmpty();
        Houses.SelectMany(Models).Count().ShouldBeGreaterThan(10);
    }

    [Fact]
    public void EveryNeed_StandsInTheCatalogue_AndIsCarriedBySomeRole()
    {
        var catalogue = Lifeguard.Web.Rooms.All.SelectMany(room => room.Permissions).ToDictionary(permission => permission.Key);

        var needed = Houses.SelectMany(Models).Select(model => model.GetCustomAttribute<NeedsAttribute>()?.Permission).OfType<string>().Distinct().ToList();

        needed.ShouldNotBeEmpty();
        needed.ShouldBeSubsetOf(catalogue.Keys);
        catalogue.Values.ShouldAllBe(permission => permission.Roles.Count > 0);
    }

    [Fact]
    public void EveryRoleOfThePermissions_IsARole()
    {
        var roles = Enum.GetNames<Role>();

        Lifeguard.Web.Rooms.All.SelectMany(room => room.Permissions).SelectMany(permission => permission.Roles).Distinct().ShouldBeSubsetOf(roles);
    }

    [Fact]
    public void EveryOpenPage_SaysWhyItMayBeOpen()
    {
        var reasons = Houses.SelectMany(Models).Select(model => model.GetCustomAttribute<OpenToAllAttribute>()).OfType<OpenToAllAttribute>().ToList();

        reasons.ShouldNotBeEmpty();
        reasons.ShouldAllBe(open => open.Because.Length > 10);
    }

    [Fact]
    public void Detector_SeesAPageThatSaysNothing_OneThatSaysTwoThings_AndOneThatIsNoRoomPage()
    {
        var faults = PageCheck.Faults(typeof(PageModelTests).Assembly).ToList();

        faults.Count(fault => fault.Contains(nameof(PageModelTests), StringComparison.Ordinal)).ShouldBe(3);
    }

    private static IEnumerable<Type> Models(Assembly assembly) => assembly.GetTypes().Where(type => typeof(PageModel).IsAssignableFrom(type) && !type.IsAbstract);

    private sealed class SilentPage : RoomPage;

    [SignedIn, OpenToAll("A bad sample that wants both at once.")]
    private sealed class TwofoldPage : RoomPage;

    [SignedIn]
    private sealed class ForeignPage : PageModel;
}
