internal import AccountRows
internal import Accounts
internal import Formulas
internal import Messages
internal import Quantities

/// Reads what is said of the work of people: the sections `competencies`, `jobs` and `career`.
struct JobBookReader {
    let documents: Documents
    let names: Names
    /// The positions that the company has.
    let positions: Set<String>
    let findings: Findings

    /// The settings of key account work with what the text says of jobs; without key account work there is nothing to say it of.
    static func adding(
        to settings: AccountSettings?, _ documents: Documents, _ names: Names, positions: [String],
        _ findings: Findings
    ) -> AccountSettings? {
        let reader = JobBookReader(
            documents: documents, names: names, positions: Set(positions), findings: findings)
        guard var settings else {
            reader.reportWithoutAccounts()
            return nil
        }
        settings.rules.jobs = reader.book()
        return settings
    }

    private func book() -> JobBook {
        var book = JobBook(competencies: competencies())
        let known = book.competencies.map(\.id.text)
        let definitions = documents.definitions(.jobs, findings)
        book.jobs = definitions.compactMap { job($0, known) }
        book.tracks = tracks(book.jobs)
        let onTracks = Set(book.tracks.flatMap(\.steps)).union(book.jobs.flatMap(\.next))
        for definition in definitions where !positions.contains(definition.name) {
            if !onTracks.contains(Key(definition.name)) { reportUnheld(definition) }
        }
        let circles = Set(book.circles.map(\.text))
        if let first = definitions.first(where: { circles.contains($0.name) }) { reportCircle(first) }
        return book
    }

    /// Levels and trainings are rows of key account work, so without it there is nothing to compare with.
    private func reportWithoutAccounts() {
        let sections: [Documents.Section] = [.competencies, .jobs, .career]
        for entry in sections.compactMap({ documents[$0].first?.key }) {
            findings.report(
                "needs-accounts", at: entry.place,
                LocalizedText(
                    en: "jobs and competencies are part of key account work, and there is no section 'accounts'",
                    ru: "должности и умения — часть работы с ключевыми клиентами, а раздела «accounts» нет"),
                remedy: LocalizedText(en: "add a section 'accounts'", ru: "добавьте раздел «accounts»"))
        }
    }

    // MARK: Competencies

    private func competencies() -> [Competency] {
        documents.definitions(.competencies, findings).compactMap { definition in
            guard let fields = Fields(definition.value, findings) else { return nil }
            let title = fields.take("title").flatMap { findings.localized($0) } ?? LocalizedText(definition.name)
            var anchors: [Int: LocalizedText] = [:]
            for (key, value) in fields.take("levels")?.pairs ?? [] {
                guard let level = level(key), let text = findings.localized(value) else { continue }
                anchors[level] = text
            }
            let proof = fields.take("proof").flatMap { findings.choice($0, Competency.Proof.self) }
            fields.finish()
            return accepting(definition.key) { () throws(Refusal) in
                try Competency(Key(definition.name), title, anchors: anchors, proof: proof)
            }
        }
    }

    private func level(_ entry: YAMLEntry) -> Int? {
        if let level = entry.text.flatMap({ Int($0) }), Competency.levels.contains(level) { return level }
        findings.expected(
            LocalizedText(en: "a level from 1 to 5", ru: "уровень от 1 до 5"), at: entry)
        return nil
    }

    private func accepting<Value>(_ entry: YAMLEntry, _ body: () throws(Refusal) -> Value) -> Value? {
        do throws(Refusal) { return try body() } catch {
            findings.report("account-\(error.code)", at: entry.place, error.text, remedy: error.remedy)
            return nil
        }
    }

    // MARK: Jobs

    private func job(_ definition: Documents.Definition, _ competencies: [String]) -> JobDescription? {
        guard let fields = Fields(definition.value, findings) else { return nil }
        let purpose = fields.take("purpose").flatMap { findings.localized($0) }
        let duties = (fields.take("duties")?.pairs ?? []).compactMap { duty($0.key, $0.value, of: definition.name) }
        let requirements = (fields.take("requirements")?.pairs ?? []).compactMap { key, value in
            findings.text(key).flatMap { name in
                findings.localized(value).map { JobDescription.Requirement(name, $0) }
            }
        }
        let skills = (fields.take("needs")?.pairs ?? []).compactMap { need($0.key, $0.value, competencies) }
        let next = (fields.take("next")?.elements ?? []).compactMap { named($0) }
        fields.finish()
        return JobDescription(
            Key(definition.name), purpose: purpose, duties: duties, requirements: requirements, skills: skills,
            next: next)
    }

    /// `{text: {ru: …}, metric: covered}`, or `object: account_plan`
    private func duty(_ key: YAMLEntry, _ value: YAMLEntry, of job: String) -> JobDescription.Duty? {
        guard let name = findings.text(key), let fields = Fields(value, findings) else { return nil }
        let text = fields.take("text").flatMap { findings.localized($0) } ?? LocalizedText(name)
        let (metric, object) = (fields.take("metric"), fields.take("object"))
        fields.finish()
        if let metric {
            return known(metric, among: documents[.metrics].map(\.name)).map {
                JobDescription.Duty(name, text, measure: .metric($0))
            }
        }
        if let object {
            let kinds = AccountKinds.entered + names.eventKinds.map(\.name)
            return known(object, among: kinds).map { JobDescription.Duty(name, text, measure: .object($0)) }
        }
        findings.report(
            "measured-nowhere", at: key.place,
            LocalizedText(
                en: "'\(name)' is a duty of '\(job)', and nothing measures it",
                ru: "«\(name)» — обязанность должности «\(job)», и её ничто не измеряет"),
            remedy: LocalizedText(
                en: "name the figure ('metric: …') or the table ('object: …') that shows it, or leave the duty out",
                ru: "назовите показатель («metric: …») или таблицу («object: …»), по которым она видна, или уберите её"),
            severity: .warning)
        return JobDescription.Duty(name, text, measure: nil)
    }

    /// `listening: 4`, or `listening: {level: 4, weight: 2}`
    private func need(_ key: YAMLEntry, _ value: YAMLEntry, _ competencies: [String]) -> JobDescription.Need? {
        guard let competency = known(key, among: competencies) else { return nil }
        var (level, weight): (Int?, FixedDecimal?) = (nil, .one)
        if value.pairs == nil {
            level = self.level(value)
        } else if let fields = Fields(value, findings) {
            level = fields.require("level").flatMap { self.level($0) }
            if let written = fields.take("weight") { weight = findings.constant(written, in: .plain) }
            fields.finish()
        }
        guard let level, let weight else { return nil }
        return accepting(value) { () throws(Refusal) in
            try JobDescription.Need(Key(competency), level: level, weight: weight)
        }
    }

    // MARK: Careers

    private func tracks(_ jobs: [JobDescription]) -> [CareerTrack] {
        documents.definitions(.career, findings).compactMap { definition in
            guard let fields = Fields(definition.value, findings) else { return nil }
            let title = fields.take("title").flatMap { findings.localized($0) } ?? LocalizedText(definition.name)
            let steps = (fields.require("steps")?.elements ?? []).compactMap { named($0) }
            fields.finish()
            return CareerTrack(definition.name, title, steps: steps)
        }
    }

    /// A position that a career leads to: it has a description.
    private func named(_ entry: YAMLEntry) -> Key<Job>? {
        known(entry, among: documents[.jobs].map(\.name)).map { Key($0) }
    }

    private func known(_ entry: YAMLEntry, among known: [String]) -> String? {
        guard let name = findings.text(entry) else { return nil }
        if known.contains(name) { return name }
        findings.report(
            "unknown-name", at: entry.place,
            LocalizedText(en: "there is no '\(name)' here", ru: "«\(name)» здесь нет"),
            remedy: Messages.Suggestion.remedy(for: name, among: known)
                ?? LocalizedText(
                    en: "known here: \(known.sorted().joined(separator: ", "))",
                    ru: "здесь бывает: \(known.sorted().joined(separator: ", "))"))
        return nil
    }

    private func reportUnheld(_ definition: Documents.Definition) {
        findings.report(
            "unknown-name", at: definition.key.place,
            LocalizedText(
                en: "'\(definition.name)' is no position, and no career leads to it",
                ru: "«\(definition.name)» — не должность, и ни один карьерный путь к ней не ведёт"),
            remedy: Messages.Suggestion.remedy(for: definition.name, among: positions.sorted())
                ?? LocalizedText(
                    en: "name a position, or a step of 'career'", ru: "назовите должность или ступень из «career»"))
    }

    private func reportCircle(_ definition: Documents.Definition) {
        findings.report(
            "career-circle", at: definition.key.place,
            LocalizedText(
                en: "from '\(definition.name)' the career leads back to it",
                ru: "от «\(definition.name)» карьерный путь возвращается к ней же"),
            remedy: LocalizedText(
                en: "let 'next' and the steps of tracks lead up only",
                ru: "пусть «next» и ступени путей ведут только вверх"))
    }
}
