using Lifeguard.Filtering.Engine.Folder;
using Lifeguard.Gateway.Squid.Tunnels;
using Lifeguard.Gateway.Tests.Spool;

namespace Lifeguard.Gateway.Tests.Squid;

/// <summary>When something that was open is so no longer, open tunnels must not outlive it (decision 0026).</summary>
public sealed class ExceptionsEndedTests : IDisposable
{
    private const string Policy =
        """
        policy: 1
        school: A school
        lowest level: pupils
        levels:
          pupils: { title: Pupils }
        exceptions:
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("lifeguard-exceptions-").FullName;
    private readonly SpoolPlace.HandClock _clock = new();
    private readonly ExceptionsEnded _ended;
    private int _writes;

    public ExceptionsEndedTests() => _ended = new ExceptionsEnded(_folder, _clock);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void WithoutAPolicy_NothingIsNoticed() => _ended.Look().ShouldBeFalse();

    [Fact]
    public void ItsLastDayIsOver_OnceAndOnTheMoment()
    {
        Write("  - { open: chess.test, until: 2026-03-02 }", "  - { open: lesson.test }");
        _ended.Look().ShouldBeFalse();

        // Until a day is to its end; the clock stands at nine that morning.
        _clock.Move(TimeSpan.FromHours(14));
        _ended.Look().ShouldBeFalse();
        _clock.Move(TimeSpan.FromHours(1));
        _ended.Look().ShouldBeTrue();
        _ended.Look().ShouldBeFalse();
    }

    [Fact]
    public void TakenBack_OrBlocked_IsNoticed_AndWhatOnlyOpensMoreIsNot()
    {
        Write("  - { open: chess.test }");
        _ended.Look().ShouldBeFalse();

        Write("  - { open: chess.test, why: the club }", "  - { open: lesson.test }");
        _ended.Look().ShouldBeFalse();
        Write("  - { open: chess.test }", "  - { open: lesson.test }", "  - { block: danger.test }");
        _ended.Look().ShouldBeTrue();
        Write("  - { open: chess.test }", "  - { block: danger.test }");
        _ended.Look().ShouldBeTrue();
        Write("  - { open: chess.test }");
        _ended.Look().ShouldBeFalse();
    }

    [Fact]
    public void PolicyWithAFault_ChangesNothing()
    {
        Write("  - { open: chess.test }");
        _ended.Look().ShouldBeFalse();

        Write("  - { opne: chess.test }");
        _ended.Look().ShouldBeFalse();
        Write("  - { block: danger.test }");
        _ended.Look().ShouldBeTrue();
    }

    private void Write(params string[] exceptions) =>
        File.WriteAllText(Path.Combine(_folder, GateFolder.PolicyFile), $"{Policy}\n{string.Join('\n', exceptions)}\n# {new string('x', ++_writes)}\n");
}
