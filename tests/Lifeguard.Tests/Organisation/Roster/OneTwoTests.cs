using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Tests.Organisation.Roster;

/// <summary>OneRoster 1.2: roles stand in a file of their own, and the profiles with their passwords are left alone.</summary>
public sealed class OneTwoTests : IDisposable
{
    private readonly RosterExport _export = new RosterExport()
        .With("manifest.csv", "propertyName,value\noneroster.version,1.2\nfile.users,bulk")
        .With("orgs.csv", "sourcedId,name,type\ns1,Ashlea School,school\ns2,Birchlea School,school")
        .With("users.csv",
            """
            sourcedId,enabledUser,username,givenName,familyName,userMasterIdentifier,preferredGivenName,primaryOrgSourcedId,agentSourcedIds,grades,email
            p1,true,amelia,Amelia,Thorne,m1,Millie,s1,g1,07,
            a1,true,ruth,Ruth,Okoro,m2,,s2,,,ruth@ashlea.example.org
            g1,true,marta,Marta,Thorne,m3,,s1,,,
            n1,true,nobody,No,Role,m4,,s1,,,
            """)
        .With("roles.csv",
            """
            sourcedId,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId
            r1,p1,primary,student,,,s1,
            r2,a1,secondary,teacher,,,s1,
            r3,a1,primary,principal,,,s2,
            r4,g1,primary,guardian,,,s1,
            r5,a1,secondary,teacher,,2026-07-31,s9,
            r6,p1,secondary,sorcerer,,,s1,
            """)
        .With("userProfiles.csv", "sourcedId,userSourcedId,profileType,vendorId,credentialType,username,password\nu1,p1,x,x,x,amelia,secret");

    public void Dispose() => _export.Dispose();

    [Fact]
    public void Read_RolesFile_SaysWhoIsWhatAndWhere()
    {
        var (draft, notes) = _export.Read();

        draft.People.Keys.ShouldBe(["p1", "a1", "g1"]);
        (draft.People["p1"].Role.Kind, draft.People["p1"].KnownAs, draft.People["p1"].YearGroup).ShouldBe((PersonKind.Pupil, "Millie", "Year 7"));
        draft.People["a1"].Organisations.ShouldBe(["s2", "s1"]);
        draft.People["a1"].Role.Role.ShouldBe(Role.SupportStaff);
        draft.Relations.ShouldHaveSingleItem().Kind.ShouldBe(RelationKind.ParentOf);
        notes.Refused.ShouldBe(
        [
            new RefusedRow("roles.csv", 7, "The role “sorcerer” is not one of OneRoster 1.2."),
            new RefusedRow("users.csv", 5, "Nothing in roles.csv says what the person is."),
        ]);
        notes.Notices.ShouldContain("userProfiles.csv was not read: it holds user names and passwords.");
    }

    [Fact]
    public void Read_StaffWhoIsAParentElsewhere_IsFamilyThere()
    {
        _export.With("roles.csv", "userSourcedId,roleType,role,orgSourcedId\np1,primary,student,s2\na1,primary,teacher,s1\na1,secondary,parent,s2");

        var (draft, _) = _export.Read();

        draft.People["a1"].Organisations.ShouldBe(["s2", "s1"], ignoreOrder: true);
        draft.People["a1"].AsFamily.ShouldBe(["s2"]);
    }

    [Fact]
    public void Read_WithoutRolesFile_IsRefused()
    {
        _export.Without("roles.csv");

        Should.Throw<Lifeguard.Organisation.Roster.RosterUnreadable>(() => _export.Read()).Message
            .ShouldBe("The export has no roles.csv. In OneRoster 1.2 it says who is a pupil and who is staff.");
    }
}
