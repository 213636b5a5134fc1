import Accounts
public import Messages

/// Something that somebody does in key account work: a row of the one table from which commands, forms, the API and the
/// documents follow.
///
/// A step never touches a database. It looks at the book as it is today and says which rows are to be written, or why not:
/// whoever asks writes them under the audit chain, with the actor's name and the time, so that nothing can be dated back.
public struct AccountStep: Sendable {
    /// What it acts on.
    public let object: AccountObject
    /// Its name among the steps of that object, such as `accept`; never translated.
    public let verb: String
    /// What a button or a command says: "Take the promise on".
    public let title: LocalizedText
    /// What it asks for, in the order of a form.
    public let fields: [StepField]
    /// Whether it begins an object; else it needs the identifier of one.
    public let begins: Bool
    /// Refuses what no form could mend: the wrong person, a state that does not allow it.
    let allow: @Sendable (StepRequest) throws(Refusal) -> Void
    /// What it comes to.
    let make: @Sendable (StepRequest) throws(Refusal) -> StepOutcome

    /// A step with something that there is.
    init(
        _ object: AccountObject, _ verb: String, _ title: LocalizedText, _ fields: [StepField] = [],
        allow: @escaping @Sendable (StepRequest) throws(Refusal) -> Void,
        make: @escaping @Sendable (StepRequest) throws(Refusal) -> StepOutcome
    ) {
        (self.object, self.verb, self.title, self.fields) = (object, verb, title, fields)
        (begins, self.allow, self.make) = (false, allow, make)
    }

    /// A step that begins something.
    init(
        beginning object: AccountObject, _ verb: String, _ title: LocalizedText, _ fields: [StepField],
        allow: @escaping @Sendable (StepRequest) throws(Refusal) -> Void = { (_) throws(Refusal) in },
        make: @escaping @Sendable (StepRequest) throws(Refusal) -> StepOutcome
    ) {
        (self.object, self.verb, self.title, self.fields) = (object, verb, title, fields)
        (begins, self.allow, self.make) = (true, allow, make)
    }

    /// Its name everywhere, such as `promise.accept`.
    public var name: String { "\(object.rawValue).\(verb)" }
}

/// Stands for a text that a form still asks for, where a step is only asked whether it would be possible; no row ever holds it.
let placeholder = "…"
