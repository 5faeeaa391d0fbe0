using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage.Walls;
using Lifeguard.Ui;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>The first question, danger, before anything is stored. Without an account the school's code comes before it, with the numbers above.</summary>
[OpenToAll("A concern can be raised without an account, behind the school's code.")]
internal sealed class StartModel(IOrganisations organisations, OrganisationScope scope, Drafts drafts, CodeTries tries, IOnDuty onDuty, NumbersToRing numbers, TimeProvider clock) : RoomPage
{
    [BindProperty(SupportsGet = true)] public string? Code { get; set; }

    /// <summary>For somebody who belongs to several schools.</summary>
    [BindProperty] public Guid? About { get; set; }

    [BindProperty] public Danger? Danger { get; set; }

    public IReadOnlyList<OrganisationCard> Schools { get; private set; } = [];

    /// <summary>Null until the code is right.</summary>
    public OrganisationCard? School { get; private set; }

    public bool AsksSchool => Schools.Count > 1 && string.IsNullOrWhiteSpace(Code);

    public bool AsksCode => School is null && !AsksSchool;

    public IReadOnlyList<HelpContact> Help => HelpContact.Always;

    /// <summary>The school of which the page says who reads: the one it is about, or the one that it most likely is.</summary>
    public string WhoseHours { get; private set; } = "";

    /// <summary>Whoever is on duty now and may be rung.</summary>
    public IReadOnlyList<HelpContact> OnDuty { get; private set; } = [];

    /// <summary>When somebody reads it next, while nobody does.</summary>
    public DateTimeOffset? NobodyReadsUntil { get; private set; }

    /// <summary>Whom to ring while nobody reads.</summary>
    public IReadOnlyList<HelpContact> RingNow { get; private set; } = [];

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (IsSignedIn && !Viewer.May(IncidentPermissions.Raise)) return false;
        if (IsSignedIn) await LoadSchoolsAsync(Viewer, stop);
        // A code goes first: who reads a poster in another school means that school.
        if (!string.IsNullOrWhiteSpace(Code)) await ReadCodeAsync(Code, stop);
        else if (Schools is [var only]) School = only;
        if ((School ?? Schools.FirstOrDefault(one => one.Id == About)) is { } likely && HttpMethods.IsGet(Request.Method)) await LoadWhoReadsAsync(likely, stop);
        return true;
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (AsksCode)
        {
            Require(Code, nameof(Code), "Enter the school's code");
            return Page();
        }

        School ??= Schools.FirstOrDefault(one => one.Id == About);
        Require(School, nameof(About), "Select which school it is about");
        Require(Danger, nameof(Danger), "Say whether anybody is in danger now");
        if (!ModelState.IsValid) return Page();

        var key = DraftKeys.New();
        var draft = await drafts.StartAsync(Reporter?.IdentityId, DraftKeys.Hash(key), School!.Id, new RaiseAnswers { Danger = Danger }, stop);
        DraftKeys.Give(HttpContext, draft, key);
        return Redirect(Links.Draft(draft, Danger == Model.Danger.No ? RaiseJourney.Who : RaiseJourney.DangerNow));
    }

    // Somebody whose own school is not this one reports through the code, like anybody.
    private Viewer? Reporter => IsSignedIn && Schools.Any(one => one.Id == School!.Id) ? Viewer : null;

    private async Task LoadWhoReadsAsync(OrganisationCard school, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var isOwn = IsSignedIn && Schools.Any(one => one.Id == school.Id);
        var next = await onDuty.NextReadAsync(school.Id, now, stop);
        WhoseHours = school.Name;
        if (next > now) (NobodyReadsUntil, RingNow) = (next, await numbers.NowAsync(school, isOwn, stop));
        else OnDuty = await numbers.OnDutyAsync(school.Id, isOwn, _ => true, stop);
    }

    private async Task LoadSchoolsAsync(Viewer viewer, CancellationToken stop)
    {
        var known = (await organisations.AllAsync(stop)).Where(one => viewer.Organisations.Contains(one.Id));
        Schools = [.. known.Where(one => one.Kind is OrganisationKind.School or OrganisationKind.OtherSetting)];
        About ??= Schools.FirstOrDefault(one => one.Id == viewer.Home)?.Id;
    }

    private async Task ReadCodeAsync(string code, CancellationToken stop)
    {
        School = await organisations.ByReportCodeAsync(code, stop);
        if (School is { Kind: OrganisationKind.School or OrganisationKind.OtherSetting } school)
        {
            if (!IsSignedIn) await DraftDoor.OpenSchoolAsync(scope, organisations, school.Id, stop);
            return;
        }

        School = null;
        await tries.SlowDownAsync(stop);
        ModelState.AddModelError(nameof(Code), "That is not the code of a school here. Look at the poster again, or ask at the school's office");
    }
}
