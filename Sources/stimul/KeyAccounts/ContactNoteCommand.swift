import Accounts
import ArgumentParser
import Company
internal import Messages
import Periods
import PersonalFacts

/// `stimul contact consent`: enters a consent.
struct ContactConsentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consent",
        abstract: .said(
            en: "Enter what a contact allows to be kept, by a document of its own.",
            ru: "Внести согласие человека: что можно хранить, по отдельному документу."))

    @OptionGroup var common: ContactOptions
    @OptionGroup var purpose: PurposeOption
    @Option(help: .said(en: "How it was given: letter, mail.", ru: "Как дано: письмо, почта."))
    var how: String
    @Option(help: .said(en: "What shows it: the document and its number.", ru: "Чем подтверждено: документ и номер."))
    var proof: String
    @Option(help: .said(en: "The day it was given (default: today).", ru: "Когда дано (по умолчанию сегодня)."))
    var given: String?
    @Option(
        help: .said(
            en: "The first day on which it no longer holds (default: a year later).",
            ru: "С какого дня не действует (по умолчанию через год)."))
    var until: String?

    func run() async throws {
        let desk = try await common.opened()
        let draft = ConsentDraft(
            for: purpose.purpose.purpose, givenOn: try given.map(day), until: try until.map(day), how: how,
            proof: proof)
        let consent = try common.console.keeping {
            try desk.facts.give(draft, of: desk.contact, by: desk.person, desk.contacts)
        }
        let words = LocalizedText(
            en: "consent \(consent.id) of \(desk.contact) holds until \(consent.until): \(consent.purpose.words)",
            ru: "согласие \(consent.id), «\(desk.contact)», действует до \(consent.until): \(consent.purpose.words)")
        common.console.print(words[common.options.language])
    }

    private func day(_ text: String) throws -> CivilDay {
        guard let day = CivilDay(parsing: text) else {
            throw common.options.wrong(
                LocalizedText(
                    en: "there is no day '\(text)'; write 2026-10-15", ru: "дня «\(text)» не бывает; пишите 2026-10-15")
            )
        }
        return day
    }
}

/// `stimul contact note`: keeps a note.
struct ContactNoteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note",
        abstract: .said(
            en: "Write down a fact that the contact has allowed to be kept.",
            ru: "Записать факт, который человек разрешил хранить."),
        discussion: .said(
            en: "The text is read from what is typed, so that it stays in no history of commands.",
            ru: "Текст читается с ввода, чтобы не остаться в истории команд."))

    @OptionGroup var common: ContactOptions
    @OptionGroup var purpose: PurposeOption
    @Option(
        help: .said(
            en: "Who may read it besides its author: deputy, head, or both.",
            ru: "Кто может читать, кроме автора: «deputy» — заместитель, «head» — руководитель, или оба."))
    var visibleTo: String = ""

    func run() async throws {
        guard let sight = PersonalNote.Sight(words: visibleTo) else {
            throw common.options.wrong(
                LocalizedText(
                    en: "'\(visibleTo)' is nobody who may read a note: deputy, head",
                    ru: "«\(visibleTo)» — не тот, кому можно открыть заметку: «deputy», «head»"))
        }
        let desk = try await common.opened()
        let question = LocalizedText(
            en: "Only what serves the purpose and what you would say to his face: ",
            ru: "Только то, что служит цели и что вы сказали бы человеку в лицо: ")
        let text = common.console.answer(to: question) ?? ""
        let note = try common.console.keeping {
            try desk.facts.note(
                text, of: desk.contact, for: purpose.purpose.purpose, visibleTo: sight, by: desk.person, desk.contacts)
        }
        common.console.print(
            LocalizedText(
                en: "kept as \(note.key), for: \(sight.text)", ru: "сохранено: \(note.key); видят: \(sight.text)")[
                    common.options.language])
    }
}

/// `stimul contact notes`: shows what somebody may read, and has the chain note that he looked.
struct ContactNotesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notes",
        abstract: .said(
            en: "Show what you may read of a contact; that you looked is recorded.",
            ru: "Показать, что вам можно читать о человеке; просмотр записывается."))

    @OptionGroup var common: ContactOptions
    @Option(help: .said(en: "table, csv or json.", ru: "table, csv или json."))
    var format: RecordFormat = .table

    func run() async throws {
        let desk = try await common.opened()
        let (notes, consents) = try common.console.keeping {
            (
                try desk.facts.notes(of: desk.contact, readBy: desk.person, desk.contacts),
                try desk.facts.consents(of: desk.contact, desk.contacts)
            )
        }
        let report = ContactNotesReport(notes: notes, consents: consents, desk: desk.desk)
        switch format {
        case .table: common.console.print(report.table)
        case .csv: common.console.print(report.csv)
        case .json: common.console.print(try report.json())
        }
    }
}

/// Notes and consents in the forms in which they are shown.
struct ContactNotesReport {
    let notes: [PersonalNote]
    let consents: [Consent]
    let desk: AccountDesk

    var table: String {
        var lines = consents.map { consent in
            LocalizedText(
                en: "consent until \(consent.end): \(consent.purpose.words)",
                ru: "согласие до \(consent.end): \(consent.purpose.words)")[desk.language]
        }
        if notes.isEmpty {
            lines.append(desk.word("nothing that you may read", "ничего, что вам можно читать"))
            return lines.joined(separator: "\n")
        }
        var table = TextTable(
            [
                desk.word("day", "день"), desk.word("purpose", "цель"), desk.word("author", "автор"),
                desk.word("seen by", "видят"), desk.word("note", "заметка"),
            ], amountColumns: [])
        for note in notes {
            table.add([
                desk.day(note.madeOn), note.purpose.words[desk.language], desk.person(note.author),
                note.sight.text[desk.language], note.text,
            ])
        }
        return (lines + [table.text]).joined(separator: "\n")
    }

    var csv: String {
        RecordCSV.text(
            ["key", "contact", "day", "purpose", "author", "visible_to", "text"],
            notes.map { note in
                [
                    .text(note.key), .text(note.contact.text), .text("\(note.madeOn)"), .text(note.purpose.rawValue),
                    .text(note.author.text), .text(note.sight.words.joined(separator: " ")), .text(note.text),
                ]
            })
    }

    func json() throws -> String {
        try RecordJSON.text(
            notes.map { note in
                Entry(
                    key: note.key, contact: note.contact.text, day: "\(note.madeOn)", purpose: note.purpose.rawValue,
                    author: note.author.text, visibleTo: note.sight.words, text: note.text)
            })
    }

    private struct Entry: Encodable {
        let key: String
        let contact: String
        let day: String
        let purpose: String
        let author: String
        let visibleTo: [String]
        let text: String
    }
}
