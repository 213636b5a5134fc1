import AccountRows
import Accounts
import ArgumentParser
import Company
internal import Messages
import Periods
import Quantities

/// `stimul account learning`: levels beside what work asks for, trainings, and what comes next.
struct AccountLearningCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learning",
        abstract: .said(
            en: "Show levels beside what the job asks for, trainings with their effect, and the next step.",
            ru: "Уровни умений рядом с требованиями должности, обучение с его эффектом, следующий шаг."),
        discussion: .said(
            en: """
                A level is what others say: the middle of the newest words of head, colleague and client, a year old at most. It is \
                there to learn by, and no ground for pay, ranking or discipline.
                """,
            ru: """
                Уровень — это слова других: среднее из последних оценок руководителя, коллеги и клиента не старше года. По нему \
                учатся; это не основание для оплаты, сравнения людей или взысканий.
                """))

    @OptionGroup var account: AccountOptions
    @Option(help: .said(en: "One person, with every competency.", ru: "Один сотрудник, со всеми умениями."))
    var of: String?

    func run() async throws {
        let desk = try await account.opened()
        let book = desk.book.learningBook(on: desk.day)
        guard let of else {
            let report = AccountTeamLearningReport(desk: desk, book: book)
            switch account.format {
            case .table: account.console.print(report.text)
            case .csv: account.console.print(report.csv)
            case .json: account.console.print(try report.json())
            }
            return
        }
        let report = AccountLearningReport(desk: desk, card: book.card(of: try account.person(of, desk)))
        switch account.format {
        case .table: account.console.print(report.text)
        case .csv: account.console.print(report.csv)
        case .json: account.console.print(try report.json())
        }
    }
}

extension AccountDesk {
    /// `81.4 %, 12.0 % unknown`
    func fit(_ fit: LevelFit?) -> String {
        guard let fit, let share = try? fit.share() else { return "—" }
        guard let unknown = try? fit.unknown(), !unknown.isZero else { return self.share(share) }
        return word(
            "\(self.share(share)), \(self.share(unknown)) unknown",
            "\(self.share(share)), неизвестно \(self.share(unknown))")
    }

    func competency(_ id: Key<Competency>) -> String { book.rules.jobs.competency(id)?.title[language] ?? id.text }
}

/// One of ours and his learning, in the forms in which it is shown.
struct AccountLearningReport {
    let desk: AccountDesk
    let card: LearningCard

    private func words(_ line: LearningCard.SkillLine) -> String {
        guard let level = line.level else { return desk.word("nobody within a year", "за год никто") }
        return level.from.map { "\($0.by.words[desk.language]) \($0.level)" }.joined(separator: ", ")
    }

    private func training(_ seats: [LearningCard.Seat]) -> String {
        guard let seat = seats.last else { return "—" }
        let day = seat.place.practisedOn ?? seat.place.doneOn ?? seat.place.plannedOn
        return "\(seat.place.state.words[desk.language]) \(desk.day(day))"
    }

    var text: String {
        let position = card.position.map { desk.title(of: $0)[desk.language] } ?? "—"
        var parts = [
            "\(desk.person(card.person)) · \(position) · " + desk.word("fit", "соответствие") + " \(desk.fit(card.fit))"
        ]
        if card.job == nil {
            parts.append(
                desk.word("nobody has described this position", "описания этой должности нет"))
        }
        if !card.skills.isEmpty {
            var table = TextTable(
                [
                    desk.word("skill", "умение"), desk.word("needed", "нужно"), desk.word("level", "есть"),
                    desk.word("gap", "не хватает"), desk.word("who says so", "кто оценил"),
                    desk.word("self", "сам"), desk.word("training", "обучение"),
                ], amountColumns: [1, 2, 3, 5])
            for line in card.skills {
                table.add([
                    desk.competency(line.competency), line.need.map { "\($0.level)" } ?? "—",
                    line.level.map { "\($0.value)" } ?? "—", line.gap.map { $0 == 0 ? "—" : "\($0)" } ?? "—",
                    words(line), line.own.map { "\($0.level)" } ?? "—", training(line.seats),
                ])
            }
            parts.append(table.text)
        }
        if !card.seats.isEmpty {
            var table = TextTable(
                [
                    desk.word("training", "обучение"), desk.word("planned", "запланировано"),
                    desk.word("done", "пройдено"), desk.word("practised", "применено"),
                ], amountColumns: [])
            for seat in card.seats {
                let competencies = seat.training?.competencies.map { desk.competency($0) } ?? [seat.place.training.text]
                table.add([
                    competencies.joined(separator: ", "), desk.day(seat.place.plannedOn), desk.day(seat.place.doneOn),
                    desk.day(seat.place.practisedOn),
                ])
            }
            parts.append(table.text)
        }
        for step in card.next {
            parts.append(
                desk.word("next: ", "дальше: ") + desk.text(of: step.step)
                    + (step.fit == nil ? "" : " · " + desk.word("fit", "соответствие") + " \(desk.fit(step.fit))"))
        }
        return parts.joined(separator: "\n\n")
    }

    var csv: String {
        RecordCSV.text(
            ["person", "competency", "need", "level", "gap", "head", "peer", "client", "self", "state", "done_on"],
            card.skills.map { line in
                func level(_ by: Assessment.Assessor) -> RecordCSV.Cell {
                    .figure(line.level?.from.first { $0.by == by }.map { "\($0.level)" } ?? "")
                }
                let place = line.seats.last?.place
                return [
                    .text(card.person.text), .text(line.competency.text),
                    .figure(line.need.map { "\($0.level)" } ?? ""), .figure(line.level.map { "\($0.value)" } ?? ""),
                    .figure(line.gap.map { "\($0)" } ?? ""), level(.head), level(.peer), level(.client),
                    .figure(line.own.map { "\($0.level)" } ?? ""), .text(place?.state.rawValue ?? ""),
                    .text(place?.doneOn?.description ?? ""),
                ]
            })
    }

    func json() throws -> String {
        try RecordJSON.text(
            Entry(
                person: card.person.text, position: card.position?.text,
                fit: (try? card.fit?.share())?.description, unknown: (try? card.fit?.unknown())?.description,
                skills: card.skills.map { line in
                    Entry.Skill(
                        competency: line.competency.text, need: line.need?.level, level: line.level?.value,
                        gap: line.gap, own: line.own?.level,
                        from: line.level?.from.map { .init(by: $0.by.rawValue, level: $0.level, day: "\($0.day)") }
                            ?? [])
                },
                trainings: card.seats.map { seat in
                    Entry.Seat(
                        training: seat.place.training.text, state: seat.place.state.rawValue,
                        plannedOn: "\(seat.place.plannedOn)", doneOn: seat.place.doneOn?.description,
                        practisedOn: seat.place.practisedOn?.description)
                },
                next: card.next.map { step in
                    Entry.Step(
                        position: step.step.job.text, tracks: step.step.tracks.map(\.name),
                        fit: (try? step.fit?.share())?.description)
                }))
    }

    private struct Entry: Encodable {
        let person: String
        let position: String?
        let fit: String?
        let unknown: String?
        let skills: [Skill]
        let trainings: [Seat]
        let next: [Step]

        struct Skill: Encodable {
            let competency: String
            let need: Int?
            let level: Int?
            let gap: Int?
            let own: Int?
            let from: [Word]
        }

        struct Word: Encodable {
            let by: String
            let level: Int
            let day: String
        }

        struct Seat: Encodable {
            let training: String
            let state: String
            let plannedOn: String
            let doneOn: String?
            let practisedOn: String?
        }

        struct Step: Encodable {
            let position: String
            let tracks: [String]
            let fit: String?
        }
    }
}
