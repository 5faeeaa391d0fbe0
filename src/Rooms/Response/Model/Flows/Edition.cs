using System.Security.Cryptography;
using System.Text;
using Lifeguard.Response.Model.Local;

namespace Lifeguard.Response.Model.Flows;

/// <summary>A flow with the very text that it was read from.</summary>
/// <param name="Common">What flows share, as it stood beside it.</param>
/// <param name="Local">What organisations have settled and worded on top of it; null where it is as it comes.</param>
internal sealed record Edition(Guid Id, Flow Flow, string Common, string Text, string? Local)
{
    public static Edition Of(Flow flow, string common, string text, string? local = null) => new(IdOf(common, text, local), flow, common, text, local);

    /// <summary>An edition that was kept. It was checked when it was new; what is asked of new ones since then is not asked of it.</summary>
    public static Edition Read(string common, string text, string? local)
    {
        List<Fault> faults = [];
        var flow = FlowReader.ReadCommon("common.yml", common, faults) is { } shared ? FlowReader.Read("flow.yml", text, shared, faults) : null;
        if (flow is null || faults.Count > 0) throw new FlowFaultsException(faults);
        return Of(local is null ? flow : LocalFlow.On(flow, LocalFlow.Read(local)), common, text, local);
    }

    private static Guid IdOf(string common, string text, string? local) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(local is null ? $"{common}\0{text}" : $"{common}\0{text}\0{local}")).AsSpan(0, 16));
}
