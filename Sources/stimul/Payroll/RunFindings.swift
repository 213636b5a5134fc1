import Ledger
internal import Messages
import Payroll
import Storage

/// What whoever looks at a run must know of it, from what was kept with it.
extension PayrollSession {
    /// How many awards and findings are listed.
    private static var limit: Int { 10 }

    /// Says which awards have no value, which were calculated although a figure is missing, and what was found in the data.
    ///
    /// - Parameters:
    ///   - person: Only what concerns this person's awards; with everybody's also what was found in the data.
    ///   - showingNotes: Whether that is listed; who has just shown it with its places need not.
    func tellFindings(of run: StoredRun, person: String? = nil, showingNotes: Bool = true) {
        guard run.keepsRemarks else {
            return print(
                LocalizedText(
                    en: "This run was calculated by an earlier version, which kept no remarks with it.",
                    ru: "Расчёт сделан прежней версией, которая не сохраняла замечаний."))
        }
        let isAsked = { (award: Obligation) in person == nil || award.person == person }
        list(
            run.withoutValue.filter { isAsked($0.award) }.map { ($0.award, $0.reason.text) },
            LocalizedText(en: "Without a value, so not paid", ru: "Без значения, не выплачивается"))
        list(
            run.incomplete.filter { isAsked($0.award) }.map { ($0.award, .joining($0.missing.map(\.text))) },
            LocalizedText(en: "Calculated although a figure is missing", ru: "Рассчитано, хотя показателя нет"))
        if person == nil, showingNotes { tellNotes(run.findings) }
    }

    private func list(_ awards: [(award: Obligation, text: LocalizedText)], _ title: LocalizedText) {
        if awards.isEmpty { return }
        print(LocalizedText(en: "\n\(title.en): \(awards.count)", ru: "\n\(title.ru): \(awards.count)"))
        for (award, text) in awards.sorted(by: { $0.award < $1.award }).prefix(Self.limit) {
            console.print(
                "  \(award.person) · \(award.matter.title[console.language]): \(text[console.language])")
        }
        tellMore(awards.count - Self.limit)
    }

    private func tellNotes(_ notes: [RunNote]) {
        if notes.isEmpty { return }
        print(
            LocalizedText(
                en: "\nWhat a reviewer must know: \(notes.count)", ru: "\nЧто должен знать проверяющий: \(notes.count)")
        )
        for note in notes.prefix(Self.limit) {
            let place = note.place.isEmpty ? "" : note.place + ": "
            console.print("  " + place + note.message.text[console.language])
        }
        tellMore(notes.count - Self.limit)
    }

    private func tellMore(_ rest: Int) {
        if rest > 0 { print(LocalizedText(en: "  … and \(rest) more", ru: "  … и ещё \(rest)")) }
    }
}

extension LocalizedText {
    /// Several texts as one.
    static func joining(_ texts: [LocalizedText]) -> LocalizedText {
        texts.joined(separator: "; ")
    }
}
