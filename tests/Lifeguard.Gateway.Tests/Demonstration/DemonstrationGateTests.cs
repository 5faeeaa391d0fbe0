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
    public void ItsPolicyAndListsBind_AndItsSquidIsWritten()
    {
        Copy(Path.Combine(Root(), "demo", "gate"), _folder);
        var (said, errors) = (new StringWriter(), new StringWriter());
        CompileLists.Run(At("lists.snapshot"), [At("lists")], mayShrink: false, said, errors).ShouldBe(0, errors.ToString());

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
    public void AListThatLostMostOfItsEntries_DoesNotTakeThePlaceOfTheLast()
    {
        Directory.CreateDirectory(At("lists"));
        File.WriteAllLines(At("lists/adult.txt"), Enumerable.Range(1, 100).Select(number => $"page{number}.example"));
        Compile().ShouldBe(0);
        var before = File.ReadAllBytes(At("lists.snapshot"));

        File.WriteAllText(At("lists/adult.txt"), "page1.example\n");
        Compile().ShouldBe(1);
        File.WriteAllText(At("lists/adult.txt"), "");
        Compile().ShouldBe(1);
        File.Delete(At("lists/adult.txt"));
        Compile().ShouldBe(1);
        File.ReadAllBytes(At("lists.snapshot")).ShouldBe(before);

        File.WriteAllText(At("lists/adult.txt"), "page1.example\n");
        CompileLists.Run(At("lists.snapshot"), [At("lists")], mayShrink: true, TextWriter.Null, TextWriter.Null).ShouldBe(0);

        int Compile() => CompileLists.Run(At("lists.snapshot"), [At("lists")], mayShrink: false, TextWriter.Null, TextWriter.Null);
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
