using System.Text;

namespace Lifeguard.Filtering.Engine.Compile;

/// <summary>Names under which everybody's names hang. A list that holds one of them is wrong, or hostile.</summary>
internal static class WholeBranches
{
    // Top-level domains sold for one purpose alone, which lists do block whole.
    private static readonly HashSet<string> OnePurpose = ["xxx", "porn", "sex", "adult", "sexy", "cam", "webcam", "bet", "casino", "poker", "dating", "tor", "onion", "i2p", "zip", "mov"];

    private static readonly HashSet<string> SecondLevel =
    [
        .. from country in new[] { "uk", "au", "nz", "za", "jp", "kr", "in", "il", "th", "id", "ke", "ug" }
           from kind in new[] { "co", "com", "org", "net", "ac", "gov", "edu", "or", "go" }
           select $"{kind}.{country}",
        .. from country in new[] { "br", "ar", "mx", "tr", "cn", "tw", "hk", "sg", "my", "ph", "pl", "ua", "pt", "es", "gr", "sa", "eg", "pk", "bd", "ng", "pe", "co", "ve", "vn" }
           from kind in new[] { "com", "org", "net", "gov", "edu" }
           select $"{kind}.{country}",
        "sch.uk", "nhs.uk", "police.uk", "ltd.uk", "plc.uk", "me.uk", "gov.scot", "gov.wales",
    ];

    public static bool Contains(ReadOnlySpan<byte> host)
    {
        var dot = host.IndexOf((byte)'.');
        if (dot < 0) return !OnePurpose.Contains(Encoding.ASCII.GetString(host));
        return host.Length <= 10 && host[(dot + 1)..].IndexOf((byte)'.') < 0 && SecondLevel.Contains(Encoding.ASCII.GetString(host));
    }
}
