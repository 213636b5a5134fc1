import AccountRows
import Accounts
import Company
import Foundation
internal import Messages
import Periods
import Quantities

/// Everybody whose work is described, and what trainings changed, in the forms in which it is shown.
struct AccountTeamLearningReport {
    let desk: AccountDesk
    let book: LearningBook

    var text: String {
        let people = book.people.map { book.card(of: $0) }
        guard !people.isEmpty else {
            return desk.word(
                "no position of anybody is described; add 'jobs' to the company's text",
                "ни одна должность не описана; добавьте в текст компании «jobs»")
        }
        var table = TextTable(
            [
                desk.word("person", "сотрудник"), desk.word("position", "должность"),
                desk.word("fit", "соответствие"), desk.word("largest gap", "главный пробел"),
                desk.word("not practised", "не применено"), desk.word("next", "дальше"),
            ], amountColumns: [4])
        for card in people {
            let gap = card.skills.max { ($0.gap ?? 0) < ($1.gap ?? 0) }.flatMap { ($0.gap ?? 0) > 0 ? $0 : nil }
            let idle = card.seats.count { $0.place.idle(on: desk.day) != nil }
            table.add([
                desk.person(card.person), card.position.map { desk.title(of: $0)[desk.language] } ?? "—",
                desk.fit(card.fit),
                gap.map { "\(desk.competency($0.competency)) −\($0.gap ?? 0)" } ?? "—", idle == 0 ? "—" : "\(idle)",
                card.next.isEmpty ? "—" : card.next.map { desk.text(of: $0.step) }.joined(separator: "; "),
            ])
        }
        return ([table.text] + (book.trainings.isEmpty ? [] : [trainings])).joined(separator: "\n\n")
    }

    private var trainings: String {
        var table = TextTable(
            [
                desk.word("day", "день"), desk.word("training", "обучение"), desk.word("trained", "обучены"),
                desk.word("others", "остальные"), desk.word("effect", "эффект"),
            ], amountColumns: [2, 3])
        for training in book.trainings where training.day <= desk.day {
            for (competency, effect) in book.effects(of: training) {
                table.add([
                    desk.day(training.day), desk.competency(competency), side(effect.trained, effect.trainedMean),
                    side(effect.others, effect.othersMean), words(effect),
                ])
            }
        }
        return table.text
            + "\n"
            + desk.word(
                "Change of levels since the day of training. Who is sent to a training is not chance.",
                "Изменение уровней со дня обучения. Кого послать на обучение, решает не случай.")
    }

    /// `+0.75 (4)`: the mean change and of how many it is known.
    private func side(_ changes: [Double], _ mean: Double?) -> String {
        guard let mean else { return "—" }
        return "\(signed(mean)) (\(changes.count))"
    }

    private func words(_ effect: TrainingEffect) -> String {
        guard let comparison = try? effect.comparison() else {
            return desk.word(
                "described only: fewer than \(TrainingEffect.fewest) on a side",
                "только описание: на одной из сторон меньше \(TrainingEffect.fewest)")
        }
        let chance = comparison.splits.map { "\($0.hits)/\($0.total) = " } ?? ""
        return "\(signed(comparison.difference)), p = \(chance)\(decimal(comparison.p, 3))"
    }

    private func signed(_ value: Double) -> String { (value > 0 ? "+" : "") + decimal(value, 2) }

    private func decimal(_ value: Double, _ places: Int) -> String {
        let text = String(format: "%.\(places)f", value)
        guard let number = try? FixedDecimal(parsing: text) else { return text }
        return LocalizedNumber.grouped(number, places: places, in: desk.language)
    }

    var csv: String {
        RecordCSV.text(
            ["person", "position", "fit", "unknown", "gaps", "not_practised", "next"],
            book.people.map { person in
                let card = book.card(of: person)
                return [
                    .text(person.text), .text(card.position?.text ?? ""),
                    .figure((try? card.fit?.share())?.description ?? ""),
                    .figure((try? card.fit?.unknown())?.description ?? ""),
                    .figure("\(card.skills.count { ($0.gap ?? 0) > 0 })"),
                    .figure("\(card.seats.count { $0.place.idle(on: desk.day) != nil })"),
                    .text(card.next.map(\.step.job.text).joined(separator: " ")),
                ]
            })
    }

    func json() throws -> String {
        let people = book.people.map { person in
            let card = book.card(of: person)
            return Entry.Member(
                person: person.text, position: card.position?.text, fit: (try? card.fit?.share())?.description,
                unknown: (try? card.fit?.unknown())?.description, next: card.next.map(\.step.job.text))
        }
        let trainings = book.trainings.filter { $0.day <= desk.day }.flatMap { training in
            book.effects(of: training).map { competency, effect in
                let comparison = try? effect.comparison()
                return Entry.Effect(
                    training: training.id.text, day: "\(training.day)", competency: competency.text,
                    trained: effect.trained.count, others: effect.others.count,
                    difference: comparison.map { String(format: "%.4f", $0.difference) },
                    p: comparison.map { String(format: "%.4f", $0.p) })
            }
        }
        return try RecordJSON.text(Entry(people: people, trainings: trainings))
    }

    private struct Entry: Encodable {
        let people: [Member]
        let trainings: [Effect]

        struct Member: Encodable {
            let person: String
            let position: String?
            let fit: String?
            let unknown: String?
            let next: [String]
        }

        struct Effect: Encodable {
            let training: String
            let day: String
            let competency: String
            let trained: Int
            let others: Int
            let difference: String?
            let p: String?
        }
    }
}
