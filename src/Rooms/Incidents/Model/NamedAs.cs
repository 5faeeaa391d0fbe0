namespace Lifeguard.Incidents.Model;

/// <summary>What the reporter says the person is. It routes before anybody knows who exactly is meant.</summary>
internal enum NamedAs
{
    Pupil,
    AdultHere,
    Head,
    SafeguardingLead,
    Governor,
    Chair,
    TrustStaff,
    Parent,
    OtherAdult,
    Unknown,
}
