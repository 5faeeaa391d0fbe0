using Lifeguard.Organisation.Contracts;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Incidents.Visibility;

/// <summary>A school of a trust with everybody the audience table speaks of, and a second school beside it.</summary>
internal sealed class Cast
{
    private readonly Dictionary<string, Someone> _people = [];

    public required Guid School { get; init; }

    public IReadOnlyDictionary<string, Someone> People => _people;

    public Someone this[string part] => _people[part];

    /// <summary>Everybody with an account: the closed world of the table.</summary>
    public IEnumerable<KeyValuePair<string, Someone>> WhoCanSignIn => _people.Where(one => !NoAccount.Contains(one.Key));

    private static readonly string[] NoAccount = ["pupil", "pupil2", "child", "parent", "stranger"];

    public static async Task<Cast> GatherAsync(World world, AudienceCase? circumstances = null)
    {
        var alone = circumstances?.Is("alone") ?? false;
        Guid? trust = alone ? null : await world.TrustAsync();
        var school = await world.SchoolAsync(trust);
        var cast = new Cast { School = school };
        async Task AddAsync(string part, string name, PersonKind kind, params Role[] roles)
        {
            if (circumstances?.Is("vacant:" + part) is true) return;
            cast._people[part] = await world.PersonAsync(school, name, kind, roles);
        }

        await AddAsync("dsl", "Dalia Sandford", PersonKind.Staff, Role.DesignatedSafeguardingLead);
        await AddAsync("deputy1", "Devika Upton", PersonKind.Staff, Role.DeputySafeguardingLead);
        await AddAsync("deputy2", "Duncan Yardley", PersonKind.Staff, Role.DeputySafeguardingLead);
        await AddAsync("head", "Harriet Eastwood", PersonKind.Staff, Role.Head);
        await AddAsync("chair", "Charles Ainsworth", PersonKind.Governor, Role.ChairOfGovernors);
        await AddAsync("governor", "Gwen Overbury", PersonKind.Governor, Role.Governor);
        await AddAsync("safeguarding-governor", "Samir Gower", PersonKind.Governor, Role.SafeguardingGovernor);
        await AddAsync("technician", "Tobias Eckhart", PersonKind.Staff, Role.Technician);
        await AddAsync("senco", "Sarah Entwistle", PersonKind.Staff, Role.Senco);
        await AddAsync("teacher", "Tamsin Earle", PersonKind.Staff, Role.Teacher);
        await AddAsync("teacher2", "Terence Ashby", PersonKind.Staff, Role.Teacher);
        await AddAsync("volunteer", "Violet Oakes", PersonKind.Other, Role.Volunteer);
        await AddAsync("trainee", "Thea Rainford", PersonKind.Staff, Role.Trainee);
        await AddAsync("supply", "Sunil Upadhyay", PersonKind.Staff, Role.Supply);
        await AddAsync("contractor", "Carl Ontiveros", PersonKind.Other, Role.Contractor);
        await AddAsync("staff-parent", "Simone Parfitt", PersonKind.Staff, Role.SupportStaff);
        await AddAsync("data-protection", "Delyth Pryor", PersonKind.Staff, Role.DataProtectionLead);
        await AddAsync("administrator", "Adil Dmitriev", PersonKind.Staff, Role.Administrator);
        await AddAsync("pupil", "Polly Upwood", PersonKind.Pupil);
        await AddAsync("pupil2", "Pavel Underhill", PersonKind.Pupil);
        await AddAsync("child", "Chloe Ingram", PersonKind.Pupil);
        await AddAsync("parent", "Pamela Arden", PersonKind.Parent);
        if (trust is { } above)
        {
            cast._people["trust-dsl"] = await world.PersonAsync(above, "Tricia Underwood", PersonKind.Staff, Role.TrustSafeguardingLead);
            cast._people["governance"] = await world.PersonAsync(above, "Gareth Overton", PersonKind.Staff, Role.GovernanceOfficer);
            cast._people["chief-executive"] = await world.PersonAsync(above, "Celia Egerton", PersonKind.Staff, Role.ChiefExecutive);
            var other = await world.SchoolAsync(above, "Larkhollow Primary School");
            cast._people["other-dsl"] = await world.PersonAsync(other, "Olive Dorset", PersonKind.Staff, Role.DesignatedSafeguardingLead);
            cast._people["other-head"] = await world.PersonAsync(other, "Oscar Hadleigh", PersonKind.Staff, Role.Head);
        }

        foreach (var pair in circumstances?.All("manages") ?? []) await RelateAsync(world, cast, pair, RelationKind.LineManages);
        foreach (var pair in circumstances?.All("related") ?? []) await RelateAsync(world, cast, pair, RelationKind.RelativeOf);
        return cast;
    }

    private static Task RelateAsync(World world, Cast cast, string pair, RelationKind kind)
    {
        var both = pair.Split('>');
        return world.RelateAsync(cast[both[0]], cast[both[1]], kind);
    }
}
