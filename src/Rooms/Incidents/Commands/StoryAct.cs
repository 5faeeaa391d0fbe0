using System.Text.Json.Serialization;
using Lifeguard.Incidents.Model;

namespace Lifeguard.Incidents.Commands;

/// <summary>Something that somebody does in a story. Keys are those of the Reference room; people are named as the roster names them.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(Raise), "raise")]
[JsonDerivedType(typeof(Open), "open")]
[JsonDerivedType(typeof(TakeOn), "take-on")]
[JsonDerivedType(typeof(Note), "note")]
[JsonDerivedType(typeof(Correct), "correct")]
[JsonDerivedType(typeof(Form), "form")]
[JsonDerivedType(typeof(Classify), "classify")]
[JsonDerivedType(typeof(Conflict), "conflict")]
[JsonDerivedType(typeof(Cross), "cross")]
[JsonDerivedType(typeof(HandOver), "hand-over")]
[JsonDerivedType(typeof(Set), "set")]
[JsonDerivedType(typeof(Finish), "finish")]
[JsonDerivedType(typeof(TellParents), "tell-parents")]
[JsonDerivedType(typeof(WaitWithParents), "wait-with-parents")]
[JsonDerivedType(typeof(Refer), "refer")]
[JsonDerivedType(typeof(Hear), "hear")]
[JsonDerivedType(typeof(Help), "help")]
[JsonDerivedType(typeof(Link), "link")]
[JsonDerivedType(typeof(Ask), "ask")]
[JsonDerivedType(typeof(Answer), "answer")]
[JsonDerivedType(typeof(Respond), "respond")]
[JsonDerivedType(typeof(Say), "say")]
[JsonDerivedType(typeof(Settle), "settle")]
[JsonDerivedType(typeof(Copy), "copy")]
[JsonDerivedType(typeof(Close), "close")]
[JsonDerivedType(typeof(Reopen), "reopen")]
internal abstract record StoryAct
{
    /// <summary>Key of an account, or of a member of staff of the file; null only for a report without an account.</summary>
    public string? By { get; init; }

    /// <summary>How long after the act before: minutes, hours or days with a time of day, such as <c>20m</c>, <c>3h</c>, <c>2d 09:15</c>.</summary>
    public string? After { get; init; }

    /// <summary>Done on the child's welfare, which lies beside an allegation.</summary>
    public bool OnWelfare { get; init; }

    internal sealed record Raise(string What) : StoryAct
    {
        public Danger Danger { get; init; }
        public IReadOnlyList<Person> People { get; init; } = [];
        public string? Words { get; init; }
        public string? Where { get; init; }
        public string? Address { get; init; }
        public string? Done { get; init; }
        public bool Imagery { get; init; }
        public string? LooksAfter { get; init; }

        /// <summary>How long before it was raised.</summary>
        public string? Happened { get; init; }

        public string? ReporterName { get; init; }
        public string? ReporterContact { get; init; }
    }

    internal sealed record Person(string Name, Part Part, NamedAs As = NamedAs.Pupil);

    internal sealed record Open : StoryAct;

    internal sealed record TakeOn : StoryAct;

    internal sealed record Note(string Text, string? Mark = null) : StoryAct;

    internal sealed record Correct(string Of, string Text) : StoryAct;

    internal sealed record Form(Intent Intent, string Place, string HowFound, IReadOnlyList<string> Equipment) : StoryAct
    {
        public NeedsPolice Police { get; init; }
        public IReadOnlyList<string> Material { get; init; } = [];
        public IReadOnlyList<string> ConsideredAs { get; init; } = [];
        public string? PlaceDetail { get; init; }
        public string? HowFoundWords { get; init; }
        public IReadOnlyList<string> WhereOnline { get; init; } = [];
        public IReadOnlyList<string> StaffActions { get; init; } = [];
        public IReadOnlyList<string> ChildActions { get; init; } = [];
    }

    internal sealed record Classify(IReadOnlyList<string> Types, IReadOnlyList<string> Cells) : StoryAct;

    internal sealed record Conflict : StoryAct;

    /// <summary>What the desk of an allegation lets the child's safeguarding team know.</summary>
    internal sealed record Cross(string Text) : StoryAct;

    internal sealed record HandOver(string To) : StoryAct;

    internal sealed record Set(string Mark, string What, string Owner, int DueInDays) : StoryAct;

    internal sealed record Finish(string Mark, string Result) : StoryAct;

    internal sealed record TellParents(string Child, string Who, string How, string Said) : StoryAct;

    internal sealed record WaitWithParents(string Child, string Reason, string? Asked = null, int? LookAgainInDays = null) : StoryAct;

    internal sealed record Refer(ReferralKind Kind, string Agency, string Reasons) : StoryAct
    {
        public string? Mark { get; init; }
        public string AgencyName { get; init; } = "Nobody";
        public string? SpokenTo { get; init; }
        public string? TheirReference { get; init; }
        public string? Advice { get; init; }
    }

    internal sealed record Hear(string Mark, string Key, string Result) : StoryAct;

    internal sealed record Help(string Who, string Kind, SupportState State, string Giver, string? Detail = null, int? ReviewInDays = null) : StoryAct;

    internal sealed record Link(string To, string Kind) : StoryAct;

    internal sealed record Ask(string Mark, string What, string? Address = null, string? Device = null) : StoryAct;

    internal sealed record Answer(string Mark, string Said) : StoryAct;

    /// <summary>Guided questions are begun.</summary>
    internal sealed record Respond(string Flow) : StoryAct;

    /// <summary>The question that is asked next gets this answer.</summary>
    internal sealed record Say(string With) : StoryAct;

    /// <summary>Something of a plan is done, or left out where somebody was consulted.</summary>
    internal sealed record Settle(string Item, string? Said = null, string? Consulted = null) : StoryAct;

    /// <summary>Where the copy stands; without a reference the record stands alone.</summary>
    internal sealed record Copy(string? TheirReference = null) : StoryAct;

    internal sealed record Close(string Reason, string Outcome, string Lessons) : StoryAct;

    internal sealed record Reopen(string Why) : StoryAct;
}
