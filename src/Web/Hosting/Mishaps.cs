using System.Diagnostics;
using System.Security.Claims;
using System.Text;
using Lifeguard.Kernel;
using Microsoft.AspNetCore.Http.Features;
using Npgsql;

namespace Lifeguard.Web.Hosting;

/// <summary>
/// Every failure answers with our own page and its numbers to ring. After a fault the page is made as for a stranger, in a fresh scope:
/// the person's session, their name and their navigation all come from the database, which may be what failed.
/// </summary>
internal sealed partial class Mishaps(RequestDelegate next, IServiceScopeFactory scopes, NpgsqlDataSource database, ILogger<Mishaps> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (IsBare(context.Response)) await ShowAsync(context, context.Response.StatusCode);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            await ShowAsStrangerAsync(context, CodeOf(fault));
        }
    }

    private static bool IsBare(HttpResponse response) =>
        response is { HasStarted: false, StatusCode: >= 400, ContentLength: null } && string.IsNullOrEmpty(response.ContentType);

    private int CodeOf(Exception fault)
    {
        if (fault is BadHttpRequestException refused) return refused.StatusCode;
        if (!DatabaseTrouble.Caused(fault))
        {
            Failed(log, Activity.Current?.TraceId.ToString(), WithoutWords(fault));
            return StatusCodes.Status500InternalServerError;
        }

        DatabaseAway(log, fault.GetType().Name, (fault as PostgresException ?? fault.InnerException as PostgresException)?.SqlState);
        // Connections kept from before the trouble are dead: without this each of them would cost one more person an error page.
        database.Clear();
        return StatusCodes.Status503ServiceUnavailable;
    }

    private async Task ShowAsync(HttpContext context, int code)
    {
        Readdress(context, code);
        await next(context);
    }

    private async Task ShowAsStrangerAsync(HttpContext context, int code)
    {
        context.Response.Clear();
        if (code == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = "30";
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            context.RequestServices = scope.ServiceProvider;
            context.Features.Set<Viewer>(null);
            context.User = new ClaimsPrincipal(new ClaimsIdentity());
            context.Request.Headers.Remove("Cookie");
            await ShowAsync(context, code);
        }
        catch (Exception worse) when (!context.Response.HasStarted)
        {
            Failed(log, Activity.Current?.TraceId.ToString(), WithoutWords(worse));
            context.Response.Clear();
            await LastWords.WriteAsync(context.Response, code, stylesheet: true);
        }
    }

    // As a GET: the error page must not be taken for the form that failed, and be checked or kept in its place.
    private static void Readdress(HttpContext context, int code)
    {
        if (!HttpMethods.IsHead(context.Request.Method)) context.Request.Method = HttpMethods.Get;
        context.Request.Path = $"/error/{code}";
        context.Request.QueryString = QueryString.Empty;
        context.Request.ContentLength = null;
        context.Request.ContentType = null;
        context.Request.Body = Stream.Null;
        context.SetEndpoint(null);
        context.Features.Get<IRouteValuesFeature>()?.RouteValues.Clear();
    }

    // The message of an exception can quote what somebody typed; where it happened is enough to find it.
    private static string WithoutWords(Exception fault)
    {
        var told = new StringBuilder();
        for (var one = fault; one is not null; one = one.InnerException) told.Append(one.GetType().FullName).Append('\n').Append(one.StackTrace).Append('\n');
        return told.ToString();
    }

    [LoggerMessage(1501, LogLevel.Error, "A request failed; the page shown carries the number {Trace}\n{Fault}")]
    private static partial void Failed(ILogger logger, string? trace, string fault);

    [LoggerMessage(1502, LogLevel.Warning, "A request found the database away ({Fault} {State})")]
    private static partial void DatabaseAway(ILogger logger, string fault, string? state);
}
