using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage.Outbox;
using Lifeguard.Tests.BadDays;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Shared;
using Lifeguard.Web.Post;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Jobs;

public sealed class MailTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Letters_WhileTheMailServerIsDown_WaitAndArriveOnce_AndSayNothing()
    {
        var school = await world.SchoolAsync();
        var lead = await world.PersonAsync(school, "Rosalind Achterberg", PersonKind.Staff, Role.DesignatedSafeguardingLead);
        await Reporter.SendAsync(world.Stranger(), await world.CodeAsync(school), "Quillfeather wrote zyxomma in a chat.");
        var port = FreePorts.Next();
        var server = new MailServer("127.0.0.1", port, "lifeguard@school.example.org", new Uri("http://localhost:5080"));

        var whileDown = await SendAsync(server);
        await using var listener = new SmtpListener(port);
        var tooSoon = await SendAsync(server);
        world.Clock.PassMinutes(5);
        var later = await SendAsync(server);
        var again = await SendAsync(server);

        whileDown.ShouldBe(0);
        tooSoon.ShouldBe(0);
        later.ShouldBeGreaterThan(0);
        again.ShouldBe(0);
        listener.Letters.Count.ShouldBe(later);
        listener.Letters.Select(one => one.Header("Message-ID")).ShouldBeUnique();
        foreach (var letter in listener.Letters)
        {
            letter.To.ShouldBe(lead.Email);
            letter.Header("Subject").ShouldBeOneOf(Notice.RoutineSubject, Notice.UrgentSubject);
            letter.Header("Content-Transfer-Encoding").ShouldNotBe("base64", "then the next line would look for words in vain");
            foreach (var word in (string[])["Quillfeather", "zyxomma", "concern", "incident", "Achterberg"]) letter.Raw.ShouldNotContain(word);
        }
    }

    [Fact]
    public async Task Letter_ToAServerThatTakesTheCallAndIsSilent_IsTriedAgainLater()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var server = new MailServer("127.0.0.1", ((System.Net.IPEndPoint)silent.LocalEndpoint).Port, "lifeguard@school.example.org", new Uri("http://localhost:5080"), TimeSpan.FromMilliseconds(200));

        var fault = await Record.ExceptionAsync(() => server.SendAsync("somebody@school.example.org", Kernel.LetterUrgency.Routine, "1", TestContext.Current.CancellationToken));

        fault.ShouldBeOfType<TimeoutException>();
    }

    private Task<int> SendAsync(MailServer server) =>
        world.DoAsync(services => ActivatorUtilities.CreateInstance<LetterSender>(services, server).SendDueAsync(CancellationToken.None));
}
