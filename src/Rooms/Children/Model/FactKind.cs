namespace Lifeguard.Children.Model;

internal enum FactKind
{
    /// <summary>Care status, plan, support: a key of a list.</summary>
    Status,

    /// <summary>A parent or carer: responsibility, and whether they may be told.</summary>
    Carer,
    Order,
    Professional,

    /// <summary>A special need or disability, and what helps when talking with the child.</summary>
    Need,
    Language,
}
