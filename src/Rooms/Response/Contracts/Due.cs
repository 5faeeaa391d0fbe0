namespace Lifeguard.Response.Contracts;

/// <summary>By when something is done, soonest first.</summary>
public enum Due
{
    Now,
    SameDay,
    Hours24,
    WorkingDay1,
    Hours72,
    WorkingDays5,
    Days30,
    WhenReady,
}

/// <summary>How soon somebody must act on the whole case, most pressing first.</summary>
public enum Urgency
{
    Immediate,
    SameDay,
    Hours24,
    WorkingDays5,
    Routine,
}

/// <summary>When somebody is told.</summary>
public enum Telling
{
    Held,
    AfterAdvice,
    Now,
}
