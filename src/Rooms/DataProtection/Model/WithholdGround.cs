namespace Lifeguard.DataProtection.Model;

/// <summary>Why an entry is not given: what the law lets a school leave out.</summary>
internal enum WithholdGround
{
    SeriousHarm,
    SomebodyElse,
    ChildAbuse,
    LegalAdvice,
    OngoingInquiry,
}

internal static class WithholdWords
{
    public static string Of(WithholdGround ground) => ground switch
    {
        WithholdGround.SeriousHarm => "It would be likely to cause serious harm to the child or to somebody else",
        WithholdGround.SomebodyElse => "It is about somebody else, and cannot be told without them",
        WithholdGround.ChildAbuse => "It says that a child has been, or may be, abused, and giving it would not be in the child's interest",
        WithholdGround.LegalAdvice => "It is legal advice",
        _ => "It would prejudice an inquiry or a court case",
    };
}
