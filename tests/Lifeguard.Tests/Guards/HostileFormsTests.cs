using System.Reflection;
using Lifeguard.Tests.House;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Tests.Guards;

/// <summary>Every field of every form is sent what no form expects; each page answers in its own words and none of them falls over.</summary>
public sealed class HostileFormsTests(World world) : IClassFixture<World>
{
    [Theory]
    [InlineData("a\0b\u0007c")]
    [InlineData("\ud800 half a character")]
    [InlineData("=cmd|' /C calc'!A1")]
    [InlineData("99999999999999999999")]
    [InlineData("")]
    public async Task Forms_AnswerWhateverIsSent(string sent)
    {
        var (cast, filled) = await FilledCase.OnTheLeadsDeskAsync(world);
        var pages = (await HousePages.OfAsync(world)).Where(page => page.Posts.Count > 0 && page.Template != "sign-out").ToList();
        pages.Count.ShouldBeGreaterThan(20);

        var fallen = new List<string>();
        foreach (var page in pages)
        {
            // Signed in anew where an earlier form may have ended the session.
            var lead = await Visitor.SignedInAsync(world, cast["dsl"]);
            foreach (var handler in page.Posts)
            {
                var address = Addresses.Of(page, filled);
                if (handler.Length > 0) address += (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "handler=" + handler;
                var answer = await lead.PostAsync(address, Fields(page.Model).Select(field => KeyValuePair.Create(field, sent)));
                if ((int)answer.Status >= 500) fallen.Add($"{address}: {(int)answer.Status}");
            }
        }

        fallen.ShouldBeEmpty();
    }

    private static IEnumerable<string> Fields(TypeInfo model) =>
        model.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(property => property.GetCustomAttribute<BindPropertyAttribute>() is not null)
            .Select(property => property.GetCustomAttribute<BindPropertyAttribute>()!.Name ?? property.Name);
}
