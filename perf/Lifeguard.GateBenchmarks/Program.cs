using System.Diagnostics;
using System.Text;
using Lifeguard.Filtering.Engine.Addresses;
using Lifeguard.Filtering.Engine.Compile;
using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Filtering.Engine.Snapshot;
using Lifeguard.GateBenchmarks;

var root = args[0];
var watch = Stopwatch.StartNew();
var file = Path.Combine(root, "full.snapshot");
{
    var compiler = new ListCompiler();
    foreach (var one in ListFolder.Read(Path.Combine(root, "full"))) compiler.Add(one);
    Console.WriteLine($"read {watch.Elapsed.TotalSeconds:F2} s");
    var lists = compiler.Write(file);
    Console.WriteLine($"compiled {watch.Elapsed.TotalSeconds:F2} s; domains {lists.Sum(l => l.Domains)}, paths {lists.Sum(l => l.Paths)}, duplicates {lists.Sum(l => l.Duplicates)}, collapsed {lists.Sum(l => l.Collapsed)}, rejected {lists.Sum(l => l.Rejected)}");
    foreach (var r in compiler.Rejected.Take(30)) Console.WriteLine($"  {r.Source}:{r.Line} {r.Because}");
}

watch.Restart();
var snapshot = FilterSnapshot.Open(file, out var fault) ?? throw new InvalidOperationException(fault);
Console.WriteLine($"open {watch.Elapsed.TotalMilliseconds:F1} ms, {snapshot.Entries} entries, {new FileInfo(file).Length / (double)snapshot.Entries:F1} bytes an entry");
var names = snapshot.Lists.Select(l => l.Name).ToArray();
var yaml = new StringBuilder("policy: 1\nschool: Bench\nlowest level: pupils\ncategories:\n");
foreach (var name in names) yaml.Append(System.Globalization.CultureInfo.InvariantCulture, $"  {name}: {{ title: {name}, lists: [{name}] }}\n");
yaml.Append(System.Globalization.CultureInfo.InvariantCulture, $"own lists: {{ lessons: {{ addresses: [lesson.test, example.org/maths] }} }}\nwords: {{ harm: {{ words: [hurt myself, suicide, poker] }} }}\nlevels:\n  pupils: {{ title: Pupils, blocks: [{string.Join(", ", names)}], opens: [lessons], words: [harm], blocked downloads: [exe] }}\nexceptions: [{{ open: open.test }}, {{ block: shut.test }}]\n");
var policy = Policy.Read("bench", yaml.ToString(), out var faults) ?? throw new InvalidOperationException(string.Join('\n', faults));
var filter = Filter.Bind(snapshot, policy, Overlay.None, out faults) ?? throw new InvalidOperationException(string.Join('\n', faults));
var asker = filter.AskerAt(policy.Lowest);
var moment = Moment.At(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero), policy.Zone);
foreach (var kind in new[] { "warm", "cold" })
{
    var lines = new Lines(Path.Combine(root, kind + ".txt"));
    var scratch = new byte[WebAddress.ScratchLength];
    for (var pass = 0; pass < 6; pass++)
    {
        var blocked = 0;
        var other = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        watch.Restart();
        for (var at = 0; at < lines.Count; at++)
        {
            if (WebAddress.TryRead(lines[at], scratch, out var address) is not AddressFault.None) { other++; continue; }
            var verdict = filter.Decide(new WebRequest(address), asker, moment);
            if (verdict.Reason is Reason.Category) blocked++;
            else if (verdict.Action != FilterAction.Allow) other++;
        }

        Console.WriteLine($"{kind}: {lines.Count / watch.Elapsed.TotalSeconds / 1e6:F2} M/s, blocked {blocked}, otherwise {other}, allocated {GC.GetAllocatedBytesForCurrentThread() - before}");
    }

    var truth = File.ReadAllLines(Path.Combine(root, kind + ".truth"));
    var wrong = 0;
    for (var at = 0; at < lines.Count; at++)
    {
        WebAddress.TryRead(lines[at], scratch, out var address);
        var verdict = filter.Decide(new WebRequest(address), asker, moment);
        var right = truth[at] != "-";
        if ((verdict.Reason is Reason.Category) != right && wrong++ < 12) Console.WriteLine($"  {Encoding.UTF8.GetString(lines[at])} truth {truth[at]} said {verdict.Action} {verdict.Reason}");
    }

    Console.WriteLine($"{kind}: {wrong} differ from the truth");
}
