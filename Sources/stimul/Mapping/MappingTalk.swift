import Foundation
import Importing
import Intake
internal import Messages

/// What is shown of a mapping, and the questions on a terminal.
struct MappingTalk {
    let console: Console

    /// Whether somebody is there to answer.
    var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    // MARK: What was found

    /// Shows how the file would be read.
    func show(_ look: MappingLook, _ source: OpenedFile, _ said: MappingAnswers) {
        guard let dialogue = look.dialogue, let proposal = dialogue.proposal, let table = look.table else { return }
        let text = MappingText(dialogue, proposal, table, console.language)
        console.print(text.summary)
        let others = source.otherSheets(said)
        if !others.isEmpty {
            let list = others.prefix(10).joined(separator: ", ") + (others.count > 10 ? ", …" : "")
            say(
                LocalizedText(
                    en: "the workbook has other sheets: \(list); --sheet names another",
                    ru: "в книге есть и другие листы: \(list); другой назовите в --sheet"))
        }
        if let columns = text.columns { console.print("\n" + columns) }
        if let rows = text.rows { console.print("\n" + rows) }
        if !dialogue.notes.isEmpty {
            console.print("")
            for note in unique(dialogue.notes) { say(LocalizedText(en: "– \(note.en)", ru: "– \(note.ru)")) }
        }
    }

    private func unique(_ texts: [LocalizedText]) -> [LocalizedText] {
        var seen: Set<LocalizedText> = []
        return texts.filter { seen.insert($0).inserted }
    }

    private func say(_ text: LocalizedText) {
        console.print(Paragraph.folded(text[console.language], width: Screen.width))
    }

    // MARK: Questions

    /// Asks on the terminal; `nil` at the end of what is typed.
    func ask(_ question: MappingProposal.Question) -> (key: String, value: String)? {
        console.print("")
        say(question.text)
        for (number, choice) in question.choices.enumerated() {
            say(LocalizedText(en: "  \(number + 1)  \(choice.meaning.en)", ru: "  \(number + 1)  \(choice.meaning.ru)"))
        }
        while true {
            guard let typed = console.answer(to: prompt(question)) else { return nil }
            if let number = Int(typed), question.choices.indices.contains(number - 1) {
                return (question.choices[number - 1].key, question.choices[number - 1].value)
            }
            if let choice = question.choices.first(where: { $0.value == typed }) { return (choice.key, choice.value) }
            if !typed.isEmpty, !question.key.isEmpty { return (question.key, typed) }
        }
    }

    private func prompt(_ question: MappingProposal.Question) -> LocalizedText {
        let count = question.choices.count
        let range = count == 0 ? "" : count == 1 ? "1" : "1–\(count)"
        switch (count > 0, question.key.isEmpty) {
        case (true, true): return LocalizedText("\(range): ")
        case (true, false):
            return LocalizedText(en: "\(range), or your own: ", ru: "\(range) или своё: ")
        case (false, _):
            let example = question.example.isEmpty || question.example == "…" ? "" : " (\(question.example))"
            return LocalizedText(en: "answer\(example): ", ru: "ответ\(example): ")
        }
    }

    /// The answers with one more, and what the file looks like with it; `nil` when it is none, which is told.
    func taking(
        _ answer: (key: String, value: String), _ said: MappingAnswers,
        _ look: (MappingAnswers) throws(MappingAnswerFault) -> MappingLook
    ) -> (MappingAnswers, MappingLook)? {
        do throws(MappingAnswerFault) {
            var more = said
            try more.take(answer.key, answer.value)
            return (more, try look(more))
        } catch {
            console.error(fold(error.text))
            return nil
        }
    }

    /// Whether the entry is to be written.
    func confirms(_ file: String) -> Bool {
        let question = LocalizedText(
            en: "\nWrite this into \(file)? [Y/n] ", ru: "\nЗаписать это в \(file)? [Д/н] ")
        guard let typed = console.answer(to: question)?.lowercased() else { return false }
        return typed.isEmpty || ["y", "yes", "д", "да"].contains(typed)
    }

    /// Lists the options that are missing.
    func list(_ questions: [MappingProposal.Question]) {
        console.error(
            LocalizedText(
                en: "\nThese answers are missing; add one option for each:",
                ru: "\nНе хватает ответов; добавьте по одному параметру на каждый вопрос:"))
        for question in questions {
            console.error(fold(question.text))
            for choice in question.choices {
                let option = Self.option(choice.key, choice.value)
                console.error(
                    LocalizedText(
                        en: "    \(option)   \(choice.meaning.en)", ru: "    \(option)   \(choice.meaning.ru)"))
            }
            if question.choices.isEmpty {
                let example = question.example.isEmpty ? "…" : question.example
                console.error(LocalizedText("    \(Self.option(question.key, example))"))
            }
        }
    }

    /// Lists what has to be mended in the file.
    func list(faults: [LocalizedText]) {
        console.error(
            LocalizedText(
                en: "\nThe file has to be mended first:", ru: "\nСначала надо исправить сам файл:"))
        for fault in faults { console.error(fold(LocalizedText(en: "– \(fault.en)", ru: "– \(fault.ru)"))) }
    }

    private func fold(_ text: LocalizedText) -> LocalizedText {
        LocalizedText { language in Paragraph.folded(text[language], width: Screen.width) }
    }

    private static func option(_ key: String, _ value: String) -> String {
        "--answer " + ShellWord.quoted("\(key)=\(value)")
    }

    // MARK: The end

    /// Shows the entry that nobody has written yet.
    func propose(_ rules: TableRules, _ spellings: [MappingDialogue.Alias], _ home: MappingHome) {
        console.print("\ntables:")
        console.print(lines: rules.yamlLines(for: home.inside).map { "  " + $0 })
        if !spellings.isEmpty {
            console.print("\naliases.csv: kind,alias,id")
            console.print(lines: spellings.map { "\($0.kind),\($0.text),\($0.id)" })
        }
        console.print("")
        say(
            LocalizedText(
                en: "Nothing is written yet: add --write.", ru: "Пока ничего не записано: добавьте --write."))
    }

    /// Says what was written, and what comes next.
    func tell(_ writer: MappingWriter, _ company: String, rivals: [String]) {
        let name = writer.home.inside
        console.print("")
        say(
            writer.hadEntry
                ? LocalizedText(
                    en: "The entry of '\(name)' in \(writer.target) is replaced.",
                    ru: "Запись о «\(name)» в \(writer.target) заменена.")
                : LocalizedText(
                    en: "The entry of '\(name)' stands in \(writer.target) now.",
                    ru: "Запись о «\(name)» добавлена в \(writer.target)."))
        if writer.home.isOutside {
            say(
                LocalizedText(
                    en: "The file is copied to \(company)/\(name).", ru: "Файл скопирован: \(company)/\(name)."))
        }
        if writer.hasSpellings {
            say(
                LocalizedText(
                    en: "The other spellings of names stand in aliases.csv.",
                    ru: "Другие написания имён добавлены в aliases.csv."))
        }
        let others = rivals.filter { $0 != name }.sorted()
        if !others.isEmpty {
            let list = others.prefix(5).joined(separator: ", ") + (others.count > 5 ? ", …" : "")
            say(
                LocalizedText(
                    en: "The same is read from \(list) too; remove what is an example.",
                    ru: "То же читается и из \(list); уберите, если это пример."))
        }
        let word = ShellWord.quoted(company)
        say(
            LocalizedText(
                en: "Next: stimul check \(word); stimul run \(word)",
                ru: "Дальше: stimul check \(word); stimul run \(word)"))
    }

    /// Says why nothing was written; with the entry where it has to be put there by hand.
    func fail(_ failure: MappingWriter.Failure, _ rules: TableRules, _ home: MappingHome) {
        console.fail(failure.text)
        if failure.isByHand { console.error(LocalizedText(rules.yaml(for: home.inside))) }
    }
}
