/// What an object is: a key account's plan, a recognition, a role of somebody.
///
/// Objects have versions and stand under the audit chain as all else does, but no amount is calculated from them, so they are no
/// part of the state of the rows: a calculation stays the same run whatever becomes of them.
public struct ObjectName: Hashable, Sendable {
    /// The room of the program that the object belongs to: `accounts`, `recognition`, `access`.
    public var room: String
    /// What it is there: `plan`, `grant`.
    public var kind: String
    /// What tells it from the others of its kind.
    public var key: String

    /// Names an object.
    public init(room: String, kind: String, key: String) {
        self.room = room
        self.kind = kind
        self.key = key
    }
}

/// A version of an object, with the step that made it.
public struct KeptObject: Hashable, Sendable {
    /// The object.
    public var name: ObjectName
    /// 1 for the first version, then one more each time.
    public var version: Int64
    /// What somebody did with it, as its room calls it: `made`, `accepted`, `moved`.
    public var step: String
    /// What it is since, as its room writes it; `nil` since it was withdrawn.
    public var content: String?
    /// Why; empty where no reason is asked for.
    public var reason: String
    /// Who took the step.
    public var actor: String
    /// When, as ISO 8601 in UTC; never entered, so that nothing can be dated back.
    public var at: String
}
