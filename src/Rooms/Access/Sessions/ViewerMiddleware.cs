using System.Security.Claims;
using Lifeguard.Kernel;
using Microsoft.AspNetCore.Http;

namespace Lifeguard.Access.Sessions;

/// <summary>Puts the viewer of this request where pages find it.</summary>
internal sealed class ViewerMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, FindViewer findViewer)
    {
        if (context.User.FindFirstValue(SessionStore.AccountClaim) is { } account &&
            await findViewer.RunAsync(Guid.Parse(account), context.RequestAborted) is { } viewer)
        {
            context.Features.Set<Viewer>(viewer);
        }

        await next(context);
    }
}
