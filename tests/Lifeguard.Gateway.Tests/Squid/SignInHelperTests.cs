using System.Net;
using Lifeguard.Gateway.Squid;

namespace Lifeguard.Gateway.Tests.Squid;

public sealed class SignInHelperTests
{
    [Fact]
    public async Task EachLine_IsAnsweredOnItsChannel_AndNobodyIsLetInByAFault()
    {
        using var door = new Door();
        using var client = new HttpClient(door);
        var helper = new SignInHelper(client, new Uri("http://127.0.0.1:1345"), () => "the key of the gate");
        var output = new StringWriter();

        await helper.RunAsync(new StringReader("0 pupil right%20one%2B\n1 pupil wrong\n2 pupil\n3 pupil broken\n4 pupil away\n"), output);

        var answers = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ToArray();
        answers.Select(answer => string.Join(' ', answer.Trim().Split(' ').Take(2))).ShouldBe(["0 OK", "1 ERR", "2 BH", "3 BH", "4 BH"]);
        output.ToString().ShouldNotContain("right");
        door.Keys.ShouldAllBe(key => key == "Bearer the key of the gate");
    }

    private sealed class Door : HttpMessageHandler
    {
        public List<string> Keys { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (Keys) Keys.Add(request.Headers.Authorization!.ToString());
            var said = await request.Content!.ReadAsStringAsync(cancellationToken);
            if (said.Contains("away", StringComparison.Ordinal)) throw new HttpRequestException("nobody there");
            return new HttpResponseMessage(said.Contains("\"right one\\u002B\"", StringComparison.OrdinalIgnoreCase) || said.Contains("\"right one+\"", StringComparison.Ordinal) ? HttpStatusCode.NoContent
                : said.Contains("broken", StringComparison.Ordinal) ? HttpStatusCode.InternalServerError : HttpStatusCode.Forbidden);
        }
    }
}
