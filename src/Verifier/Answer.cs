namespace Lifeguard.Verifier;

// The exit code of the program.
internal enum Answer
{
    Intact = 0,
    FaultsFound = 1,
    CouldNotCheck = 2,
}
