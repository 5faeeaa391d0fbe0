using Lifeguard.Gateway.Tests.Lab;

namespace Lifeguard.Gateway.Tests.Squid;

/// <summary>What Squid does by itself, with a filter that lets everything through.</summary>
public sealed class SquidTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private readonly ScriptedIcap _icap = new();
    private readonly SquidLab _lab;

    public SquidTests() => _lab = new SquidLab([_icap.Port]);

    public async ValueTask InitializeAsync() => await _lab.StartAsync();

    public ValueTask DisposeAsync()
    {
        _lab.Dispose();
        _icap.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task AGate_LetsThroughWhatTheFilterAllows_AndShutsItsOwnDoors()
    {
        var first = await RawClient.GetAsync(_lab.Pupils, "http://good.test/a", Patience);
        first.ShouldContain("the origin answers http://good.test/a", customMessage: _lab.Log() + string.Join("\n", _icap.Shown));
        var (answer, within) = await RawClient.TunnelAsync(_lab.Pupils, "good.test:443", Hello.Named("good.test"), Patience);
        answer.ShouldStartWith("HTTP/1.1 200");
        within.ShouldNotBeEmpty();
        _lab.Origin.Arrived.ShouldBe(["GET http://good.test/a", "CONNECT good.test:443"]);
        _lab.Log().ShouldNotContain("ERROR");
        _lab.Log().ShouldNotContain("FATAL");

        foreach (var shown in _icap.Shown) TestContext.Current.TestOutputHelper!.WriteLine(shown);
    }
}
