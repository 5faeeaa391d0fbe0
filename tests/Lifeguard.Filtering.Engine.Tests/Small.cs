using System.Text;
using Lifeguard.Filtering.Engine.Addresses;
using Lifeguard.Filtering.Engine.Compile;
using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Filtering.Engine.Snapshot;

namespace Lifeguard.Filtering.Engine.Tests;

/// <summary>Makes small filters for tests, and asks them in one line.</summary>
internal static class Small
{
    /// <summary>A Tuesday in term, 10:00 in London.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    public static FilterSnapshot Lists(params (string List, string Lines)[] lists)
    {
        var compiler = new ListCompiler();
        foreach (var (list, lines) in lists) compiler.Add(new ListFile(list, list, Now, Encoding.UTF8.GetBytes(lines)));
        var path = Path.Combine(Path.GetTempPath(), $"lifeguard-{Path.GetRandomFileName()}.snapshot");
        compiler.Write(path);
        try
        {
            return FilterSnapshot.Open(path, out var fault) ?? throw new InvalidDataException(fault);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static Policy Policy(string yaml) =>
        Engine.Policies.Policy.Read("policy.yml", yaml, out var faults) ?? throw new InvalidDataException(string.Join('\n', faults));

    public static Filter Filter(string yaml, params (string List, string Lines)[] lists) => Bind(Lists(lists), Policy(yaml), Overlay.None);

    public static Filter Bind(FilterSnapshot snapshot, Policy policy, Overlay overlay) =>
        Engine.Decide.Filter.Bind(snapshot, policy, overlay, out var faults) ?? throw new InvalidDataException(string.Join('\n', faults));

    public static Verdict Ask(this Filter filter, string address, string? level = null, DateTimeOffset? at = null, WebMethod method = WebMethod.Get, Asker? asker = null) =>
        filter.Ask(Encoding.UTF8.GetBytes(address), level, at, method, asker);

    public static Verdict Ask(this Filter filter, byte[] address, string? level = null, DateTimeOffset? at = null, WebMethod method = WebMethod.Get, Asker? asker = null)
    {
        asker ??= filter.AskerAt(level is null ? filter.Policy.Lowest : filter.Policy.Levels.Single(one => one.Name == level));
        var moment = Moment.At(at ?? Now, filter.Policy.Zone);
        var scratch = new byte[WebAddress.ScratchLength];
        var fault = method is WebMethod.Connect ? WebAddress.TryReadTunnel(address, scratch, out var read) : WebAddress.TryRead(address, scratch, out read);
        return fault is AddressFault.None ? filter.Decide(new WebRequest(read, method), asker, moment) : Engine.Decide.Filter.Unreadable;
    }

    public static Explanation Why(this Filter filter, string address, string? level = null, DateTimeOffset? at = null)
    {
        var asker = filter.AskerAt(level is null ? filter.Policy.Lowest : filter.Policy.Levels.Single(one => one.Name == level));
        var scratch = new byte[WebAddress.ScratchLength];
        WebAddress.TryRead(Encoding.UTF8.GetBytes(address), scratch, out var read).ShouldBe(AddressFault.None);
        var request = new WebRequest(read);
        return filter.Explain(request, filter.Decide(request, asker, Moment.At(at ?? Now, filter.Policy.Zone)), asker);
    }
}
