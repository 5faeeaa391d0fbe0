using Microsoft.AspNetCore.Http;

namespace Lifeguard.Ui.Rooms;

/// <summary>
/// Asked by every page beyond its permission: what the person must do first. The Access room answers; a page says with
/// <see cref="StepUpAttribute"/> and <see cref="BeforeSecondFactorAttribute"/> what it demands.
/// </summary>
public interface IGatekeeper
{
    /// <summary>Where somebody goes who may work only with a second factor and has none yet; null for everybody else.</summary>
    string? WhereToEnrol(HttpContext context);

    /// <summary>Where somebody goes whose second factor was given too long ago, with a form they sent kept for them; null when it was given just now.</summary>
    Task<string?> WhereToStepUpAsync(HttpContext context, CancellationToken stop);
}

/// <summary>The page asks for the second factor again when it was given more than ten minutes ago.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StepUpAttribute : Attribute;

/// <summary>The page is there for somebody who must still set up their second factor, because it is where they do so.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BeforeSecondFactorAttribute : Attribute;
