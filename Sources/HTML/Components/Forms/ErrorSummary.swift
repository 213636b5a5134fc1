/// What a field was refused for, in the words that stand at the field too.
public struct FieldError: Sendable, Equatable {
    let field: String
    let text: String

    /// The name of its field.
    public var name: String { field }

    /// The name of a field and what to do: "Enter the amount you expected, such as 57 400.00."
    public init(field: String, _ text: String) {
        self.field = field
        self.text = text
    }
}

/// All errors of a form above it, each a link to its field.
public struct ErrorSummary: Component {
    let errors: [FieldError]
    let language: Language

    /// The errors of a form, in the order of its fields.
    public init(_ errors: [FieldError], in language: Language) {
        self.errors = errors
        self.language = language
    }

    /// The summary; nothing when there is no error.
    public var body: some Markup {
        if !errors.isEmpty {
            div(
                .id(Identifier(.errors)), .class(.errorSummary), .role(.alert), .focusTarget,
                .labelled(by: Identifier(.heading, "errors"))
            ) {
                h2(.id(Identifier(.heading, "errors"))) { Phrase.errors.text(in: language) }
                ul {
                    errors.map { error in
                        li { a(href: .fragment(Identifier(.field, error.field))) { error.text } }
                    }
                }
            }
        }
    }
}
