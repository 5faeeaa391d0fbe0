using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Tests.House;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.Tests.Guards;

/// <summary>
/// A record that one may not know and a record that is not there give the same answer: status, headers and body, read or sent to, on every
/// page of the routing table. The time it takes is the bench's matter.
/// </summary>
public sealed class HiddenMeansHiddenTests(World world) : IClassFixture<World>
{
    [Theory]
    [InlineData("dsl")]
    [InlineData("teacher2")]
    [InlineData("teacher")]
    [InlineData("technician")]
    [InlineData("administrator")]
    [InlineData("data-protection")]
    [InlineData("other-head")]
    [InlineData("nobody")]
    public async Task Hidden_AnswersAsAbsent(string part)
    {
        var (cast, filled) = await FilledCase.HiddenFromAllButTheHeadAsync(world);
        var visitor = part == "nobody" ? Visitor.Stranger(world) : await Visitor.SignedInAsync(world, cast[part]);
        var token = part == "nobody" ? (await visitor.GetAsync("/sign-in")).Token : null;
        var faults = new List<string>();

        foreach (var page in (await HousePages.OfAsync(world)).Where(page => !Addresses.IsPlain(page) && !page.Template.StartsWith("error/", StringComparison.Ordinal) && !IsTheirs(part, page)))
        {
            var absent = RandomReference.New();
            var (there, gone) = (Addresses.Of(page, filled), Addresses.Of(page, filled, absent));
            faults.AddRange(Differences(await visitor.GetAsync(there), await visitor.GetAsync(gone), there, gone));
            foreach (var handler in page.Posts)
            {
                var query = handler.Length == 0 ? "" : (there.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "handler=" + handler;
                KeyValuePair<string, string>[] fields = [new("Text", "Something"), new("Said", "Something"), new("Why", "Something"), .. token is null ? Array.Empty<KeyValuePair<string, string>>() : [new(Answer.TokenField, token)]];
                faults.AddRange(Differences(await visitor.PostAsync(there + query, fields, token), await visitor.PostAsync(gone + query, fields, token), there, gone));
            }
        }

        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Search_ForAHiddenNameOrWord_AnswersAsForNonsense()
    {
        var (cast, filled) = await FilledCase.HiddenFromAllButTheHeadAsync(world);
        var visitor = await Visitor.SignedInAsync(world, cast["dsl"]);

        foreach (var word in new[] { filled.WordOf("Report.WhatHappened")!, filled.WordOf("Entry.Text")!, cast["teacher2"].Name })
        {
            var found = await visitor.PostAsync("/search", [new("Words", word)]);
            var nothing = await visitor.PostAsync("/search", [new("Words", "zvvnobodywrotethis")]);

            found.Plain(word).ShouldBe(nothing.Plain("zvvnobodywrotethis"));
        }
    }

    [Fact]
    public void Detector_SeesADifferenceInStatusHeaderOrBody()
    {
        Answer Sample(int status, string header, string body) => new("GET", "/x", (System.Net.HttpStatusCode)status, [new("X-Sample", header), new("Date", Guid.Empty.ToString())], body);

        Differences(Sample(404, "a", "b"), Sample(403, "a", "b"), "", "").ShouldHaveSingleItem();
        Differences(Sample(404, "a", "b"), Sample(404, "c", "b"), "", "").ShouldHaveSingleItem();
        Differences(Sample(404, "a", "b"), Sample(404, "a", "b "), "", "").ShouldHaveSingleItem();
        Differences(Sample(404, "a", "b"), Sample(404, "a", "b"), "", "").ShouldBeEmpty();
    }

    // Their own receipt, and a task that is meant for them.
    private static bool IsTheirs(string part, HousePage page) =>
        (part == "teacher" && page.Template.StartsWith("receipts/", StringComparison.Ordinal)) || (part == "technician" && page.Template.StartsWith("technical-tasks/", StringComparison.Ordinal));

    private static string[] NamesIn(string address) => [.. address.Split('/', '?').Where(part => RandomReference.TryParse(part, null, out _))];

    private static IEnumerable<string> Differences(Answer hidden, Answer absent, string there, string gone)
    {
        // The address itself is echoed where the person is sent to sign in.
        var (one, other) = (hidden.Plain(NamesIn(there)), absent.Plain(NamesIn(gone)));
        if (one != other) yield return $"{hidden.Method} {there}: {(int)hidden.Status} {hidden.Location} against {(int)absent.Status} {absent.Location}";
    }
}
