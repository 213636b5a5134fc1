internal import Company
internal import HTML
internal import Importing
internal import Messages
internal import Pages

/// What a file does not tell, as a form, and what is answered in it.
struct ImportQuestions {
    let asked: Asked
    let looked: Looked

    /// What is asked at once; what is left is asked when these are answered.
    private static let most = 40
    /// Sets the rows with a name aside.
    private static let aside = "aside"

    private var questions: ArraySlice<MappingProposal.Question> { looked.open.prefix(Self.most) }

    /// Which questions a form asks: answers to others are not taken.
    private var name: String {
        questions.map { $0.key + "\u{1F}" + $0.subject }.joined(separator: "\u{1E}").utf8
            .reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }.description
    }

    // MARK: Asking

    /// The form.
    var form: SectionForm {
        SectionForm(
            name: "questions", heading: asked.word(DataWords.questions),
            action: ImportHandler.address(asked.part("upload"), "answers"), hidden: [(name: "asked", value: name)],
            fields: questions.enumerated().flatMap { fields($0, $1) }, button: asked.word(DataWords.answer))
    }

    private func fields(_ number: Int, _ question: MappingProposal.Question) -> [SectionForm.Field] {
        let (label, hint) = words(question)
        let choices = choices(question)
        let isOpen = !question.key.isEmpty && !isOfRecords(question) && !isOfColumns(question)
        guard !choices.isEmpty else {
            let example = question.example == "…" ? "" : question.example
            return [
                .field(
                    FormField(
                        name: "t\(number)", label: label, hint: example.isEmpty ? hint : example,
                        control: .line(value: ""), in: asked.language))
            ]
        }
        if choices.count > 6 || isOfRecords(question) {
            let empty = Choice("", asked.word(DataWords.choose))
            return [
                .field(
                    FormField(
                        name: "q\(number)", label: label, hint: hint, control: .list([empty] + choices, chosen: nil),
                        in: asked.language))
            ]
        }
        let field = SectionForm.Field.choice(
            ChoiceField(name: "q\(number)", question: label, hint: hint, choices: choices, in: asked.language))
        guard isOpen, !question.example.isEmpty else { return [field] }
        return [
            field,
            .field(
                FormField(
                    name: "t\(number)", label: asked.word(DataWords.ownAnswer), hint: question.example,
                    isOptional: true, control: .line(value: ""), in: asked.language)),
        ]
    }

    /// What is asked, in the words of a page.
    private func words(_ question: MappingProposal.Question) -> (label: String, hint: String?) {
        let told = question.text[asked.language]
        if question.key == "kind" { return (asked.word(DataWords.whichKind), nil) }
        if let name = cut(question.key, "name.") { return (asked.word(DataWords.whoIs(name)), told.beginning) }
        if let field = cut(question.key, "column.") {
            // What is written in the company's text is no answer here.
            return (asked.word(DataWords.whichColumn(field)), nil)
        }
        return (told.beginning, nil)
    }

    private func cut(_ key: String, _ beginning: String) -> String? {
        key.hasPrefix(beginning) ? String(key.dropFirst(beginning.count)) : nil
    }

    private func isOfRecords(_ question: MappingProposal.Question) -> Bool { question.key.hasPrefix("name.") }
    private func isOfColumns(_ question: MappingProposal.Question) -> Bool { question.key.hasPrefix("column.") }

    private func choices(_ question: MappingProposal.Question) -> [Choice] {
        if question.key == "kind" {
            return looked.kinds.map { Choice("v" + $0.name, $0.title[asked.language]) }
        }
        if isOfRecords(question) {
            let near = question.choices.map { Choice("v" + $0.value, $0.meaning[asked.language]) }
            let known = Set(question.choices.map(\.value))
            let others = (looked.records[question.subject] ?? []).filter { !known.contains($0.id) }.map { record in
                Choice("v" + record.id, (record.names.first ?? record.id) + " (" + record.id + ")")
            }
            return near + [Choice(Self.aside, asked.word(DataWords.setAsideName))] + others
        }
        var choices = question.choices.enumerated().map { Choice("c\($0)", $1.meaning[asked.language].beginning) }
        if isOfColumns(question) {
            let told = Set(question.choices.map(\.value))
            choices += looked.titles.filter { !told.contains($0.name) && !$0.name.isEmpty }.map {
                Choice("v" + $0.name, $0.name)
            }
        }
        return choices
    }

    // MARK: Answers

    /// Takes what was answered; what was not stays open.
    func take(into upload: inout KeptUpload) {
        guard asked.form["asked"] == name else { return }
        for (number, question) in questions.enumerated() {
            let written = asked.form.text("t\(number)")
            if !written.isEmpty, !question.key.isEmpty {
                upload.answer(question.key, written)
                continue
            }
            let chosen = asked.form["q\(number)"] ?? ""
            if chosen == Self.aside, let name = cut(question.key, "name.") {
                upload.passed.insert(name)
            } else if chosen.hasPrefix("v"), !question.key.isEmpty {
                upload.answer(question.key, String(chosen.dropFirst()))
            } else if chosen.hasPrefix("c"), let place = Int(chosen.dropFirst()),
                question.choices.indices.contains(place)
            {
                upload.answer(question.choices[place].key, question.choices[place].value)
            }
        }
    }
}

/// From which column each field is read, as a form.
struct ImportColumns {
    let asked: Asked
    let looked: Looked

    private static let none = "-"

    /// The form; the kind comes first.
    var form: SectionForm {
        let kinds = looked.kinds.map { Choice($0.name, $0.title[asked.language]) }
        let columns =
            [Choice(Self.none, asked.word(DataWords.noColumn))]
            + looked.titles.map { Choice("\($0.place + 1)", title($0)) }
        let kind = SectionForm.Field.field(
            FormField(
                name: "kind", label: asked.word(DataWords.kind), control: .list(kinds, chosen: looked.kind?.name),
                in: asked.language))
        let fields = looked.fields.map { field in
            SectionForm.Field.field(
                FormField(
                    name: "f." + field.name, label: field.name, isOptional: field.isOptional,
                    control: .list(columns, chosen: place(of: field.name)), in: asked.language))
        }
        return SectionForm(
            name: "columns", heading: asked.word(DataWords.change),
            action: ImportHandler.address(asked.part("upload"), "columns"), fields: [kind] + fields,
            button: asked.word(DataWords.readSo), isMain: false)
    }

    private func title(_ column: (place: Int, name: String)) -> String {
        column.name.isEmpty ? asked.word(DataWords.columnNumber(column.place + 1)) : column.name
    }

    private func place(of field: String) -> String {
        guard let name = looked.columns[field], let column = looked.titles.first(where: { $0.name == name }) else {
            return Self.none
        }
        return "\(column.place + 1)"
    }

    /// A column by its name, which is the same next month; by its place where it has none.
    private func name(ofColumn chosen: String) -> String {
        guard let place = Int(chosen), let column = looked.titles.first(where: { $0.place == place - 1 }),
            !column.name.isEmpty, Int(column.name) == nil
        else { return chosen }
        return column.name
    }

    /// Takes what was changed.
    func take(into upload: inout KeptUpload) {
        let kind = asked.form.text("kind")
        if kind != looked.kind?.name, looked.kinds.contains(where: { $0.name == kind }) {
            // Fields of another kind are other fields.
            upload.answers.removeAll { $0.key.contains(".") }
            upload.answer("kind", kind)
            return
        }
        for field in looked.fields {
            let chosen = asked.form.text("f." + field.name)
            guard !chosen.isEmpty, chosen != place(of: field.name) else { continue }
            upload.answer("column." + field.name, name(ofColumn: chosen))
        }
    }
}
