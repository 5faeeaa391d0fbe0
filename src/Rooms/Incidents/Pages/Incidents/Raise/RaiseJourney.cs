namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>The order of the questions. Where somebody stands is never stored: it follows from what is answered.</summary>
internal static class RaiseJourney
{
    public const string Danger = "danger";
    public const string DangerNow = "danger-now";
    public const string Who = "who";
    public const string Somebody = "somebody";
    public const string Readers = "readers";
    public const string What = "what";
    public const string Words = "words";
    public const string Where = "where";
    public const string Done = "done";
    public const string You = "you";
    public const string Check = "check";
    public const string Kept = "kept";

    private static readonly string[] WithAccount = [Danger, Who, Readers, What, Words, Where, Done, Check];
    private static readonly string[] WithoutAccount = [Danger, Who, Readers, What, Words, Where, Done, You, Check];

    public static IReadOnlyList<string> Order(bool hasAccount) => hasAccount ? WithAccount : WithoutAccount;

    /// <summary>The first question that must be answered and is not; null when the report can be sent.</summary>
    public static string? FirstOpen(RaiseAnswers answers) => Order(true).FirstOrDefault(page => !IsAnswered(page, answers));

    public static string After(string page, bool hasAccount) => Step(page, hasAccount, 1);

    public static string Before(string page, bool hasAccount) => Step(page, hasAccount, -1);

    private static string Step(string page, bool hasAccount, int by)
    {
        var order = Order(hasAccount);
        return order[Math.Clamp(order.ToList().IndexOf(page) + by, 0, order.Count - 1)];
    }

    private static bool IsAnswered(string page, RaiseAnswers answers) => page switch
    {
        Danger => answers.Danger is not null,
        Who => answers.People.Count > 0 || answers.NobodyToName,
        Readers => answers.ReadersShown,
        What => answers.WhatHappened is not null && answers.ImageryConcerned is not null,
        Words => answers.ChildsWords is not null || answers.NoWordsOfTheChild,
        _ => true,
    };
}
