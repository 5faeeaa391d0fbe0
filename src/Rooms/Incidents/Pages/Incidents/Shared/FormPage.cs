using System.Security.Cryptography;
using System.Text;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Incidents.Pages.Incidents.Shared;

/// <summary>
/// A page whose form counts once, with scripts and without: a double click, a reload of the answer or a second try after the line
/// was lost make one row and lead to the same next page.
/// <code>
/// // page, inside the form
/// &lt;input type="hidden" name="Submission" value="@Model.Submission"&gt;
/// // OnPost
/// var outcome = await OnceAsync(() => act.RunAsync(…), stop);
/// </code>
/// </summary>
internal abstract class FormPage : RoomPage
{
    private const string ForgeryToken = "__RequestVerificationToken";

    /// <summary>What tells this form from every other; made when it is shown and sent back with it.</summary>
    [BindProperty] public string? Submission { get; set; } = RandomReference.New().ToString();

    /// <summary>Where the form led, for whoever sends it again when the page is no longer there for them: what it did took the record out of their hands.</summary>
    protected virtual Task<string> LedToAsync(CancellationToken stop) => Task.FromResult(NoLongerWithYouModel.Address);

    /// <summary>The second of two clicks comes where the first did, also when the first has closed the page behind it.</summary>
    protected sealed override async Task<string?> InsteadAsync(CancellationToken stop) =>
        HttpMethods.IsPost(Request.Method) && Submission is not null && await Sent.WasJustSentAsync(Key(), stop) ? await LedToAsync(stop) : null;

    private Once Sent => HttpContext.RequestServices.GetRequiredService<Once>();

    /// <summary>Does what the form asks, unless this very form has done it already.</summary>
    protected Task<Outcome> OnceAsync(Func<Task<Outcome>> act, CancellationToken stop) =>
        Submission is null ? act() : Sent.RunAsync(Key(), act, stop);

    // With every answer in it: somebody who goes back, writes something else and sends that has said something new. And with who sent
    // it and where, so that a key of one person or page is worth nothing on another.
    private Guid Key()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string? text) => hash.AppendData(Encoding.UTF8.GetBytes($"{text}\0"));
        Add(Viewer.IdentityId.ToString());
        Add(Request.Path + Request.QueryString);
        foreach (var field in Request.Form.Where(field => field.Key != ForgeryToken).OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            Add(field.Key);
            foreach (var value in field.Value) Add(value);
        }

        return new Guid(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
