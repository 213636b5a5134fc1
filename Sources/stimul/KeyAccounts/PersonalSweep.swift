import AccountRows
import Company
import Foundation
import Payroll
import PersonalFacts

/// Erases personal facts whose term is over, as long as the server runs; whoever works with contacts on the command line does so too.
struct PersonalSweep {
    /// In whose name the chain notes it.
    static let actor = "stimul"

    let company: String
    let cycle: PayCycle

    /// Begins at once, then goes on hour by hour: an hour is soon enough for a day, and a machine that slept catches up.
    func everyDay() -> Task<Void, Never> {
        Task {
            while !Task.isCancelled {
                await run()
                try? await Task.sleep(for: .seconds(3_600))
            }
        }
    }

    /// Erases what has come to its end today. Where the company cannot be read, its terms of a year run all the same; where its files
    /// cannot be written, the next hour tries again.
    private func run() async {
        guard PersonalFacts.exist(in: company) else { return }
        // Tables that were not taken in yet lie in the folder alone: the workspace then knows nothing of contacts.
        let hasRows = (try? cycle.hasRows()) ?? false
        let book = hasRows ? try? await cycle.askedNow().model.accountBook : nil
        let today = AccountOptions.today
        let contacts = book.map { ContactsOfDay($0, on: today) } ?? ContactsOfDay(unknownOn: today)
        let facts = try? PersonalFacts(in: company, workspace: cycle.workspace, openedBy: Self.actor)
        _ = try? facts?.expire(by: Self.actor, contacts)
    }
}
