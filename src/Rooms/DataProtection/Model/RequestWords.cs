namespace Lifeguard.DataProtection.Model;

/// <summary>The kinds of request as people read them, and what is owed when.</summary>
internal static class RequestWords
{
    public static string Of(RequestKind kind) => kind switch
    {
        RequestKind.Copy => "A copy of what is kept about somebody",
        RequestKind.Correction => "A correction of what is kept",
        RequestKind.Objection => "An objection to what is kept or done with it",
        RequestKind.Complaint => "A complaint about how somebody's data were used",
        _ => "Information under the Freedom of Information Act",
    };

    /// <summary>The duty as it stands on a list: no name and nothing of the matter.</summary>
    public static string Asks(RequestKind kind) =>
        kind == RequestKind.Complaint ? "Acknowledge a complaint about data" : "Answer a request about data";
}
