using System.Text.Encodings.Web;
using Lifeguard.Storage.Almanac;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lifeguard.Access.Sessions;

/// <summary>Tells the framework who is there: whoever brings the token of a session that is not over.</summary>
internal sealed class SessionHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SessionStore sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SessionCookie.Read(Context) is not { } token) return AuthenticateResult.NoResult();
        if (await sessions.FindAsync(token, Context.RequestServices.GetRequiredService<Edition>(), Context.RequestAborted) is not { } found) return AuthenticateResult.NoResult();

        Context.Features.Set(found);
        return AuthenticateResult.Success(new AuthenticationTicket(found.Owner.Principal(), SessionStore.Scheme));
    }
}
