using System.Text.RegularExpressions;

namespace Lifeguard.Tests.Walls;

/// <summary>The host knows no room's pages: what stands on home and in the navigation is handed in by the rooms.</summary>
public sealed partial class HomeTests
{
    private static readonly IReadOnlyList<string> OfRooms = [.. Sources.Of(".cshtml", "src/Rooms").SelectMany(page => FirstWords(page.Text)).Distinct()];

    [Fact]
    public void Host_NamesNoAddressOfARoom()
    {
        var faults = Sources.Of(".cs", "src/Web").Concat(Sources.Of(".cshtml", "src/Web")).SelectMany(source => Faults(source.Text).Select(fault => $"{source.Name}: {fault}"));

        OfRooms.ShouldContain("report");
        OfRooms.ShouldNotContain("home");
        faults.ShouldBeEmpty();
    }

    [Fact]
    public void WhatRoomsHandIn_LeadsToTheirOwnPages_AndIsOpenToSomebody()
    {
        var permissions = Lifeguard.Web.Rooms.All.SelectMany(room => room.Permissions).Select(permission => permission.Key).ToHashSet();

        foreach (var room in Lifeguard.Web.Rooms.All)
        {
            var own = Sources.Of(".cshtml", "src/Rooms/" + room.Name).SelectMany(page => Page().Matches(page.Text)).Select(match => match.Groups["address"].Value).ToList();
            room.Home.Select(entry => entry.Href).Concat(room.Navigation.Select(entry => entry.Href)).Except(own).ShouldBeEmpty(room.Name);
            room.Home.Select(entry => entry.Permission).Concat(room.Navigation.Select(entry => entry.Permission)).Except(permissions).ShouldBeEmpty(room.Name);
        }
    }

    [Theory]
    [InlineData("<lg-button href=\"/report\">Report</lg-button>")]
    [InlineData("return LocalRedirect(\"/sign-in?to=x\");")]
    [InlineData("var address = $\"/incidents/{reference}/close\";")]
    [InlineData("<a href='/receipts'>Your own reports</a>")]
    public void Detector_SeesAnAddressOfARoom(string code)
    {
        Faults(code).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("return LocalRedirect(\"/home\");")]
    [InlineData("<lg-button href=\"@entry.Href\">Report</lg-button>")]
    [InlineData("\"/reported\"")]
    public void Detector_LetsItsOwnPagesPass(string code)
    {
        Faults(code).ShouldBeEmpty();
    }

    private static IEnumerable<string> FirstWords(string markup) => Page().Matches(markup).Select(match => match.Groups["address"].Value.Trim('/').Split('/')[0]);

    private static IEnumerable<string> Faults(string code) => Address().Matches(code).Where(match => OfRooms.Contains(match.Groups["first"].Value)).Select(match => match.Value);

    [GeneratedRegex("^@page \"(?<address>/[^\"]*)\"", RegexOptions.Multiline)]
    private static partial Regex Page();

    [GeneratedRegex("""["'](?<address>/(?<first>[\w.-]+))""")]
    private static partial Regex Address();
}
