using Lifeguard.Access.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Ui;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SignedIn = Lifeguard.Ui.SignedIn;

namespace Lifeguard.Web.Hosting;

/// <summary>What the layout shows around every page: the school, the navigation this person may use, their name.</summary>
internal sealed class LayoutFacts(IOrganisations organisations, Store store) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is PageResult && context.Controller is PageModel page && context.HttpContext.Features.Get<Viewer>() is { } viewer)
        {
            var school = await organisations.GetAsync(viewer.Home, context.HttpContext.RequestAborted);
            var path = context.HttpContext.Request.Path;
            page.ViewData["School"] = school?.Name;
            page.ViewData["Signed"] = new SignedIn(viewer.Name, SignInPages.Own, SignInPages.Out);
            page.ViewData["Navigation"] = Rooms.All.SelectMany(room => room.Navigation)
                .Where(entry => viewer.May(entry.Permission)).OrderBy(entry => entry.Order)
                .Select(entry => new NavigationItem(entry.Text, entry.Href, path.StartsWithSegments(entry.Href)))
                .Prepend(new NavigationItem("Home", "/home", path.StartsWithSegments("/home"))).ToList();
        }

        // Drawing and sending need no database, and a slow telephone must not keep a connection from somebody else.
        await store.Database.CloseConnectionAsync();
        await next();
    }
}
