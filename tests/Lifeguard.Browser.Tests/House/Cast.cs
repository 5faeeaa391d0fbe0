namespace Lifeguard.Browser.Tests.House;

/// <summary>The demonstration's people, as the start page names them.</summary>
internal static class Cast
{
    public const string Teacher = "Teacher at Tarrowby High School";
    public const string Lead = "Safeguarding lead (DSL) at Tarrowby High School";
    public const string Deputy = "Deputy safeguarding lead at Tarrowby High School (Grace";
    public const string Head = "Head teacher of Tarrowby High School";
    public const string Chair = "Chair of governors of Tarrowby High School";
    public const string Technician = "IT technician at Tarrowby High School";
    public const string PartnershipOfficer = "Partnership officer, Brackenshire";
}
