using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>A draft in the hands of somebody who may have it.</summary>
/// <param name="Reporter">The author with their account; null for a draft without one.</param>
/// <param name="SignedOut">It belongs to an account, and this browser began it, but nobody is signed in: words are kept, nothing is shown.</param>
/// <param name="MayWrite">The request comes from one of our own pages.</param>
/// <param name="Receipt">Of a draft that was sent.</param>
internal sealed record OpenDraft(StoredDraft Stored, OrganisationCard School, Viewer? Reporter, bool SignedOut, bool MayWrite, RandomReference? Receipt)
{
    public bool HasAccount => Stored.Author is not null;

    public RaiseAnswers Answers => Stored.Answers;
}

/// <summary>The one place that decides whether a draft is this person's. Everybody else gets "not there".</summary>
internal sealed class DraftDoor(Drafts drafts, IOrganisations organisations, OrganisationScope scope, IAntiforgery antiforgery, Store store)
{
    public async Task<OpenDraft?> OpenAsync(HttpContext context, Viewer? viewer, CancellationToken stop)
    {
        if (!RandomReference.TryParse(context.Request.RouteValues["draft"] as string, null, out var reference)) return null;
        if (await drafts.FindAsync(reference, stop) is not { } stored) return null;

        var hasKey = DraftKeys.Holds(context, stored.KeyHash);
        var isAuthor = stored.Author is { } author && viewer?.IdentityId == author && viewer.May(IncidentPermissions.Raise);
        var signedOut = stored.Author is not null && viewer is null && hasKey;
        if (!isAuthor && !signedOut && !(stored.Author is null && hasKey)) return null;

        if (isAuthor && !hasKey && HttpMethods.IsGet(context.Request.Method)) await GiveKeyAsync(context, stored, stop);
        // Without an account there is no viewer: the school and what stands above it are all that this work may touch.
        if (stored.Author is null) await OpenSchoolAsync(scope, organisations, stored.School, stop);
        if (await organisations.GetAsync(stored.School, stop) is not { } school) return null;

        return new OpenDraft(stored, school, isAuthor ? viewer : null, signedOut, await MayWriteAsync(context, hasKey), await ReceiptAsync(stored, stop));
    }

    /// <summary>Opens the second wall for one school and the organisations above it, and for nothing else.</summary>
    public static async Task OpenSchoolAsync(OrganisationScope scope, IOrganisations organisations, Guid school, CancellationToken stop) =>
        scope.For((await organisations.AncestorsAsync(school, stop)).Select(one => one.Id).Prepend(school));

    private async Task<RandomReference?> ReceiptAsync(StoredDraft stored, CancellationToken stop) => stored.SentAt is null
        ? null
        : await store.Set<Receipt>().AsNoTracking().Where(one => one.DraftId == stored.Id).Select(one => (RandomReference?)one.Reference).SingleOrDefaultAsync(stop);

    private async Task GiveKeyAsync(HttpContext context, StoredDraft stored, CancellationToken stop)
    {
        var key = DraftKeys.New();
        await drafts.GiveKeyAsync(stored, DraftKeys.Hash(key), stop);
        DraftKeys.Give(context, stored.Reference, key);
    }

    // The forgery token dies with the session it was made in, and words must not die with it. The strict cookie of the draft
    // never comes along from another site, so it proves the same thing.
    private async Task<bool> MayWriteAsync(HttpContext context, bool hasKey)
    {
        if (!HttpMethods.IsPost(context.Request.Method)) return false;
        var from = context.Request.Headers["Sec-Fetch-Site"].ToString();
        return (hasKey && from is ("" or "same-origin" or "none")) || await antiforgery.IsRequestValidAsync(context);
    }
}
