using System.Text;
using Lifeguard.DataProtection.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Sealing;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.DataProtection.Pages.DataProtection.Requests;

/// <summary>The copy that somebody is given: on paper, or as a file sealed with words that are told to them another way.</summary>
[Needs(DataProtectionPermissions.Requests), StepUp]
internal sealed class PackageModel(Store store, IPlaces places, FindPackage find, TimeProvider clock) : RequestPage(store, places)
{
    private readonly Store _store = store;

    /// <summary>128 random bits: nobody chooses a weak one, and nobody keeps it here.</summary>
    [BindProperty] public string? Words { get; set; } = RandomReference.New().ToString();

    public Package Package { get; private set; } = null!;

    public string PutTogetherBy => Viewer.Name;

    protected override async Task<bool> LoadRequestAsync(CancellationToken stop)
    {
        if (!Asked.GathersRecords || Asked.IsAnswered || !IsLookedThrough) return false;
        Package = await find.OfAsync(Asked, stop);
        if (HttpMethods.IsGet(Request.Method)) await NoteAsync("copy opened", stop);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        RequireThat(RandomReference.TryParse(Words, null, out _), nameof(Words), "Open this page again: the words on it are made anew");
        RequireThat(Package.NamesLeft.Count == 0, nameof(Words), "Somebody else's name still stands in it. The desk takes it out first");
        if (!ModelState.IsValid) return Page();

        await NoteAsync("copy sealed", stop);
        return File(AgePassphrase.Seal(Encoding.UTF8.GetBytes(PackageText.Html(Package)), Words!), "application/octet-stream", "copy.html.age");
    }

    private Task<Outcome> NoteAsync(string what, CancellationToken stop) => _store.CommitAsync(Viewer.Deed(Asked.Org, clock.GetUtcNow()), new RequestMoved(Asked.Ref, what), stop);
}
