namespace Lifeguard.Organisation.Roster;

/// <summary>
/// Finds the one class by which a pupil is known: the registration class, or else the only class there is.
/// A pupil of many subject classes and no registration class is left without one.
/// </summary>
internal sealed class ClassSeen
{
    private string? _registration;
    private string? _other;
    private bool _hasSeveral;

    public string? Title => _registration ?? (_hasSeveral ? null : _other);

    /// <summary>Answers false when this is a second registration class: the first stays.</summary>
    public bool Add(string title, bool isRegistration)
    {
        if (isRegistration)
        {
            if (_registration is not null && _registration != title) return false;
            _registration = title;
            return true;
        }

        _hasSeveral = _hasSeveral || (_other is not null && _other != title);
        _other ??= title;
        return true;
    }
}
