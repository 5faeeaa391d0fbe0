using System.Net;
using Lifeguard.Filtering.Model;
using Lifeguard.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Lifeguard.Filtering.Leases;

/// <summary>
/// Looks at each page of somebody signed in. Only an address that the site sees itself counts: what stands behind a proxy, or on this very
/// machine, may be anybody. A demonstration runs on one machine alone, so there it counts.
/// </summary>
internal sealed class NoticeWhoSitsWhere(LeaseKeeper leases, GateSettings settings) : IPageFilter
{
    private static readonly string[] SignsOfAProxy = ["X-Forwarded-For", "X-Original-For", "X-Real-IP", "Forwarded", "Via"];

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var http = context.HttpContext;
        if (settings.Folder is null || http.Features.Get<Viewer>() is not { } viewer || AddressOf(http, settings.IsDemonstration) is not { } address) return;
        leases.Seen(address, viewer.AccountId, viewer.IdentityId);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }

    internal static IPAddress? AddressOf(HttpContext http, bool isDemonstration)
    {
        if (http.Connection.RemoteIpAddress is not { } address || SignsOfAProxy.Any(http.Request.Headers.ContainsKey)) return null;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return IPAddress.IsLoopback(address) && !isDemonstration ? null : address;
    }
}
