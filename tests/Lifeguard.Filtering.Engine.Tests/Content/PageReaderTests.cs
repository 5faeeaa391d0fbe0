using System.Text;
using Lifeguard.Filtering.Engine.Content;
using Lifeguard.Filtering.Engine.Decide;

namespace Lifeguard.Filtering.Engine.Tests.Content;

public sealed class PageReaderTests
{
    private const string Phrases =
        """
        # ours
        50 free slots
        30 casino
        80 bonus + casino
        -40 gambling help
        # e2guardian's
        <poker><20>
        < bet ><10>
        <rifle>,<buy><70>
        """;

    [Theory]
    [InlineData("plain words", 0)]
    [InlineData("Free Slots!", 50)]
    [InlineData("free, slots free slots", 50)]
    [InlineData("freeslots", 0)]
    [InlineData("<p>Casino</p>", 30)]
    [InlineData("casino bonus", 110)]
    [InlineData("casino gambling help", -10)]
    [InlineData("pokerstars", 20)]
    [InlineData("alphabet", 0)]
    [InlineData("bet", 10)]
    [InlineData("po<b>k</b>er", 20)]
    [InlineData("po<p>ker", 0)]
    [InlineData("po&shy;ker", 20)]
    [InlineData("p&#111;k&#x65;r", 20)]
    [InlineData("free&nbsp;slots", 50)]
    [InlineData("<script>var casino = 'free slots'</script>poker", 20)]
    [InlineData("<style>.casino{}</style><!-- casino -- > -->bet", 10)]
    [InlineData("<a title='casino'>x</a>", 0)]
    [InlineData("a < b casino", 30)]
    [InlineData("where to buy a rifle", 70)]
    public void Page_WeighsWhatItsWordsWeigh(string page, int weight)
    {
        var whole = Reader(1000);
        whole.Read(Encoding.UTF8.GetBytes(page));
        whole.End();
        whole.Score.ShouldBe(weight);

        // However the network cuts it.
        var bytes = Encoding.UTF8.GetBytes(page);
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            var reader = Reader(1000);
            reader.Read(bytes.AsSpan(0, cut));
            reader.Read(bytes.AsSpan(cut));
            reader.End();
            reader.Score.ShouldBe(weight, $"cut at {cut}");
        }

        var single = Reader(1000);
        foreach (var one in bytes) single.Read([one]);
        single.End();
        single.Score.ShouldBe(weight);
    }

    [Fact]
    public void OverTheLimit_StopsThePage_AndNamesThePhrases()
    {
        var reader = Reader(60);

        reader.Read("a long page with a casino "u8).ShouldBeFalse();
        reader.Read("and free slots"u8).ShouldBeFalse();
        reader.Read(" in it"u8).ShouldBeTrue();

        reader.Verdict.Reason.ShouldBe(Reason.PageWords);
        reader.Found.ShouldBe([("free slots", 50), ("casino", 30)]);
    }

    [Fact]
    public void RatingLabel_IsSeenAcrossPieces()
    {
        var page = "<meta name=\"RATING\" content=\"RTA-5042-1996-1400-1577-RTA\">"u8.ToArray();
        for (var cut = 0; cut <= page.Length; cut++)
        {
            var reader = Reader(1000);
            var over = reader.Read(page.AsSpan(0, cut)) | reader.Read(page.AsSpan(cut));
            over.ShouldBeTrue();
            reader.Verdict.Reason.ShouldBe(Reason.RatingLabel);
        }
    }

    [Theory]
    [InlineData("casino", "a line is a weight and a phrase: 50 free slots")]
    [InlineData("50 !!", "a phrase needs at least one letter, and at most a hundred")]
    [InlineData("<casino", "a bracket is not closed")]
    public void MistakeInAFileOfPhrases_IsNamed(string line, string because) => new PhraseSetBuilder().Add("phrases.txt", "# x\n" + line).ShouldBe([(2, because)]);

    [Fact]
    public void AnyBytes_AreRead()
    {
        var random = new Random(17);
        var rounds = Environment.GetEnvironmentVariable("LIFEGUARD_FULL") == "1" ? 200_000 : 5_000;
        string[] pieces = ["<", ">", "<script>", "</script", "<!--", "-->", "&", ";", "&#x", "casino", "free slots", "<style>", "</style>", "\u00e9", "/", "poker "];
        for (var round = 0; round < rounds; round++)
        {
            var reader = Reader(1000);
            for (var piece = 0; piece < 20; piece++)
            {
                if (random.Next(3) == 0)
                {
                    var noise = new byte[random.Next(8)];
                    random.NextBytes(noise);
                    reader.Read(noise);
                }
                else
                {
                    reader.Read(Encoding.UTF8.GetBytes(pieces[random.Next(pieces.Length)]));
                }
            }

            reader.End();
        }
    }

    private static PageReader Reader(int limit)
    {
        var builder = new PhraseSetBuilder();
        builder.Add("phrases.txt", Phrases).ShouldBeEmpty();
        return new PageReader(builder.Build(), limit);
    }
}
