/// What somebody did in the application that comes to rows: the name of the step and what it was taken with.
///
/// Its record is one of a step, not of an import: whoever takes a step may write these rows and no others.
public struct RowStep: Sendable, Hashable {
    /// The step, such as `promise.accept`.
    public let name: String
    /// What it was taken with, such as `p0077`.
    public let subject: String

    /// Names a step.
    public init(_ name: String, with subject: String) {
        (self.name, self.subject) = (name, subject)
    }
}
