#!/usr/bin/env python3
"""Draws the invented people of the demonstration and writes them as a OneRoster 1.1 folder (demo/roster).

The result is kept in the repository: run this again only to change the demonstration on purpose.
Everything is drawn from one fixed seed, so the same script gives the same files. What a roster cannot say
(roles, line management, agencies, term dates) is written by hand in demo/trust.json.
"""
import csv
import datetime
import json
import pathlib
import random
import re
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE / "roster"
SEED = 20260901
MODIFIED = "2026-09-01T06:00:00.000Z"
TRUST, PRIMARY, SECONDARY = "sallowfield", "larkhollow", "tarrowby"
DOMAIN = {PRIMARY: "larkhollow.example.org", SECONDARY: "tarrowby.example.org", TRUST: "sallowfield.example.org"}

draw = random.Random(SEED)
names = json.loads((HERE / "names.json").read_text(encoding="utf-8"))
taken = set()

# People with a part in the demonstration; trust.json points at them by these ids.
NAMED = {
    SECONDARY: [
        ("tar-staff-head", "Ruth", "Adeyemi-Carr", "administrator"),
        ("tar-staff-dsl", "Nasreen", "Qadir", "teacher"),
        ("tar-staff-deputy-1", "Tom", "Wetherall", "teacher"),
        ("tar-staff-deputy-2", "Grace", "Owusu-Hallam", "teacher"),
        ("tar-staff-senco", "Siobhán", "Keaveney", "teacher"),
        ("tar-staff-technician", "Łukasz", "Wróbel", "aide"),
        ("tar-staff-teacher", "Bethan", "Prosser", "teacher"),
        ("tar-staff-business", "Imelda", "Cattermole", "administrator"),
        ("tar-staff-office", "Carol", "Whitlock", "administrator"),
    ],
    PRIMARY: [
        ("lar-staff-head", "Judith", "Penhallow", "administrator"),
        ("lar-staff-deputy", "Kwame", "Asante-Birch", "teacher"),
        ("lar-staff-senco", "Deepa", "Thakrar", "teacher"),
        ("lar-staff-teacher", "Gareth", "Illingworth", "teacher"),
        ("lar-staff-office", "Sheila", "Gledhill", "administrator"),
        ("lar-staff-technician", "Mehmet", "Aydın", "aide"),
    ],
    TRUST: [
        ("sal-staff-chief", "Anneliese", "Thornbury", "administrator"),
        ("sal-staff-dsl", "Josephine", "Kariuki", "administrator"),
        ("sal-staff-governance", "Moira", "Dunsmuir", "administrator"),
        ("sal-staff-systems", "Dev", "Ranasinghe", "aide"),
    ],
}
STAFF = {SECONDARY: (43, 10, 7), PRIMARY: (12, 10, 3)}  # teachers, aides, office; the named ones count
# Members of staff who are parents too: (staff id, school of the child, year of the child).
STAFF_PARENTS = [
    ("tar-staff-deputy-1", SECONDARY, 8),
    ("tar-staff-teacher", PRIMARY, 2),
    ("lar-staff-head", SECONDARY, 10),
    ("lar-staff-office", PRIMARY, 4),
    ("tar-staff-technician", PRIMARY, 0),
]
PRIMARY_CLASSES = ["Wren", "Robin", "Swift", "Heron", "Kestrel", "Curlew", "Lapwing"]
FORMS = ["Alder", "Birch", "Cedar", "Rowan"]


def plain(text):
    text = text.translate(str.maketrans("łŁıø", "lLio"))
    text = unicodedata.normalize("NFD", text)
    return re.sub(r"[^a-z]", "", "".join(c for c in text if not unicodedata.combining(c)).lower())


def email(given, family, domain, used=set()):
    stem = f"{plain(given)}.{plain(family)}"
    at, n = f"{stem}@{domain}", 2
    while at in used:
        at, n = f"{stem}{n}@{domain}", n + 1
    used.add(at)
    return at


def group():
    return draw.choices(names["groups"], [g["weight"] for g in names["groups"]])[0]


def given(kinds, family):
    """A given name that makes a pair nobody has yet."""
    for _ in range(200):
        name = draw.choice(group()[draw.choice(kinds)] if draw.random() < 0.07 else draw.choice(kinds_of(kinds, family)))
        if f"{name} {family}" not in taken:
            taken.add(f"{name} {family}")
            return name
    raise SystemExit(f"No name left for {family}")


def kinds_of(kinds, family):
    home = next((g for g in names["groups"] if family in g["families"]), names["groups"][0])
    return [home[k] for k in kinds]


users, links = [], {}


def user(sid, role, org, g, f, mail="", grade="", known=""):
    users.append({"sourcedId": sid, "status": "active", "dateLastModified": MODIFIED, "enabledUser": "true", "orgSourcedIds": org,
                  "role": role, "username": sid, "userIds": "", "givenName": g, "familyName": f, "middleName": "", "identifier": "",
                  "email": mail, "sms": "", "phone": "", "agentSourcedIds": "", "grades": grade, "password": "",
                  "preferredFirstName": known})
    return users[-1]


def make_staff():
    for org, people in NAMED.items():
        for sid, g, f, role in people:
            taken.add(f"{g} {f}")
            user(sid, role, org, g, f, email(g, f, DOMAIN[org]))
    for org, counts in STAFF.items():
        for role, wanted in zip(("teacher", "aide", "administrator"), counts):
            have = sum(1 for u in users if u["orgSourcedIds"] == org and u["role"] == role)
            for n in range(have + 1, wanted + 1):
                f = draw.choice(group()["families"])
                g = given(["women", "women", "men"] if org == PRIMARY else ["women", "men"], f)
                user(f"{org[:3]}-{role}-{n:02}", role, org, g, f, email(g, f, DOMAIN[org]))


births = {}


def birthday(year):
    """A day in the school year that puts a child into this year group in 2026-27 (0 is Reception)."""
    first = datetime.date(2021 - year, 9, 1)
    return first + datetime.timedelta(days=draw.randrange(365))


seats = []  # (school, year, class id) still free


def make_classes():
    rows = []
    for year, bird in enumerate(PRIMARY_CLASSES):
        rows.append((f"lar-class-{year}", f"{bird} class", PRIMARY, "KG" if year == 0 else f"{year:02}"))
        seats.extend((PRIMARY, year, rows[-1][0]) for _ in range(30))
    for year in range(7, 12):
        for form in FORMS:
            rows.append((f"tar-class-{year}-{form.lower()}", f"{year} {form}", SECONDARY, f"{year:02}"))
            seats.extend((SECONDARY, year, rows[-1][0]) for _ in range(30))
    return rows


pupil_class = {}
count = {"pupil": 0, "guardian": 0}


def pupil(seat, family, guardians):
    school, year, klass = seat
    count["pupil"] += 1
    sid = f"{school[:3]}-pupil-{count['pupil']:04}"
    g = given(["girls", "boys"], family)
    known = {"Abigail": "Abbie", "Samuel": "Sam", "Matilda": "Tilda", "Daniel": "Danny"}.get(g, "")
    mail = email(g, family, DOMAIN[school]) if school == SECONDARY else ""
    row = user(sid, "student", school, g, family, mail, "KG" if year == 0 else f"{year:02}", known)
    row["agentSourcedIds"] = ",".join(guardians)
    births[sid] = birthday(year)
    pupil_class[sid] = klass
    return sid


def guardian(family, kinds, staff=None):
    count["guardian"] += 1
    sid = f"guardian-{count['guardian']:04}"
    g = staff["givenName"] if staff else given(kinds, family)
    f = staff["familyName"] if staff else family
    user(sid, "guardian" if draw.random() < 0.06 else "parent", "", g, f, email(g, f, "family.example.org"))
    if staff:
        links[staff["sourcedId"]] = sid
    return sid


def make_families():
    draw.shuffle(seats)
    by_id = {u["sourcedId"]: u for u in users}
    for sid, school, year in STAFF_PARENTS:
        seat = next(s for s in seats if s[0] == school and s[1] == year)
        seats.remove(seat)
        family = by_id[sid]["familyName"]
        pupil(seat, family, [guardian(family, None, by_id[sid]), guardian(family, ["women", "men"])])
    while seats:
        family = draw.choice(group()["families"])
        size = min(len(seats), draw.choices([1, 2, 3], [55, 36, 9])[0])
        parents = [guardian(family, ["women", "women", "men"])]
        if draw.random() < 0.68:
            other = family if draw.random() < 0.6 else draw.choice(group()["families"])
            parents.append(guardian(other, ["men", "men", "women"]))
        if draw.random() < 0.03:
            gran = guardian(draw.choice(group()["families"]), ["women"])
            users[-1]["role"] = "relative"
            parents.append(gran)
        children = []
        for seat in [seats.pop() for _ in range(size)]:
            children.append(seat[0])
            pupil(seat, family, parents)
        for u in users:
            if u["sourcedId"] in parents:
                u["orgSourcedIds"] = ",".join(sorted(set(children)))


def write(name, header, rows):
    with open(OUT / name, "w", encoding="utf-8", newline="") as f:
        out = csv.writer(f, lineterminator="\r\n")
        out.writerow(header)
        out.writerows(rows)


def main():
    OUT.mkdir(exist_ok=True)
    make_staff()
    classes = make_classes()
    make_families()
    schools_of = {}
    for u in users:
        for agent in filter(None, u["agentSourcedIds"].split(",")):
            schools_of.setdefault(agent, set()).add(u["orgSourcedIds"])
    for u in users:
        if not u["orgSourcedIds"]:
            u["orgSourcedIds"] = ",".join(sorted(schools_of[u["sourcedId"]]))

    write("manifest.csv", ["propertyName", "value"], [
        ("manifest.version", "1.0"), ("oneroster.version", "1.1"), ("source.systemName", "Lifeguard demonstration"),
        ("source.systemCode", "demonstration"), ("file.academicSessions", "bulk"), ("file.classes", "bulk"), ("file.courses", "bulk"),
        ("file.demographics", "bulk"), ("file.enrollments", "bulk"), ("file.orgs", "bulk"), ("file.users", "bulk"),
        *((f"file.{f}", "absent") for f in ("categories", "classResources", "courseResources", "lineItems", "resources", "results"))])
    write("orgs.csv", ["sourcedId", "status", "dateLastModified", "name", "type", "identifier", "parentSourcedId"], [
        (TRUST, "active", MODIFIED, "Sallowfield Learning Trust", "district", "9001", ""),
        (PRIMARY, "active", MODIFIED, "Larkhollow Primary School", "school", "9002", TRUST),
        (SECONDARY, "active", MODIFIED, "Tarrowby High School", "school", "9003", TRUST)])
    write("academicSessions.csv", ["sourcedId", "status", "dateLastModified", "title", "type", "startDate", "endDate", "parentSourcedId", "schoolYear"], [
        ("year-2027", "active", MODIFIED, "2026-27", "schoolYear", "2026-09-01", "2027-08-31", "", "2027"),
        ("autumn-2026", "active", MODIFIED, "Autumn 2026", "term", "2026-09-03", "2026-12-18", "year-2027", "2027"),
        ("spring-2027", "active", MODIFIED, "Spring 2027", "term", "2027-01-05", "2027-03-25", "year-2027", "2027"),
        ("summer-2027", "active", MODIFIED, "Summer 2027", "term", "2027-04-12", "2027-07-22", "year-2027", "2027")])
    write("courses.csv", ["sourcedId", "status", "dateLastModified", "schoolYearSourcedId", "title", "courseCode", "grades", "orgSourcedId", "subjects", "subjectCodes"], [
        ("registration-lar", "active", MODIFIED, "year-2027", "Class", "REG-P", "", PRIMARY, "", ""),
        ("registration-tar", "active", MODIFIED, "year-2027", "Registration", "REG-S", "", SECONDARY, "", "")])
    write("classes.csv", ["sourcedId", "status", "dateLastModified", "title", "grades", "courseSourcedId", "classCode", "classType", "location",
                          "schoolSourcedId", "termSourcedIds", "subjects", "subjectCodes", "periods"], [
        (cid, "active", MODIFIED, title, grade, f"registration-{org[:3]}", cid.upper(), "homeroom", "", org, "autumn-2026,spring-2027,summer-2027", "", "", "")
        for cid, title, org, grade in classes])
    write("users.csv", list(users[0]), [list(u.values()) for u in users])
    enrolments = []
    tutors = {org: [u["sourcedId"] for u in users if u["orgSourcedIds"] == org and u["role"] == "teacher" and "-staff-" not in u["sourcedId"]] for org in DOMAIN}
    for cid, _, org, _ in classes:
        enrolments.append((cid, org, tutors[org].pop(0) if tutors[org] else f"{org[:3]}-staff-teacher", "teacher", "true"))
    enrolments += [(klass, SECONDARY if sid.startswith("tar") else PRIMARY, sid, "student", "") for sid, klass in pupil_class.items()]
    write("enrollments.csv", ["sourcedId", "status", "dateLastModified", "classSourcedId", "schoolSourcedId", "userSourcedId", "role", "primary", "beginDate", "endDate"],
          [(f"enrolment-{n:04}", "active", MODIFIED, c, o, u, r, p, "2026-09-03", "2027-07-22") for n, (c, o, u, r, p) in enumerate(enrolments, 1)])
    write("demographics.csv", ["sourcedId", "status", "dateLastModified", "birthDate", "sex", "americanIndianOrAlaskaNative", "asian",
                               "blackOrAfricanAmerican", "nativeHawaiianOrOtherPacificIslander", "white", "demographicRaceTwoOrMoreRaces",
                               "hispanicOrLatinoEthnicity", "countryOfBirthCode", "stateOfBirthAbbreviation", "cityOfBirth", "publicSchoolResidenceStatus"],
          [(sid, "active", MODIFIED, day.isoformat(), *[""] * 12) for sid, day in births.items()])
    print("staff who are parents too:", json.dumps(links))
    print({role: sum(1 for u in users if u["role"] == role) for role in sorted({u["role"] for u in users})})


if __name__ == "__main__":
    main()
