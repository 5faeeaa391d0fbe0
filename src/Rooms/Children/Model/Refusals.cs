using Lifeguard.Kernel;

namespace Lifeguard.Children.Model;

internal static class Refusals
{
    public static Refusal Corrected { get; } = new("fact-corrected", "Somebody has corrected or taken back this already. The file shows what holds now.");

    public static Refusal Ended { get; } = new("fact-ended", "This ended already. If the day is wrong, correct it instead.");

    public static Refusal EndsBeforeItBegan { get; } = new("fact-ends-early", "The last day must not be before the first.");

    public static Refusal NobodyLeft { get; } = new("file-nobody-left", "Nobody of the safeguarding team would be left to keep this file. Ask the head for somebody else first.");

    public static Refusal TransferMoved { get; } = new("transfer-moved", "Somebody has gone on with this meanwhile. The page shows where it stands now.");

    public static Refusal TransferSettled { get; } = new("transfer-settled", "This transfer is settled already. Begin another one if the file must go again.");

    public static Refusal TransferOpen { get; } = new("transfer-open", "The file is being sent already. The page shows where it stands now.");

    public static Refusal NoAge { get; } = new("no-age", "This machine cannot seal to a key now: the program age is missing, or does not take the key. Seal it with a passphrase instead, or ask whoever looks after the server.");

    public static Refusal WrongReceipt { get; } = new("wrong-receipt", "This is not the receipt code of the package. Ask for it again: it stands at the top of the file, and on the page of whoever took it in.");

    public static Refusal NotOpened { get; } = new("package-not-opened", "The package does not open with a key of this school: it was sealed to another key, or it was changed or cut on its way. Nothing was taken in. Ask the sending school.");

    public static Refusal WrongPassphrase { get; } = new("package-wrong-passphrase", "The package does not open with this passphrase, or it was changed or cut on its way. Nothing was taken in. Ask the sending school to read the passphrase again.");

    public static Refusal NoPackage { get; } = new("package-none", "This file is no sealed package. It ends in .age, and is chosen as it came.");

    public static Refusal PackageTakenIn { get; } = new("package-taken-in", "This package was taken in already. Its entries stand on the child's file.");

    public static Refusal OwnFamily { get; } = new("received-own-family", "You do not open this child's file. A colleague takes the package in.");

    public static Refusal ImportMoved { get; } = new("chronology-import-moved", "This import has moved on meanwhile. The page shows where it stands now.");

    public static Refusal AlreadyKept { get; } = new("file-already-kept", "This person is kept from the file already.");
}
