using System.Security.Cryptography;
using System.Text;

namespace Lifeguard.Response.Model.Flows;

/// <summary>A flow with the very text that it was read from.</summary>
/// <param name="Common">What flows share, as it stood beside it.</param>
internal sealed record Edition(Guid Id, Flow Flow, string Common, string Text)
{
    public static Edition Of(Flow flow, string common, string text) => new(IdOf(common, text), flow, common, text);

    /// <summary>An edition that was kept. It was checked when it was new; what is asked of new ones since then is not asked of it.</summary>
    public static Edition Read(string common, string text)
    {
        List<Fault> faults = [];
        var flow = FlowReader.ReadCommon("common.yml", common, faults) is { } shared ? FlowReader.Read("flow.yml", text, shared, faults) : null;
        return flow is not null && faults.Count == 0 ? Of(flow, common, text) : throw new FlowFaultsException(faults);
    }

    private static Guid IdOf(string common, string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{common}\0{text}")).AsSpan(0, 16));
}
