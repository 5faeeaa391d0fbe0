using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Filtering.Engine.Snapshot;
using Lifeguard.Gateway.Commands;
using Lifeguard.Gateway.Squid;

namespace Lifeguard.Gateway.Tests.Demonstration;

/// <summary>The demonstration's gate is what a newcomer copies: its policy, lists and doors must be without a fault.</summary>
public sealed class DemonstrationGateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lifeguard-gate-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task ItsPolicyAndListsBind_AndItsSquidIsWritten()
    {
        Copy(Path.Combine(Root(), "demo", "gate"), _folder);
        var (said, errors) = (new StringWriter(), new StringWriter());
        (await new CompileLists().RunAsync(At("lists"), At("lists.snapshot"), false, said, errors, null, TestContext.Current.CancellationToken)).ShouldBe(0, errors.ToString());

        var policy = Policy.ReadFile(At("policy.yml"), out var faults);
        faults.ShouldBeEmpty(string.Join('\n', faults));
        var snapshot = FilterSnapshot.Open(At("lists.snapshot"), out var fault);
        fault.ShouldBeNull();
        Filter.Bind(snapshot!, policy!, Overlay.None, out faults).ShouldNotBeNull(string.Join('\n', faults));

        var settings = SquidSettings.Read(At("squid.json"), out var wrong);
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
        SquidFolder.Write(settings! with { User = Environment.IsPrivilegedProcess ? "proxy" : Environment.UserName }, TimeProvider.System).ShouldBeEmpty();
        (await File.ReadAllTextAsync(new SquidFiles(settings!.Folder).SealedNames, TestContext.Current.CancellationToken)).ShouldBe(".sealed.lifeguard.example\n");
        (await File.ReadAllTextAsync(new SquidFiles(settings.Folder).Helplines, TestContext.Current.CancellationToken)).ShouldContain(".childline.org.uk\n");
    }

    /// <summary>After a power failure the gate and the timer that was missed do so: neither spoils what the other writes, and nothing is left beside.</summary>
    [Fact]
    public async Task ListsThatAreCompiledSeveralTimesAtOnce_AreWhole()
    {
        Copy(Path.Combine(Root(), "demo", "gate"), _folder);
        var errors = new StringWriter();

        var codes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new CompileLists().RunAsync(At("lists"), At("lists.snapshot"), false, TextWriter.Null, TextWriter.Synchronized(errors), null, CancellationToken.None))));

        codes.ShouldAllBe(code => code == 0, errors.ToString());
        FilterSnapshot.Open(At("lists.snapshot"), out var fault).ShouldNotBeNull(fault);
        Directory.GetFiles(_folder, "lists.snapshot*").ShouldHaveSingleItem();
    }

    private string At(string name) => Path.Combine(_folder, name);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Lifeguard.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
