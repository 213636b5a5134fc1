internal import AccountRows
internal import AccountSteps
internal import Accounts
internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods

/// A step of key account work as a form, drawn from what the step asks for.
struct StepForm {
    let pages: AccountPages
    let step: AccountStep
    /// What the step acts on; empty where it begins something.
    var subject = ""
    /// What was entered, or stands there to begin with.
    var values: [String: String] = [:]
    /// What was refused.
    var errors: [FieldError] = []
    /// Where one comes back to.
    var next = ""
    /// The fields that are asked for; nil for all. The others are sent as they stand.
    var only: Set<String>?
    /// The key that an earlier showing of the form had.
    var key: String?

    private var language: PageLanguage { pages.language }
    private func text(_ text: LocalizedText) -> String { text[language] }

    /// The form as a part of a page.
    var form: SectionForm {
        let asked = step.fields.filter { only?.contains($0.name) ?? true }
        let kept = step.fields.filter { !asked.contains($0) }
        var hidden: [(name: String, value: String)] = [(name: "id", value: subject), (name: "next", value: next)]
        if !subject.isEmpty, let seen = AccountSteps.seen(step.object, subject, in: pages.book) {
            hidden.append((name: "seen", value: seen))
        }
        hidden += kept.compactMap { field in values[field.name].map { (name: field.name, value: $0) } }
        if only != nil { hidden.append((name: "short", value: asked.map(\.name).joined(separator: " "))) }
        return SectionForm(
            name: step.name.replacing(".", with: "-"), heading: text(step.title),
            text: about, action: Addresses.of(["steps", step.name]), hidden: hidden,
            fields: asked.flatMap(fields), errors: errors, button: text(step.title),
            key: key ?? pages.asked.site.keys.draw())
    }

    /// What it acts on, in words.
    private var about: [String] { pages.words(of: step.object, subject).map { [$0] } ?? [] }

    /// The client that the form is about, which narrows what can be chosen.
    private var client: Key<Client>? {
        if let client = values["client"], !client.isEmpty { return Key(client) }
        return pages.client(of: step.object, subject)
    }

    // MARK: Fields

    private func fields(_ field: StepField) -> [SectionForm.Field] {
        if case .many(let subject) = field.content { return several(field, subject) }
        return [self.field(field)]
    }

    private func field(_ field: StepField) -> SectionForm.Field {
        let value = values[field.name] ?? ""
        switch field.content {
        case .line, .number, .share:
            return line(field, value, mode: field.content == .line ? .text : .decimal)
        case .text: return .field(made(field, .lines(value: value, rows: 3)))
        case .day: return line(field, value, type: .date)
        case .moment: return line(field, value.replacing(" ", with: "T"), type: .moment)
        case .whole(let range):
            let choices = range.count <= 11 ? range.map { Choice("\($0)", "\($0)") } : []
            return choices.isEmpty ? line(field, value, mode: .numeric) : chosen(field, value, choices)
        case .flag:
            return chosen(
                field, value,
                [
                    Choice("yes", pages.word(AccountStepWords.yes)), Choice("no", pages.word(AccountStepWords.no)),
                ])
        case .choice(let choices):
            return chosen(field, value, choices.map { Choice($0.word, text($0.title)) })
        case .one(let subject):
            let known = pages.choices(subject, of: client)
            return known.isEmpty ? line(field, value) : list(field, value, known)
        case .many(let subject): return list(field, value, pages.choices(subject, of: client))
        }
    }

    private func line(
        _ field: StepField, _ value: String, type: InputType = .text, mode: InputMode = .text
    ) -> SectionForm.Field {
        .field(made(field, .line(value: value, type: type, mode: mode)))
    }

    private func made(_ field: StepField, _ control: FormField.Control) -> FormField {
        FormField(
            name: field.name, label: text(field.label), hint: hint(field), errors: errors, isOptional: !field.isNeeded,
            control: control, in: language)
    }

    private func hint(_ field: StepField) -> String? {
        let hint = text(field.hint)
        return hint.isEmpty ? nil : hint
    }

    /// A few answers are all seen; more of them are a list.
    private func chosen(_ field: StepField, _ value: String, _ choices: [Choice]) -> SectionForm.Field {
        guard choices.count <= 5, field.isNeeded else { return list(field, value, choices) }
        return .choice(
            ChoiceField(
                name: field.name, question: text(field.label), hint: hint(field), errors: errors, choices: choices,
                chosen: [value], in: language))
    }

    private func list(_ field: StepField, _ value: String, _ choices: [Choice]) -> SectionForm.Field {
        .field(made(field, .list([Choice("", "—")] + choices, chosen: value)))
    }

    /// Several of one kind: a few lists beside each other, as a form has each name once.
    private func several(_ field: StepField, _ subject: StepField.Subject) -> [SectionForm.Field] {
        let choices = [Choice("", "—")] + pages.choices(subject, of: client)
        let given = (values[field.name] ?? "").split { $0.isWhitespace || ",;".contains($0) }.map(String.init)
        return (0..<max(Self.several, given.count)).map { number in
            let name = number == 0 ? field.name : "\(field.name).\(number)"
            let label = text(field.label) + (number == 0 ? "" : ", \(number + 1)")
            return .field(
                FormField(
                    name: name, label: label, hint: number == 0 ? hint(field) : nil, errors: errors,
                    isOptional: number > 0 || !field.isNeeded,
                    control: .list(choices, chosen: given.indices.contains(number) ? given[number] : ""), in: language))
        }
    }

    private static let several = 3

    // MARK: What was sent

    /// The values of a form that was sent, by the names of the step's fields.
    static func values(_ form: FormFields, of step: AccountStep, in book: AccountBook) -> [String: String] {
        var values: [String: String] = [:]
        for field in step.fields {
            var value = form.text(field.name)
            if case .moment = field.content { value = value.replacing("T", with: " ") }
            if case .many = field.content {
                let others = form.names.filter { $0.hasPrefix(field.name + ".") }.sorted().map { form.text($0) }
                value = ([value] + others).filter { !$0.isEmpty }.joined(separator: " ")
            }
            values[field.name] = value
        }
        // Whoever is called says whose client it is.
        if values["client"]?.isEmpty ?? false, let contact = values["contact"], !contact.isEmpty {
            values["client"] = book.client(of: Key(contact))?.text ?? ""
        }
        return values
    }
}
