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
        File.ReadAllText(new SquidFiles(settings!.Folder).SealedNames).ShouldBe(".sealed.lifeguard.example\n");
        File.ReadAllText(new SquidFiles(settings.Folder).Helplines).ShouldContain(".childline.org.uk\n");
    }

    [Fact]
    public async Task AListThatLostMostOfItsEntries_DoesNotTakeThePlaceOfTheLast()
    {
        Directory.CreateDirectory(At("lists"));
        File.WriteAllLines(At("lists/adult.txt"), Enumerable.Range(1, 100).Select(number => $"page{number}.example"));
        (await CompileAsync()).ShouldBe(0);
        var before = File.ReadAllBytes(At("lists.snapshot"));

        File.WriteAllText(At("lists/adult.txt"), "page1.example\n");
        (await CompileAsync()).ShouldBe(2);
        File.WriteAllText(At("lists/adult.txt"), "");
        (await CompileAsync()).ShouldBe(2);
        File.Delete(At("lists/adult.txt"));
        (await CompileAsync()).ShouldBe(2);
        File.ReadAllBytes(At("lists.snapshot")).ShouldBe(before);

        File.WriteAllText(At("lists/adult.txt"), "page1.example\n");
        (await CompileAsync(mayShrink: true)).ShouldBe(0);

        Task<int> CompileAsync(bool mayShrink = false) => new CompileLists().RunAsync(At("lists"), At("lists.snapshot"), mayShrink, TextWriter.Null, TextWriter.Null, null, TestContext.Current.CancellationToken);
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
