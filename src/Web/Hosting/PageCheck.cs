using System.Reflection;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifeguard.Web.Hosting;

/// <summary>A page that does not say who may open it stops the start.</summary>
internal static class PageCheck
{
    public static void Demand(IEnumerable<IModule> rooms)
    {
        var faults = rooms.Select(room => room.GetType().Assembly).Append(typeof(PageCheck).Assembly).SelectMany(Faults).ToList();
        if (faults.Count > 0) throw new InvalidOperationException("Pages without a declared permission: " + string.Join(", ", faults));
    }

    public static IEnumerable<string> Faults(Assembly assembly) =>
        from page in assembly.GetTypes()
        where typeof(PageModel).IsAssignableFrom(page) && !page.IsAbstract
        let says = new[] { page.IsDefined(typeof(NeedsAttribute)), page.IsDefined(typeof(OpenToAllAttribute)), page.IsDefined(typeof(SignedInAttribute)) }
        where !typeof(RoomPage).IsAssignableFrom(page) || says.Count(said => said) != 1
        select page.FullName ?? page.Name;
}
