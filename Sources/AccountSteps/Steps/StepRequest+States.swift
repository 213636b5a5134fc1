import AccountRows
import Accounts
import Messages
import Periods

extension StepRequest {
    /// The state that a row says.
    func state<State: LifeState>(_ row: AccountRow, _ object: AccountObject) throws(Refusal) -> State {
        guard let state = row.text("state").flatMap({ State(rawValue: $0) }) else {
            throw .noSuch(object, row.id)
        }
        return state
    }

    /// Refuses what lies ahead: a touch or a meeting is told once it was.
    func requirePast(_ moment: CivilMoment, _ place: String) throws(Refusal) {
        guard moment > now else { return }
        throw Refusal(
            "in-future",
            LocalizedText(en: "\(place): \(moment) is still to come", ru: "\(place): \(moment) ещё не наступило"),
            remedy: LocalizedText(en: "tell it once it was", ru: "запишите, когда это произойдёт"))
    }

    /// A day so many working days from today.
    func inWorkingDays(_ count: Int) -> CivilDay {
        book.source.calendar.adding(workingDays: count, to: today) ?? today
    }
}

/// How many working days somebody has for a reply.
let replyDays = 10
