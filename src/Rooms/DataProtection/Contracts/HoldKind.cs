namespace Lifeguard.DataProtection.Contracts;

/// <summary>Why a record must not be erased.</summary>
public enum HoldKind
{
    Inquiry,
    Court,
    Police,
    Complaint,
}

/// <summary>The kinds as people read them.</summary>
public static class HoldWords
{
    public static string InWords(this HoldKind kind) => kind switch
    {
        HoldKind.Inquiry => "An inquiry",
        HoldKind.Court => "A court case",
        HoldKind.Police => "A police investigation",
        _ => "A complaint",
    };
}
