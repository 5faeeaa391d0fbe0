using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui;

namespace Lifeguard.Duties.Contracts;

/// <summary>Whom one can ring at this minute.</summary>
public interface INumbersNow
{
    /// <summary>Police, ambulance, fire.</summary>
    HelpContact Emergency { get; }

    /// <summary>Children's social care of this school's area, with the number that is open now, or when it opens; null where none is entered.</summary>
    Task<HelpContact?> SocialCareAsync(Guid school, CancellationToken stop);
}
