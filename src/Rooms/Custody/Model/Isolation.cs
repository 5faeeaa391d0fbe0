namespace Lifeguard.Custody.Model;

/// <summary>
/// What the safeguarding lead answered before anybody stopped the use of a device: some devices carry a child's alarm, insulin pump or only
/// way to call for help, and a device that is taken away can warn whoever does harm.
/// </summary>
/// <param name="SafeToStop">Whether stopping its use is safe and possible.</param>
/// <param name="LeavesChildExposed">Whether leaving it in use exposes a child to more abuse.</param>
/// <param name="By">Who of the safeguarding team answered.</param>
internal sealed record SafetyAnswers(YesNoUnsure SafeToStop, YesNoUnsure LeavesChildExposed, string By, DateTimeOffset At);

/// <summary>From then on nobody uses the device.</summary>
/// <param name="By">Who isolated it.</param>
/// <param name="How">How it was done, such as switched off the network and locked away.</param>
internal sealed record Isolation(string By, DateTimeOffset At, string How);
