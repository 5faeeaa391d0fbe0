using System.Diagnostics;
using System.Globalization;
using Lifeguard.Tests.Shared;

namespace Lifeguard.Tests.House;

/// <summary>A test run that is killed leaves no program behind.</summary>
public sealed class LeashTests
{
    private const string Note = "LIFEGUARD_SLEEPER_NOTE";

    [Fact]
    public async Task TestRun_ThatIsKilled_TakesItsProgramsWithIt()
    {
        var note = Path.Combine(Directory.CreateTempSubdirectory("lifeguard-leash-").FullName, "sleeper");
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["-noLogo", "-explicit", "only", "-method", $"*{nameof(LeashTests)}.{nameof(Sleeper_IsHeldUntilTheRunIsKilled)}"]) { RedirectStandardOutput = true };
        start.Environment[Note] = note;
        using var run = Process.Start(start)!;
        await UntilAsync(() => File.Exists(note));
        var sleeper = int.Parse(await File.ReadAllTextAsync(note, TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
        IsAlive(sleeper).ShouldBeTrue();

        run.Kill();
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);

        await UntilAsync(() => !IsAlive(sleeper));
        Directory.Delete(Path.GetDirectoryName(note)!, recursive: true);
    }

    [Fact]
    public async Task Program_ThatIsLetGo_GoesOn()
    {
        using var sleeper = Process.Start("sleep", "600")!;

        Leash.On(sleeper.Id).Dispose();

        IsAlive(sleeper.Id).ShouldBeTrue();
        sleeper.Kill();
        await sleeper.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The run that the first test starts, and kills.</summary>
    [Fact(Explicit = true)]
    public async Task Sleeper_IsHeldUntilTheRunIsKilled()
    {
        using var sleeper = Process.Start("sleep", "600")!;
        using var leash = Leash.On(sleeper.Id);
        var note = Environment.GetEnvironmentVariable(Note)!;
        await File.WriteAllTextAsync(note + ".part", sleeper.Id.ToString(CultureInfo.InvariantCulture), TestContext.Current.CancellationToken);
        File.Move(note + ".part", note);
        await sleeper.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    // Ended and not yet collected by whoever took it over counts as ended.
    private static bool IsAlive(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..][0] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var tries = 0; !holds(); tries++)
        {
            tries.ShouldBeLessThan(600);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
