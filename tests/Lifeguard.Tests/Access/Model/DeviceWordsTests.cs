using Lifeguard.Access.Model;

namespace Lifeguard.Tests.Access.Model;

public sealed class DeviceWordsTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari on an iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36", "Chrome on an Android phone or tablet")]
    [InlineData("<script>", "A browser")]
    [InlineData(null, "A browser")]
    public void Browser_IsSaidInPlainWords(string? userAgent, string words)
    {
        DeviceWords.Of(userAgent).ShouldBe(words);
    }
}
