using System.Text.Json;

namespace Lifeguard.Ui;

/// <summary>Somebody to ring. Pages may put their own list into ViewData["Help"].</summary>
/// <param name="Name">Whom one reaches.</param>
/// <param name="Number">As people read it, with spaces.</param>
/// <param name="When">For what, or at what hours.</param>
public sealed record HelpContact(string Name, string Number, string When)
{
    // Built in, because a failure page must still show them when nothing else answers.
    private static readonly Lazy<IReadOnlyList<HelpContact>> BuiltIn = new(Read);

    /// <summary>The contacts at the foot of every page; source and date stand in emergency.json.</summary>
    public static IReadOnlyList<HelpContact> Always => BuiltIn.Value;

    /// <summary>The number as a telephone dials it.</summary>
    public string Dial => "tel:" + Number.Replace(" ", "", StringComparison.Ordinal);

    private static IReadOnlyList<HelpContact> Read()
    {
        using var stream = typeof(HelpContact).Assembly.GetManifestResourceStream("Lifeguard.Ui.emergency.json")
            ?? throw new InvalidOperationException("emergency.json is not built in.");
        return JsonSerializer.Deserialize<EmergencyFile>(stream, JsonSerializerOptions.Web)?.Contacts
            ?? throw new InvalidOperationException("emergency.json holds no contacts.");
    }

    private sealed record EmergencyFile(IReadOnlyList<HelpContact> Contacts);
}
