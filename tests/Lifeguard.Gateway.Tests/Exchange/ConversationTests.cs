using Lifeguard.Gateway.Tests.Support;

namespace Lifeguard.Gateway.Tests.Exchange;

/// <summary>Recorded conversations, whole and cut in two at every byte: what comes back is the same to the byte.</summary>
public sealed class ConversationTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Corpus", "Conversations");

    public static TheoryData<string, string> All()
    {
        TheoryData<string, string> data = [];
        foreach (var line in File.ReadLines(Path.Combine(Folder, "expected.tsv")).Where(line => !line.StartsWith('#'))) data.Add(line.Split('\t')[0], line.Split('\t')[1]);
        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Conversation_CutAnywhere_IsTheSame(string name, string expected)
    {
        var line = new LineInMemory();
        var bytes = await File.ReadAllBytesAsync(Path.Combine(Folder, $"{name}.icap"), TestContext.Current.CancellationToken);

        var whole = Comparable(await line.SendAsync(bytes));
        string.Join('|', whole.Select(one => one.Word)).ShouldBe(expected);

        // Of the long one every byte of the heads and of what follows the page, and of the page one in 997.
        for (var cut = 1; cut < bytes.Length; cut += cut > 1000 && cut < bytes.Length - 400 && bytes.Length > 10_000 ? 997 : 1)
            if (!Comparable(await line.SendAsync(bytes[..cut], bytes[cut..])).SequenceEqual(whole)) Assert.Fail($"Cut at {cut} it is another conversation.");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Conversation_ByteByByte_IsTheSame(string name, string expected)
    {
        var line = new LineInMemory();
        var bytes = await File.ReadAllBytesAsync(Path.Combine(Folder, $"{name}.icap"), TestContext.Current.CancellationToken);

        var answers = Comparable(await line.SendAsync([.. bytes.Select(one => new[] { one })]));

        string.Join('|', answers.Select(one => one.Word)).ShouldBe(expected);
    }

    // In how many chunks a body goes on depends on how it came; what it is does not.
    private static List<(string Word, string? Request, string? Response, string? Body)> Comparable(byte[] bytes) =>
        [.. Answered.All(bytes).Select(one => (one.Word, one.RequestHead, one.ResponseHead, one.Body))];
}
