using Lifeguard.DataProtection.Model;
using Lifeguard.DataProtection.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.DataProtection.Pages.DataProtection.Requests;

/// <summary>Where one request stands. Which desk holds anything does not show: each is asked, and each finishes with the same word.</summary>
[Needs(DataProtectionPermissions.Requests)]
internal sealed class RequestModel(Store store, IPlaces places, WorkOnRequest work, TimeProvider clock) : RequestPage(store, places)
{
    [BindProperty] public string? Why { get; set; }

    [BindProperty] public string? Reply { get; set; }

    public bool IsOverdue => !Asked.IsAnswered && Asked.DueOn < UkTime.DateOf(clock.GetUtcNow());

    public string Here => Links.Request(Reference);

    public async Task<IActionResult> OnPostAcknowledgeAsync(CancellationToken stop) =>
        Answer(await work.AcknowledgeAsync(Viewer, Reference, stop), () => RedirectWithBanner(Here, "It is noted that the request was acknowledged"));

    public async Task<IActionResult> OnPostExtendAsync(CancellationToken stop)
    {
        Require(Why, nameof(Why), "Say why more time is needed. Whoever asked is told the same");
        RequireWithin(Why, DataProtectionTables.LongestReason, nameof(Why), "The reason");
        if (!ModelState.IsValid) return Page();
        return Answer(await work.ExtendAsync(Viewer, Reference, Why!, stop), () => RedirectWithBanner(Here, "The time is extended. Tell whoever asked, and why"));
    }

    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken stop)
    {
        Require(Reply, nameof(Reply), "Say how it was answered");
        RequireWithin(Reply, PersonRequest.LongestWords, nameof(Reply), "The answer");
        if (!ModelState.IsValid) return Page();
        return Answer(await work.AnswerAsync(Viewer, Reference, Reply!, stop), () => RedirectWithBanner(Here, "The request is answered"));
    }
}
