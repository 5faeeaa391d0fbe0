using System.Net;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Tests.House;
using Lifeguard.Ui.Rooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Guards;

/// <summary>
/// One table for all pages: every page of the routing table, every role and nobody at all. What is expected follows from the catalogue
/// of permissions; a page about a record is tried with one the person may know and one they may not.
/// </summary>
[Collection(WalkedTogether.Name)]
public sealed class AccessTableTests(WalkedHouse house)
{
    // Somebody to whom a record was handed over works on it; taking on and what crosses to the child's welfare stay with its desk.
    private static readonly string[] ForTheDeskAlone = ["incidents/{reference}/take-on", "incidents/{reference}/welfare", "incidents/{reference}/keeping", "incidents/{reference}/purge"];

    // Somebody who was only given a record by name reads it, writes notes, and can step back.
    private static readonly string[] ForWhoeverReads =
    [
        "incidents/{reference}", "incidents/{reference}/conflict", "incidents/{reference}/notes/new", "incidents/{reference}/people",
        "incidents/{reference}/print", "incidents/{reference}/print/sheet", "incidents/{reference}/readers",
        // A head decides about conduct on a record that was given to them; the permission keeps everybody else out.
        "incidents/{reference}/sanctions",
    ];

    // Pages that are there in a state which these records do not have.
    private static readonly Dictionary<string, string> InAnotherState = new()
    {
        ["incidents/{reference}/notes/{entry:guid}/correct"] = "for a note that stands in the journal",
        ["incidents/{reference}/welfare"] = "beside an allegation",
    };

    // Open pages that still ask somebody who is signed in for a permission.
    private static readonly Dictionary<string, string> AsksWhoIsSignedIn = new() { ["report"] = "incidents.raise" };

    // Pages that answer only to something else that this walk does not bring along.
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["kept"] = "shows a form of this very browser whose session had ended",
        ["report/{draft}"] = "a draft is its author's alone; see the tests of the report",
        ["error/{code:int}"] = "answers with the code it is asked for",
    };

    [Fact]
    public void EveryPage_WasOpenedByEveryRole()
    {
        house.Pages.Count.ShouldBeGreaterThan(20);
        house.Steps.Select(step => step.Role).Distinct().Count().ShouldBe(Enum.GetValues<Role>().Length + 1);
        foreach (var role in house.Steps.GroupBy(step => step.Role)) role.Select(step => step.Page).Where(page => !page.IsFile).Distinct().Count().ShouldBe(house.Pages.Count(page => !page.IsFile));
    }

    [Fact]
    public void NobodySignedIn_MeetsTheSignIn_OrAnOpenPage()
    {
        var faults = house.Steps.Where(step => step.Role is null && !IsElsewhere(step.Page)).Where(step => step.Page.IsOpen
            ? step.Answer.Status is not (HttpStatusCode.OK or HttpStatusCode.Redirect)
            : !step.Answer.LeadsToSignIn);

        faults.Select(step => step.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void PagesOfNoRecord_OpenToWhoHoldsThePermission_AndAreNotThereForOthers()
    {
        var faults = house.Steps.Where(step => step.Role is not null && Addresses.IsPlain(step.Page) && !IsElsewhere(step.Page))
            .Where(step => step.Answer.Status is not HttpStatusCode.NotFound != MayOpen(step));

        faults.Select(step => step.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void PagesOfARecord_AreNotThere_ForARecordThatOneMayNotKnow()
    {
        var faults = house.Steps.Where(step => step.Role is not null && step.Record == WalkedHouse.Which.Unknown && step.Answer.Status != HttpStatusCode.NotFound);

        house.Steps.ShouldContain(step => step.Record == WalkedHouse.Which.Unknown);
        faults.Select(step => step.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void PagesOfARecord_OpenToItsDesk_EachInSomeState()
    {
        var faults = house.Steps.Where(step => step is { Role: Role.DesignatedSafeguardingLead, Page.IsOfARecord: true, Record: not WalkedHouse.Which.Unknown } && MayOpen(step) && !InAnotherState.ContainsKey(step.Page.Template))
            .GroupBy(step => step.Page).Where(states => states.All(step => step.Answer.Status != HttpStatusCode.OK)).Select(states => $"{states.Key} {string.Join(", ", states.Select(step => step.Answer.Status))}");

        faults.ShouldBeEmpty();
    }

    [Fact]
    public void ARecordGivenByName_OpensForReading_AndForNothingElse()
    {
        // The second wall: staff of a trust have no school's rows open, whatever was given to them.
        var readers = house.Steps.Where(step => step.Role is not (null or Role.TrustStaff) && !InAnotherState.ContainsKey(step.Page.Template) && !house.SitsAtTheDesk(step.Role.Value)
            && step is { Page: { IsOfARecord: true, IsFile: false }, Record: not (WalkedHouse.Which.Unknown or WalkedHouse.Which.HandedOver) }).ToList();

        var faults = readers.Where(step => (step.Answer.Status == HttpStatusCode.OK) != (MayOpen(step) && ForWhoeverReads.Contains(step.Page.Template)));

        readers.ShouldNotBeEmpty();
        faults.Select(step => $"{step.Page.Template}: {step}").ShouldBeEmpty();
    }

    [Fact]
    public void ARecordHandedOver_OpensForWork_ButForWhatIsTheDesksAlone()
    {
        var handler = house.Steps.Where(step => step is { Role: Role.Teacher, Page.IsOfARecord: true, Record: WalkedHouse.Which.HandedOver } && !InAnotherState.ContainsKey(step.Page.Template)).ToList();

        var faults = handler.Where(step => (step.Answer.Status == HttpStatusCode.OK) != (MayOpen(step) && !ForTheDeskAlone.Contains(step.Page.Template)));

        handler.ShouldNotBeEmpty();
        faults.Select(step => $"{step.Page.Template}: {step}").ShouldBeEmpty();
    }

    [Fact]
    public void NoPage_FailsForAnybody()
    {
        house.Steps.Where(step => (int)step.Answer.Status >= 500 && step.Page.Template != "error/{code:int}").Select(step => step.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void NoPage_SaysForbidden()
    {
        // "Not yours" and "not there" are one answer.
        house.Steps.Where(step => step.Answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized).Select(step => step.ToString()).ShouldBeEmpty();
    }

    private static bool IsElsewhere(HousePage page) => Elsewhere.Keys.Any(key => page.Template == key || page.Template.StartsWith(key + "/", StringComparison.Ordinal));

    private static bool MayOpen(Step step) => (step.Page.Needs ?? AsksWhoIsSignedIn.GetValueOrDefault(step.Page.Template)) is not { } needed || Lifeguard.Web.Rooms.All.SelectMany(room => room.Permissions)
        .Single(permission => permission.Key == needed).Roles.Contains(step.Role.ToString()!);
}
