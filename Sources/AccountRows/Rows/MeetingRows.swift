import Accounts
import Periods

/// A row of `meeting` with who was invited, who came and who looked back.
struct MeetingRow: Sendable {
    let id: Key<Meeting>
    let at: CivilMoment
    let client: Key<Client>
    let series: String?
    let isImportant: Bool
    let agenda: String
    let plannedClient: Int
    let justification: String?
    let state: MeetingState
    var guests: [Meeting.Guest] = []
    var ownCame = 0
    var clientCame = 0
    var reviews: [(person: Key<Person>, at: CivilMoment, id: String)] = []
    /// Those of ours who came.
    var ownThere: Set<Key<Person>> = []
    /// The client's people on the list.
    var clientGuests: [MeetingSheet.ClientGuest] = []

    /// The meeting as it stood at the end of a day; `nil` where it was moved or called off.
    func meeting(on day: CivilDay) -> Meeting? {
        if state == .moved || state == .cancelled { return nil }
        let isHeld = at.day <= day && (state == .held || state == .reviewed)
        // A sheet matters before the meeting; what was held was held.
        var meeting = Meeting(
            id, at: at, client: client, isImportant: isImportant && !isHeld, agenda: agenda, own: guests,
            plannedClient: plannedClient, justification: justification)
        guard isHeld else { return meeting }
        do throws(Refusal) {
            try meeting.prepare()
            try meeting.hold(own: ownCame, client: clientCame)
            for review in reviews where review.at.day <= day { try meeting.review(by: review.person, at: review.at) }
        } catch {
            return nil
        }
        return meeting
    }
}

extension MeetingRow {
    /// The meeting in the state that its row says, for whoever takes a step with it.
    ///
    /// What was prepared was prepared, whatever its sheet lacks since: the sheet is asked where it is prepared.
    func asItStands() throws(Refusal) -> Meeting {
        var meeting = Meeting(
            id, at: at, client: client, isImportant: isImportant && state == .planned, agenda: agenda, own: guests,
            plannedClient: plannedClient, justification: justification)
        switch state {
        case .planned: break
        case .prepared: try meeting.prepare()
        case .held, .reviewed:
            try meeting.prepare()
            // Meetings of before came without a list of who was there.
            try meeting.hold(own: max(ownCame, 1), client: max(clientCame, 1))
            for review in reviews where meeting.state == .held { try meeting.review(by: review.person, at: review.at) }
        case .moved, .cancelled: try meeting.drop(state)
        }
        return meeting
    }
}

extension RowReader {
    /// The meetings, in the order of their days.
    mutating func meetings() -> [MeetingRow] {
        var meetings = read("meeting") { row throws(RowProblem) in
            MeetingRow(
                id: Key(row.id), at: try row.neededMoment("at"), client: try row.neededKey("client"),
                series: row.text("series"), isImportant: row.flag("important") ?? false,
                agenda: row.text("agenda") ?? "", plannedClient: try row.neededWhole("planned_client"),
                justification: row.text("justification"), state: try row.neededWord("state"))
        }
        let numbers = Dictionary(
            meetings.indices.map { (meetings[$0].id.text, $0) }, uniquingKeysWith: { first, _ in first })
        _ = read("attendance") { row throws(RowProblem) -> Bool? in
            guard let number = numbers[try row.needed("meeting")] else { return nil }
            let came = row.flag("came") ?? false
            switch try row.neededWord("side") as Side {
            case .own:
                let person: Key<Person> = try row.neededKey("who")
                meetings[number].guests.append(Meeting.Guest(person, row.text("reason") ?? ""))
                if came {
                    meetings[number].ownCame += 1
                    meetings[number].ownThere.insert(person)
                }
            case .client:
                meetings[number].clientGuests.append(
                    MeetingSheet.ClientGuest(
                        contact: Key(try row.needed("who")), came: row.flag("came"),
                        isSurprise: row.flag("surprise") ?? false))
                if came { meetings[number].clientCame += 1 }
            }
            return true
        }
        _ = read("review") { row throws(RowProblem) -> Bool? in
            guard let number = numbers[try row.needed("meeting")] else { return nil }
            meetings[number].reviews.append((try row.neededKey("person"), try row.neededMoment("at"), row.id))
            return true
        }
        for row in meetings
        where [.held, .reviewed].contains(row.state) && !row.guests.isEmpty
            && (row.ownCame == 0 || row.clientCame == 0)
        {
            note(
                .missing("came"), "meeting", row.id.text,
                source.tables["meeting"].flatMap { table in
                    (0..<table.rowCount).first { table.id(of: $0) == row.id.text }.flatMap { table.place(of: $0) }
                })
        }
        return meetings.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    }

    private enum Side: String, CaseIterable {
        case own, client
    }
}
