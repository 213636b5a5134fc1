import AccountRows
import Accounts
import ArgumentParser
import Company
internal import Messages
import Periods
import Quantities

/// `stimul account job`: what a position is there for, asks for, and leads to.
struct AccountJobCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "job",
        abstract: .said(
            en: "Show a job description: duties with what measures them, requirements, skills, what follows.",
            ru: "Описание должности: обязанности и чем измеряются, требования, умения, что дальше."))

    @OptionGroup var account: AccountOptions
    @Argument(
        help: .said(
            en: "The position, by the identifier or the title.", ru: "Должность: идентификатор или название."))
    var position: String

    func run() async throws {
        let desk = try await account.opened()
        let book = desk.book.rules.jobs
        let known = book.jobs.map { KnownName($0.position.text, desk.title(of: $0.position)) }
        let what = LocalizedText(en: "job description", ru: "описание должности")
        let job: JobDescription
        switch NameLookup(what: what, known: known).find(position) {
        case .refused(let text): throw account.options.wrong(text)
        case .found(let id):
            guard let found = book.job(Key(id)) else { return }
            job = found
        }
        let report = AccountJobReport(desk: desk, book: book, job: job)
        switch account.format {
        case .table: account.console.print(report.text)
        case .csv: account.console.print(report.csv)
        case .json: account.console.print(try report.json())
        }
    }
}

extension AccountDesk {
    /// What people call a position; a step of a career that nobody holds has its identifier alone.
    func title(of job: Key<Job>) -> LocalizedText {
        let table = model.records(BuiltInKind.position)
        return table.number(of: job.text).map { table.title($0) } ?? LocalizedText(job.text)
    }

    /// `Senior account manager (expert)`: what may follow, with the tracks that lead there.
    func text(of step: JobBook.NextStep) -> String {
        let title = title(of: step.job)[language]
        guard !step.tracks.isEmpty else { return title }
        return "\(title) (\(step.tracks.map { $0.title[language] }.joined(separator: ", ")))"
    }
}

/// A job description in the forms in which it is shown.
struct AccountJobReport {
    let desk: AccountDesk
    let book: JobBook
    let job: JobDescription

    private func measure(_ duty: JobDescription.Duty) -> String {
        switch duty.measure {
        case .metric(let name):
            desk.model.metrics.first { $0.name == name }?.title[desk.language] ?? name
        case .object(let kind):
            desk.model.eventKinds.first { $0.name == kind }?.title[desk.language] ?? kind
        case nil: desk.word("measured nowhere", "ничем не измеряется")
        }
    }

    var text: String {
        var parts = [desk.title(of: job.position)[desk.language]]
        if let purpose = job.purpose { parts.append(purpose[desk.language]) }
        if !job.duties.isEmpty {
            var table = TextTable(
                ["№", desk.word("duty", "обязанность"), desk.word("measured by", "чем измеряется")], amountColumns: [0])
            for (place, duty) in job.duties.enumerated() {
                table.add(["\(place + 1)", duty.text[desk.language], measure(duty)])
            }
            parts.append(table.text)
        }
        if !job.requirements.isEmpty {
            var table = TextTable(["№", desk.word("requirement", "требование")], amountColumns: [0])
            for (place, requirement) in job.requirements.enumerated() {
                table.add(["\(place + 1)", requirement.text[desk.language]])
            }
            parts.append(table.text)
        }
        if !job.skills.isEmpty {
            var table = TextTable(
                [
                    desk.word("skill", "умение"), desk.word("level", "уровень"), desk.word("weight", "вес"),
                    desk.word("what shows it", "по чему видно"),
                ], amountColumns: [1, 2])
            for need in job.skills {
                let competency = book.competency(need.competency)
                table.add([
                    competency?.title[desk.language] ?? need.competency.text, "\(need.level)",
                    LocalizedNumber.grouped(need.weight, in: desk.language),
                    competency?.anchor(of: need.level)?[desk.language] ?? "—",
                ])
            }
            parts.append(table.text)
        }
        let next = book.next(after: job.position).map { desk.text(of: $0) }
        parts.append(
            desk.word("next: ", "дальше: ")
                + (next.isEmpty ? desk.word("the end of the track", "конец пути") : next.joined(separator: "; ")))
        return parts.joined(separator: "\n\n")
    }

    var csv: String {
        var rows: [[RecordCSV.Cell]] = []
        for duty in job.duties {
            var (kind, name) = ("", "")
            switch duty.measure {
            case .metric(let metric): (kind, name) = ("metric", metric)
            case .object(let object): (kind, name) = ("object", object)
            case nil: break
            }
            rows.append([
                "duty", .text(duty.name), .text(duty.text[desk.language]), .text(kind), .text(name), .text(""),
            ])
        }
        for requirement in job.requirements {
            rows.append([
                "requirement", .text(requirement.name), .text(requirement.text[desk.language]), "", "", "",
            ])
        }
        for need in job.skills {
            let title = book.competency(need.competency)?.title[desk.language] ?? need.competency.text
            rows.append([
                "skill", .text(need.competency.text), .text(title), .figure("\(need.level)"),
                .figure(need.weight.description), "",
            ])
        }
        for step in book.next(after: job.position) {
            rows.append([
                "next", .text(step.job.text), .text(desk.title(of: step.job)[desk.language]), "", "",
                .text(step.tracks.map(\.name).joined(separator: " ")),
            ])
        }
        return RecordCSV.text(["part", "name", "text", "measure", "by", "tracks"], rows)
    }

    func json() throws -> String {
        try RecordJSON.text(
            Entry(
                position: job.position.text, title: desk.title(of: job.position)[desk.language],
                purpose: job.purpose?[desk.language],
                duties: job.duties.map { duty in
                    var (metric, object): (String?, String?) = (nil, nil)
                    switch duty.measure {
                    case .metric(let name): metric = name
                    case .object(let name): object = name
                    case nil: break
                    }
                    return Entry.Duty(name: duty.name, text: duty.text[desk.language], metric: metric, object: object)
                },
                requirements: job.requirements.map { $0.text[desk.language] },
                skills: job.skills.map {
                    Entry.Skill(
                        competency: $0.competency.text,
                        title: book.competency($0.competency)?.title[desk.language] ?? $0.competency.text,
                        level: $0.level, weight: $0.weight.description)
                },
                next: book.next(after: job.position).map {
                    Entry.Step(
                        position: $0.job.text, title: desk.title(of: $0.job)[desk.language],
                        tracks: $0.tracks.map(\.name))
                }))
    }

    private struct Entry: Encodable {
        let position: String
        let title: String
        let purpose: String?
        let duties: [Duty]
        let requirements: [String]
        let skills: [Skill]
        let next: [Step]

        struct Duty: Encodable {
            let name: String
            let text: String
            let metric: String?
            let object: String?
        }

        struct Skill: Encodable {
            let competency: String
            let title: String
            let level: Int
            let weight: String
        }

        struct Step: Encodable {
            let position: String
            let title: String
            let tracks: [String]
        }
    }
}
