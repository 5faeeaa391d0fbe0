namespace Lifeguard.Ui;

/// <summary>What _Error tells: what happened, what was kept, what to do now.</summary>
/// <param name="Title">The heading.</param>
/// <param name="WhatHappened">In one sentence.</param>
/// <param name="WhatWasKept">Says plainly when nothing was.</param>
/// <param name="WhatToDo">The next step.</param>
/// <param name="Reference">To quote to the technician; never holds personal details.</param>
public sealed record Mishap(string Title, string WhatHappened, string WhatWasKept, string WhatToDo, string? Reference = null);
