using Lifeguard.Access.Contracts;
using Lifeguard.Access.Keys;
using Lifeguard.Access.Model;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Lifeguard.Access.Sessions;

/// <summary>Sends people to their second factor: for the first time, or again.</summary>
internal sealed class Gatekeeper(KeptForms forms, IOptions<AccessSettings> settings, TimeProvider clock) : IGatekeeper
{
    public string? WhereToEnrol(HttpContext context) =>
        context.Features.Get<SessionFound>() is { ProvedAt: null } && context.Features.Get<Viewer>() is { } viewer
        && SecondFactorRoles.Includes(viewer.Seats.Select(seat => seat.Role)) ? SignInPages.SecondFactor : null;

    public async Task<string?> WhereToStepUpAsync(HttpContext context, CancellationToken stop)
    {
        if (context.Features.Get<SessionFound>() is not { } session || session.ProvedAt + settings.Value.StepUpWithin > clock.GetUtcNow()) return null;
        // Who has none yet sets up the first one without giving one.
        if (session.ProvedAt is null && context.Request.Path.StartsWithSegments(SignInPages.SecondFactor)) return null;
        if (!HttpMethods.IsPost(context.Request.Method)) return SignInPages.StepUp + "?to=" + Uri.EscapeDataString(context.Request.Path + context.Request.QueryString);
        return SignInPages.StepUp + "?kept=" + Uri.EscapeDataString(await forms.KeepAsync(context, stop));
    }
}
