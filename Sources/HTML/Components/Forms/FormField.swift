/// A field with its name, a hint and what is wrong with what was entered; what was entered stays.
public struct FormField: Component {
    let name: String
    let label: String
    let hint: String?
    let error: String?
    let isOptional: Bool
    let control: Control
    let language: Language

    /// A field.
    ///
    /// - Parameters:
    ///   - name: The name under which it is sent.
    ///   - hint: What helps to fill it in; never the only place of its name.
    ///   - errors: The errors of the form; those of this field are shown at it.
    public init(
        name: String, label: String, hint: String? = nil, errors: [FieldError] = [], isOptional: Bool = false,
        control: Control, in language: Language
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        error = errors.first { $0.field == name }?.text
        self.isOptional = isOptional
        self.control = control
        self.language = language
    }

    /// What is filled in.
    public enum Control: Sendable {
        /// A line: what was entered, and what browsers may fill in.
        case line(value: String, type: InputType = .text, mode: InputMode = .text, autocomplete: Autocomplete = .off)
        /// A few lines.
        case lines(value: String, rows: Int)
        /// One of a list.
        case list([Choice], chosen: String?)
        /// A file.
        case file
    }

    /// The field.
    public var body: some Markup {
        div(.class(error == nil ? [.field] : [.field, .fieldRefused])) {
            HTML.label(.for(id), .class(.fieldLabel)) {
                self.label
                if isOptional { span(.class(.muted)) { " (" + Phrase.optional.text(in: language) + ")" } }
            }
            hint.map { hint in p(.id(Identifier(.hint, name)), .class(.hint)) { hint } }
            error.map { FieldErrorText(field: name, text: $0, language: language) }
            filled
        }
    }

    private var id: Identifier { Identifier(.field, name) }

    @MarkupBuilder private var filled: some Markup {
        switch control {
        case .line(let value, let type, let mode, let autocomplete):
            VoidElement(
                "input",
                [.type(type), .inputMode(mode), .autocomplete(autocomplete)]
                    + (type == .password ? [] : [.value(value)])
                    + common)
        case .lines(let value, let rows):
            Element(
                tag: Tag("textarea", losesFirstLineFeed: true), attributes: [.rows(rows)] + common,
                content: Text(value))
        case .list(let choices, let chosen):
            select(with: common) {
                choices.map { choice in
                    option(with: [.value(choice.value)] + (choice.value == chosen ? [.selected] : [])) { choice.label }
                }
            }
        case .file: VoidElement("input", [.type(.file)] + common)
        }
    }

    private var common: [Attribute] {
        let described =
            (hint == nil ? [] : [Identifier(.hint, name)]) + (error == nil ? [] : [Identifier(.error, name)])
        return [.id(id), .name(name), .class(.control)] + (described.isEmpty ? [] : [.described(by: described)])
            + (error == nil ? [] : [.invalid])
    }
}

/// What is wrong with a field.
struct FieldErrorText: Component {
    let field: String
    let text: String
    let language: Language

    var body: some Markup {
        p(.id(Identifier(.error, field)), .class(.fieldError)) {
            span(.class(.unseen)) { Phrase.error.text(in: language) }
            text
        }
    }
}
