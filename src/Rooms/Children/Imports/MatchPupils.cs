using System.Globalization;
using System.Text;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Children.Imports;

/// <summary>
/// Says who is meant by a pupil of an export: sure by number and name, or by name and date of birth. Everything else is asked, never guessed:
/// two children of a school may share a name, and an entry laid into the wrong child's file is read by somebody for years.
/// </summary>
internal sealed class MatchPupils
{
    private const int MostAsked = 12;

    private readonly ILookup<string, PupilRow> _byNumber;
    private readonly ILookup<string, PupilRow> _byFamily;
    private readonly ILookup<DateOnly?, PupilRow> _byBirthday;
    private readonly Dictionary<NamedPupil, Match> _known = [];

    public MatchPupils(IReadOnlyList<PupilRow> pupils)
    {
        _byNumber = pupils.Where(one => one.Number is not null).ToLookup(one => one.Number!.ToUpperInvariant());
        _byFamily = pupils.ToLookup(one => Fold(one.FamilyName));
        _byBirthday = pupils.ToLookup(one => one.BornOn);
    }

    public Match Of(NamedPupil named) => _known.TryGetValue(named, out var match) ? match : _known[named] = Look(named);

    private Match Look(NamedPupil named)
    {
        var byNumber = new[] { named.Upn, named.Admission }.OfType<string>().SelectMany(number => _byNumber[number.ToUpperInvariant()]).DistinctBy(one => one.PersonId).ToList();
        if (byNumber is [var one] && (named.Family.Length == 0 || Family(one, named))) return new Match(one, []);

        var family = named.Family.Length == 0 ? [] : _byFamily[Fold(named.Family)].ToList();
        var byName = family.Where(pupil => Given(pupil, named)).ToList();
        if (named.BornOn is { } born && byName.Where(pupil => pupil.BornOn == born).ToList() is [var sure] && byNumber.TrueForAll(pupil => pupil.PersonId == sure.PersonId)) return new Match(sure, []);

        var near = byNumber.Concat(byName)
            .Concat(family.Where(pupil => named.BornOn is null || pupil.BornOn is null || pupil.BornOn == named.BornOn))
            .Concat(named.BornOn is { } day ? _byBirthday[day].Where(pupil => Given(pupil, named)) : []);
        return new Match(null, [.. near.DistinctBy(pupil => pupil.PersonId).Take(MostAsked)]);
    }

    private static bool Family(PupilRow pupil, NamedPupil named) => named.Family.Length > 0 && Fold(pupil.FamilyName) == Fold(named.Family);

    private static bool Given(PupilRow pupil, NamedPupil named) => named.Given.Length > 0 && (Fold(pupil.GivenName) == Fold(named.Given) || (pupil.KnownAs is { } known && Fold(known) == Fold(named.Given)));

    // Accents, capitals, hyphens and apostrophes differ between two systems of one school.
    private static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark && char.IsLetterOrDigit(letter)) folded.Append(char.ToLowerInvariant(letter));
        }

        return folded.ToString();
    }
}

/// <param name="Sure">Who is meant, where it is sure.</param>
/// <param name="Asked">Who may be meant, where it is not.</param>
internal sealed record Match(PupilRow? Sure, IReadOnlyList<PupilRow> Asked);
