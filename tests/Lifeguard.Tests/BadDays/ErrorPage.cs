using System.Net;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.BadDays;

/// <summary>What every page shown after a failure must have, and must not.</summary>
internal static class ErrorPage
{
    private static readonly string[] Inside = ["Npgsql", "Postgres", "Exception", "   at ", "lg_app", "Host=", "select ", "/tmp/", ".cs:line"];

    public static void ShouldBeOurs(this PageSeen page, HttpStatusCode status)
    {
        page.Status.ShouldBe(status, page.Text);
        page.Heading.ShouldNotBeEmpty();
        page.Html.ShouldContain("tel:999");
        page.Html.ShouldContain("If a child is in danger, ring now");
        foreach (var word in Inside) page.Html.ShouldNotContain(word, Case.Sensitive);
    }
}
