public import Accounts
public import Periods

/// The sheet of a meeting: before it what it is about and who comes why, after it who came and what is owed.
public struct MeetingSheet: Sendable {
    /// The meeting as it stands on the day.
    public let meeting: Meeting
    /// Where it stands, also where it was moved or called off.
    public let state: MeetingState
    /// What it is for, as it was written.
    public let purpose: String?
    /// Those of ours who came.
    public let ownThere: Set<Key<Person>>
    /// The client's people on its list.
    public let guests: [ClientGuest]
    /// Everybody at the client that day, the most powerful first.
    public let people: [AccountDossier.Person]
    /// Promises to the client that are open.
    public let promises: [Promise]
    /// Promises that come from this meeting.
    public let made: [Promise]
    /// Facts that nobody has confirmed yet.
    public let facts: [RadarFact]
    /// Those who decide and are on no list: they may come all the same.
    public let surprises: [AccountDossier.Person]
    /// What those who were there wrote afterwards.
    public let reviews: [Review]

    /// One of the client's people on the list of a meeting.
    public struct ClientGuest: Hashable, Sendable {
        /// Who.
        public let contact: Key<Contact>
        /// Whether he came; `nil` while nobody has said so.
        public let came: Bool?
        /// Whether nobody expected him.
        public let isSurprise: Bool
    }

    /// What somebody wrote after a meeting.
    public struct Review: Hashable, Sendable {
        /// The row.
        public let id: String
        /// Who.
        public let person: Key<Person>
        /// When.
        public let at: CivilMoment
    }
}

extension AccountBook {
    /// The client that a meeting is with; `nil` for one that there is not.
    public func client(ofMeeting id: Key<Meeting>) -> Key<Client>? {
        text("meeting", id.text, "client").map { Key($0) }
    }

    /// Those of ours who are on a meeting's list.
    public func guests(ofMeeting id: Key<Meeting>) -> Set<Key<Person>> {
        Set((row(ofMeeting: id)?.row.guests ?? []).map(\.person))
    }

    /// A meeting's sheet; `nil` for one that there is not.
    public func sheet(ofMeeting id: Key<Meeting>, on day: CivilDay) -> MeetingSheet? {
        guard let (record, row) = row(ofMeeting: id) else { return nil }
        let people = people(at: record, on: max(day, row.at.day))
        let invited = Set(row.clientGuests.map(\.contact))
        let promises = promises(of: record, on: day)
        let made = Set(record.promises.filter { $0.origin == id.text }.map(\.id))
        let isPast = row.at.day <= day
        return MeetingSheet(
            meeting: row.meeting(on: day) ?? row.planned, state: row.meeting(on: day)?.state ?? row.state,
            purpose: text("meeting", id.text, "purpose"), ownThere: isPast ? row.ownThere : [],
            guests: row.clientGuests, people: people,
            promises: promises.filter { [.made, .accepted, .done].contains($0.state) }.sorted { $0.dueOn < $1.dueOn },
            made: promises.filter { made.contains($0.id) }.sorted { $0.dueOn < $1.dueOn },
            facts: record.facts.compactMap { fact($0, on: day) }.filter {
                $0.state == .heard || $0.state == .supported
            },
            surprises: people.filter { $0.contact.power.value >= 8 && !invited.contains($0.contact.id) },
            reviews: row.reviews.filter { $0.at.day <= day }.map {
                MeetingSheet.Review(id: $0.id, person: $0.person, at: $0.at)
            })
    }

    private func row(ofMeeting id: Key<Meeting>) -> (record: AccountRecord, row: MeetingRow)? {
        guard let record = client(ofMeeting: id).flatMap({ records[$0] }),
            let row = record.meetings.first(where: { $0.id == id })
        else { return nil }
        return (record, row)
    }
}

extension MeetingRow {
    /// The meeting as it was set, whatever became of it.
    var planned: Meeting {
        Meeting(
            id, at: at, client: client, isImportant: isImportant, agenda: agenda, own: guests,
            plannedClient: plannedClient, justification: justification)
    }
}
