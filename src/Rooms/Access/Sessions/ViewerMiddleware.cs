using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Access.Sessions;

/// <summary>Puts the viewer of this request where pages find it, and keeps one connection for all that is asked for them.</summary>
internal sealed class ViewerMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, FindViewer findViewer, Store store)
    {
        if (SessionOwner.Of(context.User) is { } owner)
        {
            // A page asks a dozen questions; a connection taken from the pool for each would cost more than most of the answers.
            await store.Database.OpenConnectionAsync(context.RequestAborted);
            context.Features.Set(await findViewer.OfAsync(owner, context.RequestAborted));
        }

        await next(context);
    }
}
