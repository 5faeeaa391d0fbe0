namespace Lifeguard.Verifier;

internal sealed class CannotCheckException(string sentence, string whatToDo, Exception? cause = null) : Exception(sentence, cause)
{
    public string WhatToDo { get; } = whatToDo;
}
