/// One of several values.
public struct Choice: Sendable {
    let value: String
    /// Its name.
    public let label: String
    let hint: String?

    /// The value that is sent, its name and what helps to choose it.
    public init(_ value: String, _ label: String, hint: String? = nil) {
        self.value = value
        self.label = label
        self.hint = hint
    }
}

/// A question with a few answers, all of them seen.
public struct ChoiceField: Component {
    let name: String
    let question: String
    let hint: String?
    let error: String?
    let choices: [Choice]
    let chosen: Set<String>
    let isMultiple: Bool
    let language: Language

    /// A question with its answers.
    ///
    /// - Parameter isMultiple: Whether several answers can be given.
    public init(
        name: String, question: String, hint: String? = nil, errors: [FieldError] = [], choices: [Choice],
        chosen: Set<String> = [], isMultiple: Bool = false, in language: Language
    ) {
        self.name = name
        self.question = question
        self.hint = hint
        error = errors.first { $0.field == name }?.text
        self.choices = choices
        self.chosen = chosen
        self.isMultiple = isMultiple
        self.language = language
    }

    /// The question.
    public var body: some Markup {
        fieldset(with: [.class(error == nil ? [.field] : [.field, .fieldRefused])] + described) {
            legend(.class(.fieldLabel)) { question }
            hint.map { hint in p(.id(Identifier(.hint, name)), .class(.hint)) { hint } }
            error.map { FieldErrorText(field: name, text: $0, language: language) }
            choices.enumerated().map { place, choice in line(choice, isFirst: place == 0) }
        }
    }

    private var described: [Attribute] {
        let ids = (hint == nil ? [] : [Identifier(.hint, name)]) + (error == nil ? [] : [Identifier(.error, name)])
        return ids.isEmpty ? [] : [.described(by: ids)]
    }

    /// The first answer has the id that the summary of errors leads to.
    private func line(_ choice: Choice, isFirst: Bool) -> some Markup {
        let id = isFirst ? Identifier(.field, name) : Identifier(.field, name + "/" + choice.value)
        let ticked: [Attribute] = chosen.contains(choice.value) ? [.checked] : []
        return div(.class(.choice)) {
            VoidElement(
                "input", [.type(isMultiple ? .checkbox : .radio), .id(id), .name(name), .value(choice.value)] + ticked)
            HTML.label(.for(id)) {
                choice.label
                choice.hint.map { hint in span(.class(.hint)) { " " + hint } }
            }
        }
    }
}

/// A button that sends a form; it names what it does.
public struct ActionButton: Component {
    let text: String
    let isMain: Bool

    /// A button; one of a page is the main one.
    public init(_ text: String, isMain: Bool = true) {
        self.text = text
        self.isMain = isMain
    }

    /// The button.
    public var body: some Markup {
        button(.button(.submit), .class(isMain ? [.button] : [.button, .buttonQuiet])) { text }
    }
}
